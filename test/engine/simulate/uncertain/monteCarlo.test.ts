import { describe, expect, it } from 'vitest';
import { type AssumptionId, assumptionValues } from '../../../../src/engine/simulate/assumption';
import { ownerPayback, uptake } from '../../../../src/engine/simulate/equations';
import { simulate } from '../../../../src/engine/simulate/simulate';
import { disposalDistribution, areaWithChance } from '../../../oracles/disposalDistribution';
import { drawBlock, type DrawnBlock } from '../../../../src/engine/simulate/uncertain/drawBlock';
import type { Distribution } from '../../../../src/engine/simulate/uncertain/distribution';
import { firstDraws } from '../../../../src/engine/simulate/uncertain/firstDraws';
import { type Metric, metricIndex } from '../../../../src/engine/simulate/uncertain/outcomes';
import { runUncertain } from '../../../../src/engine/simulate/uncertain/runUncertain';
import { sortedQuantile, spreadOf } from '../../../../src/engine/simulate/uncertain/spread';
import { metricColumn, isEnough, percentileInterval } from '../../../../src/engine/simulate/uncertain/stopRule';
import type { UncertainInput } from '../../../../src/engine/simulate/uncertain/uncertainInput';
import { WIDTH } from '../../../../src/engine/simulate/uncertain/events';
import { hashOfBits } from '../../../support/bits';
import { tallyPlainly } from '../../../oracles/tallyPlainly';
import { blocksOf, drawable, finished, uncertain } from './draws';
import { SAME_BITS, sameBits } from './sameBits';

const YEARS = 11;
const FIXED: Distribution = { kind: 'fixed' };

/** Every assumption at its value: only the parcels are left to chance. */
function certain(input: UncertainInput): UncertainInput {
  const ids = drawable(input).parameters.varying;
  return { ...input, distributions: Object.fromEntries(ids.map((id: AssumptionId) => [id, FIXED])) };
}

const column = (blocks: readonly DrawnBlock[], metric: Metric, year: number) =>
  metricColumn(blocks, metricIndex(metric), year, YEARS);
const meanOf = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
const varianceOf = (values: Float64Array) => {
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
};

describe('the draws of parcels', () => {
  it('the fast form is the plain form, bit for bit, for every metric, group and year', () => {
    for (const change of [
      {},
      { assumptions: { uptakePace: 0.4, horizon: 7 } },
      { assumptions: { disposalOnTime: 1 } },
    ]) {
      const ready = drawable(uncertain(97, change));
      const [fast, plain] = [finished(drawBlock(ready, 3)), finished(drawBlock(ready, 3, { tally: tallyPlainly }))];
      expect(fast).toStrictEqual(plain);
    }
  });

  it('agree with the projection of expected values in every year, within four standard errors', () => {
    const input = certain(uncertain(300));
    const blocks = blocksOf(input, 8);
    const outcome = finished(simulate(input));
    if (outcome.kind !== 'done') throw new Error(outcome.code);
    const { scenario } = outcome.result;
    for (const metric of ['landArea', 'tax', 'netFiscal', 'cumulativeValue'] as const)
      for (let year = 0; year < YEARS; year++) {
        const values = column(blocks, metric, year);
        const error = Math.sqrt(varianceOf(values) / values.length);
        const expected = scenario[metric][year] ?? NaN;
        expect(Math.abs(meanOf(values) - expected)).toBeLessThanOrEqual(4 * error + 1e-9 * Math.abs(expected));
      }
  });

  it('have the mean and the variance of independent tosses', () => {
    const { upgrade: _upgrade, disposal: _disposal, waiver: _waiver, ...levers } = uncertain(300).levers;
    const input = certain(uncertain(300, { levers }));
    const blocks = blocksOf(input, 8);
    const chance = uptake(ownerPayback(0, assumptionValues()), assumptionValues());
    const [floors] = drawable(input).events.classes;
    const each = floors?.values.filter((_, index) => index % WIDTH === 0) ?? new Float64Array();
    const values = column(blocks, 'floorAreaAdded', 10);
    const mean = chance * each.reduce((sum, value) => sum + value, 0);
    const variance = chance * (1 - chance) * each.reduce((sum, value) => sum + value * value, 0);
    expect(Math.abs(meanOf(values) - mean)).toBeLessThan(4 * Math.sqrt(variance / values.length));
    expect(Math.abs(varianceOf(values) / variance - 1)).toBeLessThan(0.1);
  });

  it('keep land and disposal together: what has left is what was disposed of the year before', () => {
    const levers = { disposal: { share: 0.6, byYear: 2027 } };
    const blocks = blocksOf(uncertain(300, { levers, assumptions: { resupplyDelay: 10 } }), 1);
    const land = column(blocks, 'landArea', 5);
    const opening = column(blocks, 'landArea', 0);
    const disposed = column(blocks, 'disposedArea', 4);
    land.forEach((area, draw) => expect(area).toBeCloseTo((opening[draw] ?? NaN) - (disposed[draw] ?? NaN), 6));
  });

  it('the groups’ disposal adds up to the county’s', () => {
    const ready = drawable(uncertain(300));
    const blocks = [0, 1].map((block) => finished(drawBlock(ready, block)));
    const { groups, total } = disposalDistribution(ready, blocks);
    const means = groups.map(({ byYear }) => meanOf(byYear[4] ?? new Float64Array()));
    expect(means.length).toBeGreaterThan(5);
    expect(means.reduce((sum, mean) => sum + mean, 0)).toBeCloseTo(meanOf(total[4] ?? new Float64Array()), 6);
    const sorted = total[4] ?? new Float64Array();
    expect(sorted.filter((area) => area >= areaWithChance(sorted, 0.8)).length / sorted.length).toBeCloseTo(0.8, 2);
  });
});

describe('the same bits', () => {
  it('whichever block is drawn first, on whatever thread: a block depends on the seed and its number', () => {
    const ready = drawable(uncertain(120));
    const forwards = [0, 1, 2].map((block) => finished(drawBlock(ready, block)));
    const backwards = [2, 1, 0].map((block) => finished(drawBlock(drawable(uncertain(120)), block)));
    expect(backwards.reverse()).toStrictEqual(forwards);
  });

  it('as on the day this was written (the browsers are held to the same in test/browser)', () => {
    expect(sameBits()).toBe(SAME_BITS);
  });

  it('another seed gives other draws', () => {
    const hash = (seed: number) => hashOfBits(blocksOf(uncertain(120, { seed }), 1).map(({ metrics }) => metrics));
    expect(hash(1)).not.toBe(hash(2));
  });
});

describe('stopping', () => {
  const stop = { metric: 'taxPerMu', year: 2034, percentile: 0.05, within: 0.02 } as const;

  it('the interval of a percentile covers it as often as it says', () => {
    let covered = 0;
    for (let seed = 0; seed < 200; seed++) {
      const sorted = Float64Array.from({ length: 500 }, (_, index) => normalish(seed, index)).sort();
      const [low, high] = percentileInterval(sorted, 0.05);
      if (low <= -1.6448536 && -1.6448536 <= high) covered++;
    }
    expect(covered / 200).toBeGreaterThan(0.91);
  });

  it('stops after the first blocks that are enough, and not before four', () => {
    const input = uncertain(200, { draws: 20_000, stop });
    const outcome = finished(runUncertain(input));
    if (outcome.kind !== 'drawn') throw new Error(outcome.code);
    const { draws } = outcome.result;
    expect(draws).toBeGreaterThanOrEqual(2000);
    expect(draws).toBeLessThan(20_000);
    const blocks = blocksOf(input, draws / 500);
    const given = { firstYear: 2024, years: YEARS };
    expect(isEnough(blocks, stop, given)).toBe(true);
    expect(isEnough(blocks.slice(0, -1), stop, given)).toBe(false);
  });
});

/** Normal numbers from a cheap hash of two counters (Box and Muller). */
function normalish(seed: number, index: number): number {
  const hash = (salt: number) => {
    let mixed = Math.imul(seed * 7919 + index * 104_729 + salt, 0x9e3779b1) >>> 0;
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) >>> 0;
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35) >>> 0;
    return (((mixed ^ (mixed >>> 16)) >>> 0) + 0.5) / 4_294_967_296;
  };
  return Math.sqrt(-2 * Math.log(hash(1))) * Math.cos(2 * Math.PI * hash(2));
}

describe('the first draws', () => {
  it('are those of the run, and their median is within 0.5 % of it on 2,000 parcels', () => {
    const ready = drawable(uncertain(2000));
    const blocks = Array.from({ length: 8 }, (_, block) => finished(drawBlock(ready, block)));
    const asked = [
      { metric: 'taxPerMu', year: 10 },
      { metric: 'disposedArea', year: 2 },
      { metric: 'tax', year: 6 },
    ] as const;
    finished(firstDraws(ready, asked)).forEach((first, index) => {
      const { metric = 'tax', year = 0 } = asked[index] ?? {};
      expect(first).toEqual(column(blocks.slice(0, 1), metric, year).sort());
      const { p50 } = spreadOf(column(blocks, metric, year));
      expect(Math.abs(sortedQuantile(first, 0.5) / p50 - 1)).toBeLessThan(0.005);
    });
  });

  it('are fewer over very many parcels', () => {
    const ready = drawable(uncertain(40_000));
    const [first] = finished(firstDraws(ready, [{ metric: 'tax', year: 5 }]));
    expect(first?.length).toBeLessThan(500);
    expect(first?.length).toBeGreaterThanOrEqual(100);
  });
});
