import { describe, expect, it } from 'vitest';
import { allocateWithChance } from '../../../src/engine/allocate/allocateWithChance';
import type { AllocationProblem } from '../../../src/engine/allocate/problem';
import { solver } from './solver';

const EXACT = { gap: 0, iterations: 60, sample: 1200, linearCore: 600, wholeCore: 250, seconds: 20 };

/** Parcels of one mu each, the first the cheapest; one year; so many mu wanted. */
function equalParcels(count: number, wanted: number): AllocationProblem {
  const ones = new Float64Array(count).fill(1);
  const nothing = new Float64Array(count);
  const cost = Float64Array.from({ length: count }, (_, row) => 10 + row / count);
  return {
    parcels: {
      ...{ count, area: ones, taxPaid: nothing, township: new Uint16Array(count) },
      measures: [
        {
          ...{ measure: 'dispose', allowed: new Uint8Array(count).fill(1), cost, benefit: nothing },
          ...{ taxLost: nothing, areaLost: nothing, department: 0, work: ones },
        },
      ],
    },
    ...{ periods: 1, periodsPerYear: 1, objective: 'leastCost', discountRate: 0 },
    limits: [{ id: '目标', kind: 'atLeast', quantity: 'area', scope: { kind: 'all' }, through: 0, amount: wanted }],
  };
}

/** P(X >= wanted) for X binomial: the closed form, summed in logarithms. */
function binomialTail(count: number, share: number, wanted: number): number {
  let tail = 0;
  for (let hits = wanted; hits <= count; hits++) {
    let log = hits * Math.log(share) + (count - hits) * Math.log(1 - share);
    for (let at = 1; at <= hits; at++) log += Math.log((count - hits + at) / at);
    tail += Math.exp(log);
  }
  return tail;
}

const ASK = { doneShare: [0.9], chance: 0.8, seed: 7, draws: 4000 };

describe('targets reached eight times in ten', () => {
  it('takes about as many parcels as the binomial distribution says, and no fewer than it must', async () => {
    const searching = allocateWithChance(equalParcels(300, 200), ASK, { solver: await solver, effort: EXACT });
    let step = searching.next();
    while (!step.done) step = searching.next();
    const { outcome, chances } = step.value;
    if (outcome.kind !== 'done') throw new Error(outcome.kind);
    const taken = outcome.allocation.measure.filter((measure) => measure >= 0).length;
    const least = Array.from({ length: 101 }, (_, more) => 200 + more).find((n) => binomialTail(n, 0.9, 200) >= 0.8);
    expect(taken).toBeGreaterThanOrEqual((least ?? NaN) - 1);
    expect(taken).toBeLessThanOrEqual((least ?? NaN) + 3);
    // Four standard errors of 4,000 draws.
    expect(chances).toEqual([
      {
        id: '目标',
        chance: expect.closeTo(binomialTail(taken, 0.9, 200), 1) as number,
        sure: expect.any(Number) as number,
      },
    ]);
    // What eight draws in ten reach is the binomial's own quantile, give or take one parcel by chance.
    const quantile = Array.from({ length: taken }, (_, less) => taken - less).find(
      (n) => binomialTail(taken, 0.9, n) >= 0.8,
    );
    expect(Math.abs((chances[0]?.sure ?? NaN) - (quantile ?? NaN))).toBeLessThanOrEqual(1);
    expect(Math.abs((chances[0]?.chance ?? NaN) - binomialTail(taken, 0.9, 200))).toBeLessThan(
      4 * Math.sqrt(0.16 / 4000),
    );
    expect(chances[0]?.chance).toBeGreaterThanOrEqual(0.8);
  });

  it('plans just the target where nothing slips', async () => {
    const ask = { ...ASK, doneShare: [1] };
    const searching = allocateWithChance(equalParcels(50, 20), ask, { solver: await solver, effort: EXACT });
    let step = searching.next();
    while (!step.done) step = searching.next();
    const { outcome, chances } = step.value;
    expect(outcome.kind === 'done' && outcome.allocation.measure.filter((measure) => measure >= 0).length).toBe(20);
    expect(chances).toEqual([{ id: '目标', chance: 1, sure: 20 }]);
  });

  it('says how far the target must come down where more cannot be planned', async () => {
    const searching = allocateWithChance(equalParcels(210, 200), ASK, { solver: await solver, effort: EXACT });
    let step = searching.next();
    while (!step.done) step = searching.next();
    const { outcome, chances } = step.value;
    expect(chances).toEqual([]);
    // All 210 parcels give 189 mu as expected.
    expect(outcome).toMatchObject({
      kind: 'infeasible',
      proven: true,
      lowerTargets: [{ id: '目标', by: expect.closeTo(11, 6) as number }],
    });
  });
});
