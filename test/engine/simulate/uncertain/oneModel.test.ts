import { describe, expect, it } from 'vitest';
import {
  ASSUMPTION_IDS,
  type AssumptionId,
  type AssumptionOverrides,
} from '../../../../src/engine/simulate/assumption';
import type { Levers } from '../../../../src/engine/simulate/levers/all';
import type { SimulationInput } from '../../../../src/engine/simulate/scenario';
import { simulate } from '../../../../src/engine/simulate/simulate';
import { drawBlock, type Drawable } from '../../../../src/engine/simulate/uncertain/drawBlock';
import { classSums, expectedMetrics } from '../../../../src/engine/simulate/uncertain/expectedMetrics';
import { type Metric, METRICS, metricIndex } from '../../../../src/engine/simulate/uncertain/outcomes';
import { mayVary } from '../../../../src/engine/simulate/uncertain/distribution';
import { randomScenario } from '../../../oracles/randomScenario';
import { drawable, finished } from './draws';

/** Every chance 0 or 1: owners all respond or none does, at once, and what is planned happens. */
function certain(input: SimulationInput, all: boolean): SimulationInput {
  const assumptions: AssumptionOverrides = {
    ...input.assumptions,
    ...{ uptakeCeiling: all ? 1 : 0, uptakeMidpoint: 100, uptakeSpread: 0.1, uptakePace: 1, disposalOnTime: 1 },
    // A payback far below the midpoint: all the response there is.
    ...{ monthlyRent: 500, occupancy: 1, buildingCost: 100, landPrice: 10 },
  };
  const { upgrade, ...others } = input.levers;
  const levers: Levers = upgrade ? { ...others, upgrade: { ...upgrade, response: all ? 1 : 0 } } : others;
  return { ...input, assumptions, levers };
}

/** The scenario with every assumption fixed. */
function fixed(input: SimulationInput): Drawable {
  const ids = ASSUMPTION_IDS.filter(mayVary);
  const distributions = Object.fromEntries(ids.map((id: AssumptionId) => [id, { kind: 'fixed' as const }]));
  return drawable({ ...input, seed: 3, draws: 500, distributions });
}

/** The projection's own value for a metric of the draws, added up over the years where that is. */
function projectionOf(input: SimulationInput): Readonly<Record<Metric, Float64Array>> {
  const outcome = finished(simulate(input));
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  const { scenario: of } = outcome.result;
  const cumulative = (...columns: Float64Array[]) => {
    let sum = 0;
    return of.tax.map((_, year) => (sum += columns.reduce((all, column) => all + (column[year] ?? NaN), 0)));
  };
  return {
    ...{ landArea: of.landArea, tax: of.tax, taxPerMu: of.taxPerMu, newLandQuota: of.newLandQuota },
    surcharge: of.surcharge,
    ...{ netFiscal: of.netFiscal, cumulativeValue: of.cumulativeValue },
    disposedArea: cumulative(of.disposedArea),
    floorAreaAdded: cumulative(of.floorAreaAdded),
    landPriceWaived: cumulative(of.landPriceWaived),
    deadweight: cumulative(of.deadweight),
    publicCost: cumulative(of.subsidy, of.disposalCost, of.upgradeCost),
  };
}

const scenarios = Array.from({ length: 150 }, (_, seed) => randomScenario(seed)).filter(({ parcels }) =>
  parcels.landArea.some((area, row) => area > 0 && !Number.isNaN(parcels.taxPaid[row] ?? NaN)),
);

/** Money is a difference of amounts as large as the tax at stake. */
const MONEY: readonly Metric[] = ['landPriceWaived', 'deadweight', 'publicCost', 'netFiscal', 'cumulativeValue'];

/** How far apart a draw's metrics and the projection are at most, in parts of what is at stake. */
function farthest(drawn: Float64Array, input: SimulationInput, years: number): number {
  const projected = projectionOf(input);
  let most = 0;
  for (const metric of METRICS) {
    const own = projected[metric].filter((value) => !Number.isNaN(value));
    const stake = MONEY.includes(metric) ? projected.tax : own;
    const size = Math.max(1, ...own.map(Math.abs), ...stake.map(Math.abs));
    for (let year = 0; year < years; year++) {
      const [one, other] = [drawn[metricIndex(metric) * years + year] ?? NaN, projected[metric][year] ?? NaN];
      if (Number.isNaN(one) && Number.isNaN(other)) continue;
      most = Math.max(most, Number.isNaN(one - other) ? Infinity : Math.abs(one - other) / size);
    }
  }
  return most;
}

describe('one model in two forms (docs/adr/0006)', () => {
  it('covers every lever', () => {
    expect(new Set(scenarios.flatMap(({ levers }) => Object.keys(levers))).size).toBe(10);
  });

  it.each([true, false])(
    'where every chance is 0 or 1 and assumptions are fixed, each draw is the projection (all respond: %s)',
    (all) => {
      for (const [index, given] of scenarios.entries()) {
        const input = certain(given, all);
        const ready = fixed(input);
        const years = ready.parameters.values.horizon + 1;
        const { metrics, draws } = finished(drawBlock(ready, 0, { draws: 2 }));
        expect(draws).toBe(2);
        const first = metrics.subarray(0, METRICS.length * years);
        expect(farthest(first, input, years), `scenario ${String(index)}`).toBeLessThan(1e-9);
        expect([...metrics.subarray(METRICS.length * years)]).toEqual([...first]);
      }
    },
  );

  it('elsewhere the mean of the drawn form, in closed form, is the projection', () => {
    for (const [index, input] of scenarios.entries()) {
      const ready = fixed(input);
      const { values } = ready.parameters;
      const means = expectedMetrics(ready, classSums(ready), values);
      expect(farthest(means, input, values.horizon + 1), `scenario ${String(index)}`).toBeLessThan(1e-9);
    }
  });
});
