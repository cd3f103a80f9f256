import { benchAllocation } from './bench/allocation';
import { benchFunctions } from './bench/functions';
import { benchTiers } from './bench/tiers';

for (const line of [benchTiers, benchFunctions]) console.log(line());
console.log(await benchAllocation());
