import { assumptionValues } from '../../src/engine/simulate/assumption';
import { assumptionsLearnt } from '../../src/engine/years/assumptionsLearnt';
import { YEARLY_SHOCK } from '../../src/engine/years/figures';
import { firmsOf } from '../../src/engine/years/firms';
import { heldYears } from '../../src/engine/years/heldYears';
import { learn } from '../../src/engine/years/learn';
import { lookBack } from '../../src/engine/years/lookBack';
import { pairYears } from '../../src/engine/years/yearPair';
import { chanceOf } from '../../test/support/years/chance';
import { truthFrom } from '../../test/support/years/countyTruth';
import { madeCounty } from '../../test/support/years/madeCounty';

/** Learning from three years of so many enterprises, and the second year held against the third; ledgers read already. */
export function benchYears(firms = 20_000): string {
  const truth = truthFrom(chanceOf(1));
  const kept = { brokenCodes: 0.05, renamed: 0.03, divided: 0.05, yearly: YEARLY_SHOCK };
  const { ledgers } = madeCounty({ seed: 1, firms, years: 3, truth, ...kept });
  const start = performance.now();
  const learnt = learn({ years: ledgers, values: assumptionValues() });
  const learning = performance.now() - start;
  const [, before, after] = ledgers.map((year) => ({ ...year, firms: firmsOf(year.ledger) }));
  if (!before || !after) throw new Error('three years expected');
  const { exitShare, ownLuck } = learnt.figures;
  const luck = { exitShare, ownLuck, yearly: YEARLY_SHOCK };
  const again = performance.now();
  const held = heldYears(pairYears(before, after), { ...assumptionsLearnt(learnt, 1), luck, seed: 1 });
  const steps = lookBack(held.input);
  while (!steps.next().done);
  const looking = performance.now() - again;
  return `years: ${String(firms)} enterprises x 3 learnt in ${learning.toFixed(0)} ms (aim 3,000), looked back at in ${looking.toFixed(0)} ms (aim 5,000)`;
}
