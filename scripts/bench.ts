import { benchAllocation } from './bench/allocation';
import { benchEncode } from './bench/encode';
import { benchFunctions } from './bench/functions';
import { benchTiers } from './bench/tiers';

for (const line of [benchTiers, benchFunctions, () => benchEncode()]) console.log(line());
console.log(await benchAllocation());
