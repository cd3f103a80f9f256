import { describe, expect, it } from 'vitest';
import { assumptionValues } from '../../../../src/engine/simulate/assumption';
import type { ParcelColumns } from '../../../../src/engine/simulate/parcels';
import { checkGoal, seekGoal } from '../../../../src/engine/simulate/uncertain/goalSeek';
import { classSums, expectedMetrics } from '../../../../src/engine/simulate/uncertain/expectedMetrics';
import { metricIndex } from '../../../../src/engine/simulate/uncertain/outcomes';
import { runUncertain } from '../../../../src/engine/simulate/uncertain/runUncertain';
import { swingsOf } from '../../../../src/engine/simulate/uncertain/swings';
import { checkUncertain, type UncertainInput } from '../../../../src/engine/simulate/uncertain/uncertainInput';
import { waiverCurve } from '../../../../src/engine/simulate/uncertain/waiverCurve';
import { drawable, finished, uncertain } from './draws';

const result = (input: UncertainInput) => {
  const outcome = finished(runUncertain(input));
  if (outcome.kind !== 'drawn') throw new Error(JSON.stringify(outcome));
  return outcome.result;
};

describe('a goal', () => {
  const input = uncertain(600, { levers: { disposal: { share: 0.2, byYear: 2026 } } });
  const opening = drawable(input).events.openingInefficientArea;

  it('on a chance: which share of disposal gives eight in ten for an area; the exact draws agree', () => {
    const area = 0.5 * opening;
    const goal = { kind: 'chance', metric: 'disposedArea', year: 2027, value: area, chance: 0.8 } as const;
    const outcome = finished(seekGoal(input, 'disposalShare', goal));
    if (outcome.kind !== 'reached') throw new Error(outcome.kind);
    expect(outcome.knob).toBeGreaterThan(0.5);
    expect(outcome.reached).toBeGreaterThanOrEqual(0.8);
    const below = outcome.trials.filter(({ knob }) => knob < outcome.knob);
    expect(below.every(({ reached }) => reached < 0.8)).toBe(true);
    const target = { id: 'x', metric: 'disposedArea', byYear: 2027, atLeast: area } as const;
    const levers = { disposal: { share: outcome.knob, byYear: 2026 } };
    const { targets } = result({ ...input, levers, targets: [target], draws: 4000 });
    expect(Math.abs((targets[0]?.chance ?? NaN) - 0.8)).toBeLessThan(0.06);
  });

  it('on a value, and out of reach where no turn gives it', () => {
    const middle = { kind: 'middle', metric: 'disposedArea', year: 2034, value: 0.4 * opening } as const;
    expect(finished(seekGoal(input, 'disposalShare', middle))).toMatchObject({ kind: 'reached' });
    const more = { ...middle, value: 2 * opening };
    const outcome = finished(seekGoal(input, 'disposalShare', more));
    expect(outcome).toMatchObject({ kind: 'outOfReach', best: { knob: 1 } });
  });

  it('needs its lever', () => {
    const goal = { kind: 'middle', metric: 'tax', year: 2030, value: 1 } as const;
    expect(finished(seekGoal(input, 'upgradeUplift', goal))).toEqual({ kind: 'failed', code: 'noLever' });
    expect(checkGoal({ ...goal, year: 2040 }, 2024, 10)).toEqual([{ code: 'dates' }]);
  });
});

describe('the waiver', () => {
  /** The worked parcel of model.md, alone. */
  const parcel: ParcelColumns = {
    landArea: Float64Array.of(60),
    taxPaid: Float64Array.of(480),
    plotRatio: Float64Array.of(0.8),
    plannedPlotRatio: Float64Array.of(2),
    isIndustrialCarrier: Float64Array.of(1),
    useUnchanged: Float64Array.of(1),
  };
  const { waiver } = uncertain(1).levers;
  const input = (distributions: UncertainInput['distributions']): UncertainInput => ({
    ...uncertain(1),
    parcels: parcel,
    levers: { plotRatio: { target: 1.6 }, ...(waiver ? { waiver } : {}) },
    ...(distributions ? { distributions } : {}),
  });

  it('with certain assumptions is the curve of the fixture: best at 0.9, 227.58 against nothing waived', () => {
    const ids = drawable(input(undefined)).parameters.varying;
    const fixed = Object.fromEntries(ids.map((id) => [id, { kind: 'fixed' as const }]));
    const curve = waiverCurve(drawable(input(fixed)));
    expect(curve?.bestOnAverage).toBe(0.9);
    const at = (share: number) => curve?.points.find((point) => point.share === share)?.netBenefit;
    expect(at(0.9)?.p50).toBeCloseTo(227.57926498969596, 8);
    expect(at(1)?.mean).toBeCloseTo(224.1308385693195, 8);
    expect(curve?.points.find(({ bestIn }) => bestIn > 0.999)?.share).toBe(0.9);
  });

  it('with uncertain ones is a curve with its spread, and no single best share', () => {
    const curve = waiverCurve(drawable(input(undefined)));
    const last = curve?.points.at(-1)?.netBenefit;
    expect((last?.p95 ?? NaN) - (last?.p5 ?? NaN)).toBeGreaterThan(100);
    expect(curve?.points.filter(({ bestIn }) => bestIn > 0).length).toBeGreaterThan(3);
    expect(curve?.points.reduce((sum, { bestIn }) => sum + bestIn, 0)).toBeCloseTo(1, 9);
  });

  it('has no curve where no parcel is inside the gate', () => {
    expect(waiverCurve(drawable(uncertain(60, { levers: { plotRatio: { target: 2 } } })))).toBeUndefined();
  });
});

describe('what matters most', () => {
  const input = uncertain(600);

  it('swings: each assumption alone, from its 5th to its 95th percentile', () => {
    const ready = drawable(input);
    const [first, ...others] = swingsOf(ready, 'tax', 10);
    const size = (swing: { low: number; high: number } | undefined) => Math.abs((swing?.high ?? 0) - (swing?.low ?? 0));
    expect(others.every((swing) => size(swing) <= size(first))).toBe(true);
    const { values } = ready.parameters;
    const at = expectedMetrics(ready, classSums(ready), { ...values, [first?.id ?? 'landPrice']: first?.to ?? NaN });
    expect(first?.high).toBe(at[metricIndex('tax') * 11 + 10]);
  });

  it('the rank correlations name the assumption that only it depends on', () => {
    const { influences } = result(uncertain(600, { levers: { disposal: { share: 0.6, byYear: 2033 } } }));
    expect(influences.disposedArea?.[0]?.id).toBe('disposalOnTime');
    expect(influences.disposedArea?.[0]?.correlation).toBeGreaterThan(0.2);
    expect(Math.abs(influences.disposedArea?.[1]?.correlation ?? 1)).toBeLessThan(0.15);
  });
});

describe('an uncertain input that cannot be computed', () => {
  const sound = uncertain(20);

  it.each<[string, Partial<UncertainInput>, object]>([
    [
      'a negative cost',
      { distributions: { buildingCost: { kind: 'uniform', least: -5, greatest: 5 } } },
      { code: 'distribution', field: 'buildingCost' },
    ],
    [
      'ends that are reversed',
      { distributions: { landPrice: { kind: 'pert', least: 50, likeliest: 40, greatest: 30 } } },
      { code: 'distribution', field: 'landPrice' },
    ],
    [
      'a ramp above 1',
      { distributions: { rampYear3: { kind: 'uniform', least: 0.9, greatest: 1.2 } } },
      { code: 'distribution', field: 'rampYear3' },
    ],
    [
      'a correlation above 1',
      { correlations: [{ a: 'landPrice', b: 'buildingCost', value: 1.2 }] },
      { code: 'correlation' },
    ],
    [
      'a correlation with itself',
      { correlations: [{ a: 'landPrice', b: 'landPrice', value: 0.2 }] },
      { code: 'correlation' },
    ],
    ['too few draws', { draws: 10 }, { code: 'draws' }],
    ['a seed that is no number', { seed: NaN }, { code: 'draws' }],
    [
      'a target in a year gone by',
      { targets: [{ id: 'x', metric: 'tax', byYear: 2020, atLeast: 1 }] },
      { code: 'dates' },
    ],
    [
      'a target that is no number',
      { targets: [{ id: 'x', metric: 'tax', byYear: 2030, atLeast: NaN }] },
      { code: 'dates' },
    ],
    [
      'an assumption that is no number',
      { assumptions: { landPrice: NaN } },
      { code: 'assumptionOutOfRange', field: 'landPrice' },
    ],
  ])('%s', (_, change, problem) => {
    expect(checkUncertain({ ...sound, ...change })).toEqual([problem]);
    expect(finished(runUncertain({ ...sound, ...change }))).toEqual({
      kind: 'failed',
      code: 'badInput',
      problems: [problem],
    });
  });

  it('a normal distribution that leaves the range is brought to its end, and the draws so changed are counted', () => {
    const occupancy = { kind: 'normal', mean: 0.95, deviation: 0.1 } as const;
    expect(result(uncertain(20, { distributions: { occupancy } })).clamped).toBeGreaterThan(200);
    expect(assumptionValues().occupancy).toBe(0.85);
  });
});
