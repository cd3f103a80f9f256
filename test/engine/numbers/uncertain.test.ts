import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../src/engine/quantity/day';
import { scoreCorrelation, ranksOf } from '../../../src/engine/simulate/uncertain/correlate';
import { drawBlock } from '../../../src/engine/simulate/uncertain/drawBlock';
import { classSums, expectedMetrics } from '../../../src/engine/simulate/uncertain/expectedMetrics';
import { firstDraws, medianError } from '../../../src/engine/simulate/uncertain/firstDraws';
import { seekGoal } from '../../../src/engine/simulate/uncertain/goalSeek';
import { metricIndex, METRICS } from '../../../src/engine/simulate/uncertain/outcomes';
import { planParameters, probabilitiesOf } from '../../../src/engine/simulate/uncertain/parameters';
import { runUncertain } from '../../../src/engine/simulate/uncertain/runUncertain';
import { sortedQuantile } from '../../../src/engine/simulate/uncertain/spread';
import { rankCorrelation } from '../../../src/engine/simulate/uncertain/summary';
import { swingsOf } from '../../../src/engine/simulate/uncertain/swings';
import type { UncertainInput } from '../../../src/engine/simulate/uncertain/uncertainInput';
import { waiverCurve } from '../../../src/engine/simulate/uncertain/waiverCurve';
import { simulate } from '../../../src/engine/simulate/simulate';
import { drawable, finished } from '../simulate/uncertain/draws';
import { caseOf, type CaseInput, columnsOf, inputOf } from './fixture';

const PACK = { packId: 'x', title: 't', clause: 'c', status: 'issued' } as const;

function uncertain(given: Partial<UncertainInput> & Pick<UncertainInput, 'parcels'>): UncertainInput {
  return { levers: {}, firstDay: parseDay('2025-01-01') ?? ('' as never), seed: 7, draws: 500, ...given };
}

/** Every assumption fixed but those given. */
function onlyVarying(input: UncertainInput): UncertainInput {
  const varying = drawable(input).parameters.varying;
  const fixed = Object.fromEntries(varying.map((id) => [id, { kind: 'fixed' as const }]));
  return { ...input, distributions: { ...fixed, ...input.distributions } };
}

function drawn(input: UncertainInput) {
  const outcome = finished(runUncertain(input));
  if (outcome.kind !== 'drawn') throw new Error(JSON.stringify(outcome));
  return outcome.result;
}

/** So many parcels of 33.3 mu, all of them inefficient. */
const parcels = (count: number) =>
  columnsOf({
    landArea: Array.from({ length: count }, () => 33.3),
    taxPaid: Array.from({ length: count }, (_, row) => 10 + row),
    inefficient: Array.from({ length: count }, () => 1),
  });

describe('chances', () => {
  it('of all of it is 1 where it is certain, whatever order the areas are added in', () => {
    const { input } = caseOf('04-chance-of-all') as { input: Record<string, readonly number[]> };
    expect(input).toBeDefined();
    for (const area of [
      [13.3, 12.8, 22.3],
      [0.1, 0.2, 0.3],
      [10.1, 4.8, 1.1, 7.7],
    ]) {
      const result = drawn(
        uncertain({
          parcels: columnsOf({ landArea: area, taxPaid: area.map((_, row) => row), inefficient: area.map(() => 1) }),
          levers: { disposal: { share: 1, byYear: 2026 } },
          assumptions: { disposalOnTime: 1, horizon: 2 },
          distributions: { disposalOnTime: { kind: 'fixed' } },
          targets: [{ id: 'x', metric: 'disposalRate', byYear: 2026, atLeast: 1 }],
        }),
      );
      expect(result.targets[0]?.chance).toBe(1);
    }
  });

  it.each([4, 20, 100])('of a goal near the top agree with p^n: all of %i parcels', (count) => {
    const input = onlyVarying(
      uncertain({ parcels: parcels(count), levers: { disposal: { share: 0.1, byYear: 2025 } } }),
    );
    const goal = { kind: 'chance', metric: 'disposedArea', year: 2028, value: 33.3 * count, chance: 0.8 } as const;
    const outcome = finished(seekGoal(input, 'disposalShare', goal));
    if (outcome.kind !== 'reached') throw new Error(outcome.kind);
    const exact = (1 - 0.15 ** 4) ** count;
    expect(Math.abs(outcome.reached - exact)).toBeLessThan(4 * Math.sqrt((exact * (1 - exact)) / 1000) + 0.001);
  });

  it('out of reach, the turn that goes furthest is told, with what it comes to', () => {
    const input = uncertain({ parcels: parcels(20), levers: { disposal: { share: 0.1, byYear: 2025 } } });
    const goal = { kind: 'chance', metric: 'disposedArea', year: 2028, value: 5000, chance: 0.8 } as const;
    const outcome = finished(seekGoal(input, 'disposalShare', goal));
    if (outcome.kind !== 'outOfReach') throw new Error(outcome.kind);
    expect(outcome.best.knob).toBe(1);
    expect(outcome.best.middle).toBeCloseTo(666, 6);
  });
});

describe('what is told at once', () => {
  it('is what the run begins with: within what is physically possible, its median near that of the run', () => {
    const input = uncertain({
      parcels: {
        ...parcels(10),
        plotRatio: new Float64Array(10).fill(0.8),
        plannedPlotRatio: new Float64Array(10).fill(2),
        isIndustrialCarrier: new Float64Array(10).fill(1),
        useUnchanged: new Float64Array(10).fill(1),
      },
      levers: { plotRatio: { target: 1.6 }, waiver: { share: 1, basis: PACK }, disposal: { share: 0.5, byYear: 2026 } },
      draws: 5000,
    });
    const ready = drawable(input);
    const asked = [
      { metric: 'landPriceWaived', year: 10 },
      { metric: 'disposedArea', year: 3 },
      { metric: 'taxPerMu', year: 10 },
    ] as const;
    const [waived, disposed, perMu] = finished(firstDraws(ready, asked));
    expect(waived?.[0]).toBeGreaterThanOrEqual(0);
    expect(disposed?.at(-1)).toBeLessThanOrEqual(166.5 + 1e-6);
    const { metrics } = drawn(input);
    const [told, ran] = [sortedQuantile(perMu ?? new Float64Array(), 0.5), metrics.taxPerMu[10]?.p50 ?? NaN];
    expect(Math.abs(told - ran)).toBeLessThanOrEqual(2 * medianError(perMu ?? new Float64Array()));
    const block = finished(drawBlock(ready, 0));
    const whole = Float64Array.from(
      { length: 500 },
      (_, draw) => block.metrics[(draw * METRICS.length + metricIndex('disposedArea')) * 11 + 3] ?? NaN,
    );
    expect(whole.sort()).toEqual(disposed);
  });
});

describe('swings', () => {
  const twenty = () => ({
    landArea: Array.from({ length: 20 }, () => 60),
    taxPaid: Array.from({ length: 20 }, () => 100),
  });
  const at = (input: UncertainInput, id: string, value: number, metric: 'cumulativeValue' | 'tax') => {
    const outcome = finished(simulate({ ...input, assumptions: { ...input.assumptions, [id]: value } }));
    if (outcome.kind !== 'done') throw new Error(outcome.kind);
    return outcome.result.scenario[metric].at(-1) ?? NaN;
  };

  it.each([
    ['constructionLag', { kind: 'triangular', least: 1, likeliest: 2, greatest: 4 }],
    ['resupplyDelay', { kind: 'uniform', least: 1, greatest: 4 }],
    ['occupancy', { kind: 'normal', mean: 0.85, deviation: 0.2 }],
  ] as const)('of %s are taken as the model takes them, whole and within range', (id, distribution) => {
    const input = onlyVarying(
      uncertain({
        parcels: columnsOf({
          ...twenty(),
          plotRatio: Array.from({ length: 20 }, () => 0.8),
          inefficient: Array.from({ length: 20 }, (_, row) => row % 2),
        }),
        levers: { plotRatio: { target: 1.6 }, disposal: { share: 1, byYear: 2026 } },
        distributions: { [id]: distribution },
      }),
    );
    for (const metric of ['cumulativeValue', 'tax'] as const) {
      const [swing] = swingsOf(drawable(input), metric, 10);
      if (!swing) throw new Error('no swing');
      expect(swing.low).toBeCloseTo(at(input, id, swing.from, metric), 6);
      expect(swing.high).toBeCloseTo(at(input, id, swing.to, metric), 6);
      expect(swing.low).not.toBeCloseTo(swing.high, 0);
    }
  });
});

describe('the curve over the waived share', () => {
  it.each([
    [1, 0],
    [0.5, 0],
    [0.2, 0],
    [0.05, 0],
    [1, 0.4],
    [0.3, 0.4],
  ])('at uptake pace %f and mixed share %f is what the projection gains', (uptakePace, mixedShare) => {
    const three = {
      landArea: [60, 60, 60],
      taxPaid: [480, 480, 480],
      plotRatio: [0.8, 0.8, 0.8],
      plannedPlotRatio: [2, 2, 2],
      industrialFloorArea: [32000, 32000, 32000],
      isIndustrialCarrier: [1, 1, 1],
      useUnchanged: [1, 1, 1],
    };
    const assumptions = { uptakePace, buildingSubsidy: 30 };
    const levers = (share: number) => ({ plotRatio: { target: 1.6, mixedShare }, waiver: { share, basis: PACK } });
    const input = onlyVarying(uncertain({ parcels: columnsOf(three), levers: levers(1), assumptions }));
    const value = (share: number) => {
      const outcome = finished(simulate({ ...input, levers: levers(share) }));
      if (outcome.kind !== 'done') throw new Error(outcome.kind);
      return outcome.result.scenario.cumulativeValue.at(-1) ?? NaN;
    };
    const curve = waiverCurve(drawable(input));
    for (const { share, netBenefit } of curve?.points ?? [])
      expect(netBenefit.p50).toBeCloseTo(value(share) - value(0), 6);
    expect(curve?.points.length).toBe(21);
  });
});

describe('groups', () => {
  it('share the tax of new projects in the draws as in the projection', () => {
    const { input, levers, assumptions } = (() => {
      const {
        levers: of,
        assumptions: own,
        ...columns
      } = (caseOf('21-drawn-groups-no-sharing') as { input: CaseInput & CaseInput['parcels'] }).input;
      return { input: (columns as unknown as Partial<CaseInput>).parcels ?? columns, levers: of, assumptions: own };
    })();
    const given = inputOf({ parcels: input, levers, ...(assumptions ? { assumptions } : {}) });
    const certain = onlyVarying(uncertain({ ...given }));
    const outcome = finished(simulate(given));
    if (outcome.kind !== 'done') throw new Error(outcome.kind);
    const told = new Map((outcome.result.groups.township ?? []).map(({ code, scenario }) => [code, scenario.taxPerMu]));
    const { groups } = drawn(certain);
    expect(groups.length).toBe(2);
    for (const { code, taxPerMu } of groups) expect(taxPerMu.at(-1)?.p50).toBeCloseTo(told.get(code) ?? NaN, 6);
    expect(told.get(1)).toBeCloseTo(8.377, 2);
  });
});

describe('correlations', () => {
  it.each([-0.9, -0.3, 0.3, 0.5, 0.7, 0.95])('of ranks are those asked for: %f', (asked) => {
    expect(scoreCorrelation(asked)).toBeCloseTo(2 * Math.sin((Math.PI * asked) / 6), 15);
    const plan = planParameters(
      undefined,
      {
        landPrice: { kind: 'uniform', least: 20, greatest: 60 },
        monthlyRent: { kind: 'uniform', least: 10, greatest: 20 },
      },
      [{ a: 'landPrice', b: 'monthlyRent', value: asked }],
    );
    const [a, b] = [plan.varying.indexOf('landPrice'), plan.varying.indexOf('monthlyRent')];
    let sum = 0;
    for (let block = 0; block < 20; block++) {
      const columns = probabilitiesOf(plan, 3, block, 500).map(ranksOf);
      sum += rankCorrelation(columns[a] ?? new Uint32Array(), columns[b] ?? new Uint32Array()) / 20;
    }
    expect(Math.abs(sum - asked)).toBeLessThan(0.006);
  });
});

describe('what is expected in closed form', () => {
  it('is the projection, the quota by tasks included', () => {
    const input = onlyVarying(
      uncertain({
        parcels: parcels(6),
        levers: { disposal: { share: 1, byYear: 2027 }, incrementStock: { baseQuota: 500, mode: 'tasks' } },
      }),
    );
    const ready = drawable(input);
    const at = expectedMetrics(ready, classSums(ready), ready.parameters.values);
    const outcome = finished(simulate(input));
    if (outcome.kind !== 'done') throw new Error(outcome.kind);
    for (const metric of ['tax', 'newLandQuota', 'cumulativeValue', 'taxPerMu'] as const)
      for (let year = 0; year <= 10; year++)
        expect(at[metricIndex(metric) * 11 + year]).toBeCloseTo(outcome.result.scenario[metric][year] ?? NaN, 6);
    const drawnQuota = drawn({ ...input, draws: 5000 }).metrics.newLandQuota;
    for (let year = 0; year <= 10; year++)
      expect(
        Math.abs((drawnQuota[year]?.mean ?? NaN) - (outcome.result.scenario.newLandQuota[year] ?? NaN)),
      ).toBeLessThan(4);
  });
});
