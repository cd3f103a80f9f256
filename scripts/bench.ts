import { benchAllocation } from './bench/allocation';
import { benchDecisions, benchFormula } from './bench/decisions';
import { benchEncode } from './bench/encode';
import { benchFunctions } from './bench/functions';
import { benchLedgerMemory } from './bench/ledgerMemory';
import { benchMonteCarlo } from './bench/monteCarlo';
import { benchSharing } from './bench/sharing';
import { benchSheets } from './bench/sheets';
import { benchSlider } from './bench/slider';
import { benchTiers } from './bench/tiers';

for (const line of [benchTiers, benchDecisions, benchFormula, benchFunctions, () => benchEncode()]) console.log(line());
console.log(benchSharing());
console.log(await benchLedgerMemory());
console.log(await benchAllocation());
console.log(await benchMonteCarlo());
console.log(benchSlider());
console.log(benchSheets());
