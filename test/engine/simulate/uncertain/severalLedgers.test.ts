import { tallyPlainly } from '../../../oracles/tallyPlainly';
import { describe, expect, it } from 'vitest';
import { ASSUMPTION_IDS } from '../../../../src/engine/simulate/assumption';
import { mayVary } from '../../../../src/engine/simulate/uncertain/distribution';
import { drawBlock, type DrawnBlock } from '../../../../src/engine/simulate/uncertain/drawBlock';
import { METRICS, metricIndex } from '../../../../src/engine/simulate/uncertain/outcomes';
import { checkUncertain, type UncertainInput } from '../../../../src/engine/simulate/uncertain/uncertainInput';
import { drawable, finished, uncertain } from './draws';

const ROWS = 300;
const FIXED = Object.fromEntries(ASSUMPTION_IDS.filter(mayVary).map((id) => [id, { kind: 'fixed' as const }]));

function blocksOf(change: Partial<UncertainInput>): DrawnBlock[] {
  const ready = drawable(uncertain(ROWS, change));
  return [0, 1, 2, 3].map((block) => finished(drawBlock(ready, block)));
}

/** Tax of the last year, draw by draw. */
function taxes(blocks: readonly DrawnBlock[]): number[] {
  return blocks.flatMap(({ draws, metrics }) => {
    const years = metrics.length / draws / METRICS.length;
    return Array.from(
      { length: draws },
      (_, draw) => metrics[(draw * METRICS.length + metricIndex('tax') + 1) * years - 1] ?? NaN,
    );
  });
}

function variance(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
}

describe('several ledgers drawn with one seed', () => {
  it('the first is as by itself; all have the same assumptions, and parcels of their own', () => {
    const [alone, first, second] = [{}, { ledger: 0 }, { ledger: 1 }].map(blocksOf);
    expect(first).toEqual(alone);
    expect(second?.map(({ parameters }) => parameters)).toEqual(alone?.map(({ parameters }) => parameters));
    expect(taxes(second ?? [])).not.toEqual(taxes(alone ?? []));
    // The slow form tosses the same parcels.
    const ready = drawable(uncertain(ROWS, { ledger: 7 }));
    expect(finished(drawBlock(ready, 1, { tally: tallyPlainly }))).toEqual(finished(drawBlock(ready, 1)));
  });

  it('the chances of two are independent: with certain assumptions the variance of the sum is the sum of variances', () => {
    const [one, two] = [0, 1].map((ledger) => taxes(blocksOf({ ledger, distributions: FIXED })));
    const sum = variance((one ?? []).map((value, draw) => value + (two?.[draw] ?? NaN)));
    const parts = variance(one ?? []) + variance(two ?? []);
    // 2,000 draws: the correlation of independent columns is within ±0.08 but for one seed in three thousand. The same parcels' would be 1.
    expect(Math.abs(sum / parts - 1)).toBeLessThan(0.08);
    expect(parts).toBeGreaterThan(0);
  });

  it.each([0.5, NaN, 2 ** 40])('a ledger %s is refused', (ledger) => {
    expect(checkUncertain(uncertain(ROWS, { ledger }))).toEqual([{ code: 'draws' }]);
  });
});
