import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NONE, choiceOf, isFeasible, type ChoiceModel } from '../../../src/engine/allocate/choiceModel';
import { isProvenUnfit, searchUnfit } from '../../../src/engine/allocate/unfit';
import { pacedChoice } from '../../../src/engine/allocate/pacedChoice';

/** Three groups of two options over three rows, limits of either sign: small enough to look at every choice. */
const models = fc
  .record({
    coefficient: fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 18, maxLength: 18 }),
    value: fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 6, maxLength: 6 }),
    limit: fc.array(fc.integer({ min: -8, max: 8 }), { minLength: 3, maxLength: 3 }),
    must: fc.array(fc.constantFrom(0, 1), { minLength: 3, maxLength: 3 }),
  })
  .map(({ coefficient, value, limit, must }): ChoiceModel => ({
    ...{ groups: 3, firstOption: Int32Array.of(0, 2, 4, 6), mustChoose: Uint8Array.from(must) },
    ...{ value: Float64Array.from(value), firstEntry: Int32Array.of(0, 3, 6, 9, 12, 15, 18) },
    ...{ row: Int32Array.from({ length: 18 }, (_, at) => at % 3), coefficient: Float64Array.from(coefficient) },
    limit: Float64Array.from(limit),
  }));

function fits(model: ChoiceModel): boolean {
  const of = (group: number) => [NONE, 2 * group, 2 * group + 1];
  return of(0).some((a) => of(1).some((b) => of(2).some((c) => keeps(model, [a, b, c]))));
}

const keeps = (model: ChoiceModel, option: readonly number[]) =>
  isFeasible(model, choiceOf(model, Int32Array.from(option)));

function searched(model: ChoiceModel, from: Float64Array): boolean {
  const searching = searchUnfit(model, from);
  for (let step = searching.next(); ; step = searching.next()) if (step.done) return step.value;
}

describe('a proof that limits do not fit together', () => {
  it('is never found, at any prices, where some choice keeps them all', () => {
    const price = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(models, fc.tuple(price, price, price), (model, prices) => {
        const own = Float64Array.from(prices);
        expect((isProvenUnfit(model, own) || searched(model, own)) && fits(model)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('is found from the first walk on for most that do not fit', () => {
    let [found, all] = [0, 0];
    fc.assert(
      fc.property(models, (model) => {
        if (fits(model)) return;
        all++;
        const { prices } = pacedChoice(model, 0);
        if (isProvenUnfit(model, prices) || searched(model, prices)) found++;
      }),
      { numRuns: 200 },
    );
    expect(all).toBeGreaterThan(20);
    expect(found / all).toBeGreaterThan(0.5);
  });
});
