import { benchFunctions } from './bench/functions';
import { benchTiers } from './bench/tiers';

for (const line of [benchTiers, benchFunctions]) console.log(line());
