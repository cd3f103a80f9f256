import { sampleLedger } from '../../test/support/sample/sampleLedger';
import { mujunTier } from '../../src/functions/mujunTier';
import { mujunRenewalWhy } from '../../src/functions/mujunRenewalWhy';
import { renewalPath } from '../../src/functions/renewalPath';
import { bestOf } from './time';

/** The custom functions' own time over 20,000 x 30: the pane's thread is theirs meanwhile (goal: 250 ms). */
export function benchFunctions(): string {
  const { headers, rows } = sampleLedger({ rows: 20_000, seed: 1 });
  const column = (index: number) => rows.map((row) => [row[index]]);
  const tax = column(11);
  const area = column(6);
  const path = bestOf(3, () => renewalPath.answer(headers, rows, '嵊州2021'));
  const tier = bestOf(3, () => mujunTier.answer(tax, area, '嵊州2021'));
  const why = bestOf(2, () => mujunRenewalWhy.answer(headers, rows, '嵊州2021'));
  return `functions over 20,000 x 30: RENEWAL_PATH ${path.toFixed(0)} ms, MUJUN_TIER ${tier.toFixed(0)} ms, MUJUN_RENEWAL_WHY ${why.toFixed(0)} ms`;
}
