import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NONE, type ChoiceModel } from '../../../src/engine/allocate/choiceModel';
import { pacedChoice } from '../../../src/engine/allocate/pacedChoice';

/** One option a group, one limit: a knapsack whose linear optimum is known in closed form. */
function knapsack(value: readonly number[], weight: readonly number[], limit: number): ChoiceModel {
  const counted = Int32Array.from({ length: value.length + 1 }, (_, index) => index);
  return {
    ...{ groups: value.length, firstOption: counted, firstEntry: counted, mustChoose: new Uint8Array(value.length) },
    ...{ value: Float64Array.from(value), row: new Int32Array(value.length) },
    ...{ coefficient: Float64Array.from(weight), limit: Float64Array.of(limit) },
  };
}

/** By ratio of value to weight, the last one in part (Dantzig 1957). */
function linearOptimum(value: readonly number[], weight: readonly number[], limit: number): number {
  const order = value
    .map((_, index) => index)
    .toSorted((a, b) => (value[b] ?? 0) / (weight[b] ?? 1) - (value[a] ?? 0) / (weight[a] ?? 1));
  let [left, sum] = [limit, 0];
  for (const index of order) {
    const part = Math.min(1, left / (weight[index] ?? 1));
    sum += part * (value[index] ?? 0);
    left -= part * (weight[index] ?? 1);
    if (left <= 0) break;
  }
  return sum;
}

const amounts = (count: number) =>
  fc.array(fc.double({ min: 1, max: 100, noNaN: true }), { minLength: count, maxLength: count });

describe('pacedChoice', () => {
  it('comes near the linear optimum: its prices bound it closely, its choice keeps the pace', () => {
    const count = 2000;
    fc.assert(
      fc.property(
        amounts(count),
        amounts(count),
        fc.double({ min: 0.1, max: 0.9, noNaN: true }),
        (value, weight, part) => {
          const limit = part * weight.reduce((sum, one) => sum + one, 0);
          const { option, prices } = pacedChoice(knapsack(value, weight, limit), 0);
          const [price = 0] = prices;
          const bound = value.reduce(
            (sum, own, at) => sum + Math.max(0, own - price * (weight[at] ?? 0)),
            price * limit,
          );
          const optimum = linearOptimum(value, weight, limit);
          expect(bound).toBeGreaterThanOrEqual(optimum * (1 - 1e-9));
          expect(bound).toBeLessThanOrEqual(optimum * 1.03);
          const taken = weight.reduce((sum, own, at) => sum + (option[at] === NONE ? 0 : own), 0);
          expect(taken).toBeLessThanOrEqual(limit * 1.05);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('takes everything where no limit binds, and visits groups that must choose', () => {
    const free = knapsack([3, 4, 5], [1, 1, 1], 100);
    expect([...pacedChoice(free, 0).option]).toEqual([0, 1, 2]);
    const forced = { ...knapsack([-3, -4, 5], [1, 1, 1], 100), mustChoose: Uint8Array.of(1, 0, 0) };
    expect([...pacedChoice(forced, 0).option]).toEqual([0, NONE, 2]);
  });

  it('has nothing to choose from nothing', () => {
    expect(pacedChoice(knapsack([], [], 1), 0).option).toHaveLength(0);
  });
});
