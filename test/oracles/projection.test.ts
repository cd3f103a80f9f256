import { describe, expect, it } from 'vitest';
import { isAllowed, type AssumptionId } from '../../src/engine/simulate/assumption';
import type { SimulationInput } from '../../src/engine/simulate/scenario';
import { swingsOf } from '../../src/engine/simulate/uncertain/swings';
import { waiverCurve } from '../../src/engine/simulate/uncertain/waiverCurve';
import { drawable } from '../engine/simulate/uncertain/draws';
import { naiveProjection, naiveValue } from './projection';
import { projectionDifferences } from './projectionDifferences';
import { randomScenario } from './randomScenario';
import { sampleOf } from './sample';

/** Two thousand scenarios take a while. */
const LONG = { timeout: 600_000 };

describe('the projection against a second reading of docs/model.md', () => {
  const scenarios = Array.from({ length: sampleOf(120, 2000) }, (_, seed) => randomScenario(seed));

  it('has the same numbers in every year, township and return of money', LONG, () => {
    let compared = 0;
    for (const [seed, input] of scenarios.entries()) {
      const found = projectionDifferences(input);
      compared += found.compared;
      expect(found.differences, `seed ${String(seed)}`).toEqual([]);
    }
    expect(compared).toBeGreaterThan(100 * scenarios.length);
  });

  it('is of scenarios that reach every lever', () => {
    const levers = new Set(scenarios.flatMap(({ levers: own }) => Object.keys(own)));
    expect(levers.size).toBe(10);
  });

  const uncertain = (input: SimulationInput) => ({ ...input, seed: 5, draws: 500 });
  const fixed = (input: SimulationInput) => {
    const ids = drawable(uncertain(input)).parameters.varying;
    return {
      ...uncertain(input),
      distributions: Object.fromEntries(ids.map((id) => [id, { kind: 'fixed' as const }])),
    };
  };
  const counts = (input: SimulationInput) =>
    input.parcels.landArea.some((area, row) => area > 0 && !Number.isNaN(input.parcels.taxPaid[row] ?? NaN));

  it('the curve over the waived share is the difference of two projections', LONG, () => {
    const waived = scenarios.filter(({ levers }) => levers.plotRatio && levers.waiver && levers.waiver.share > 0);
    let held = 0;
    for (const input of waived.filter(counts)) {
      const { waiver } = input.levers;
      const at = (share: number) => naiveValue({ ...input, levers: { ...input.levers, waiver: { ...waiver, share } } });
      const size = Math.max(1, ...naiveProjection(input).tax.map(Math.abs));
      for (const { share, netBenefit } of (waiverCurve(drawable(fixed(input)))?.points ?? []).filter(
        (_, step) => step % 5 === 0,
      )) {
        held++;
        expect(Math.abs(netBenefit.p50 - (at(share) - at(0)))).toBeLessThan(1e-8 * size);
      }
    }
    expect(held).toBeGreaterThan(20);
  });

  it('swings are two projections, at values the model can take', LONG, () => {
    // With a pool the plan itself depends on prices; a swing keeps the plan.
    const unpooled = scenarios.filter(({ levers }) => !levers.fund);
    for (const input of unpooled.filter(counts).slice(0, sampleOf(15, 150))) {
      const horizon = input.assumptions?.horizon ?? 10;
      for (const { id, from, to, low, high } of swingsOf(drawable(uncertain(input)), 'cumulativeValue', horizon)) {
        const at = (value: number) => naiveValue({ ...input, assumptions: { ...input.assumptions, [id]: value } });
        const isGood = (of: AssumptionId, value: number) => isAllowed(of, value);
        expect([isGood(id, from), isGood(id, to)]).toEqual([true, true]);
        const size = Math.max(1, ...naiveProjection(input).tax.map(Math.abs));
        expect(Math.abs(low - at(from))).toBeLessThan(1e-7 * size);
        expect(Math.abs(high - at(to))).toBeLessThan(1e-7 * size);
      }
    }
  });
});
