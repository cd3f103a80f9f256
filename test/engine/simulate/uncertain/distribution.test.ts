import { describe, expect, it } from 'vitest';
import { ASSUMPTION_IDS, assumptionOf, assumptionValues } from '../../../../src/engine/simulate/assumption';
import { rankCorrelation } from '../../../../src/engine/simulate/uncertain/summary';
import { cholesky, ranksOf, repairCorrelations } from '../../../../src/engine/simulate/uncertain/correlate';
import {
  defaultDistribution,
  type Distribution,
  isDistribution,
  mayVary,
  quantileOf,
} from '../../../../src/engine/simulate/uncertain/distribution';
import { normalQuantile } from '../../../../src/engine/simulate/uncertain/normal';
import { drawParameters, planParameters } from '../../../../src/engine/simulate/uncertain/parameters';

/** The integral of a density by Simpson's rule: an oracle that knows nothing of quantiles. */
function integral(density: (x: number) => number, from: number, to: number, steps = 4000): number {
  const width = (to - from) / steps;
  let sum = density(from) + density(to);
  for (let step = 1; step < steps; step++) sum += density(from + step * width) * (step % 2 === 1 ? 4 : 2);
  return (sum * width) / 3;
}

const bell = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
const normalProbability = (x: number) => 0.5 + integral(bell, 0, x);

interface Case {
  readonly distribution: Exclude<Distribution, { kind: 'fixed' }>;
  readonly probability: (x: number) => number;
  readonly mean: number;
  readonly variance: number;
}

const pertDensity = (x: number) => 30 * x * x * (1 - x) ** 2;
const CASES: readonly Case[] = [
  {
    distribution: { kind: 'uniform', least: 30, greatest: 50 },
    probability: (x) => (x - 30) / 20,
    mean: 40,
    variance: 400 / 12,
  },
  {
    distribution: { kind: 'triangular', least: 20, likeliest: 30, greatest: 60 },
    probability: (x) => (x < 30 ? (x - 20) ** 2 / 400 : 1 - (60 - x) ** 2 / 1200),
    mean: 110 / 3,
    variance: (400 + 900 + 3600 - 600 - 1200 - 1800) / 18,
  },
  {
    // Likeliest in the middle: a beta distribution with both parameters 3.
    distribution: { kind: 'pert', least: 30, likeliest: 40, greatest: 50 },
    probability: (x) => integral(pertDensity, 0, (x - 30) / 20),
    mean: 40,
    variance: 400 / 28,
  },
  {
    distribution: { kind: 'normal', mean: 40, deviation: 3 },
    probability: (x) => normalProbability((x - 40) / 3),
    mean: 40,
    variance: 9,
  },
  {
    distribution: { kind: 'lognormal', median: 40, deviation: 0.25 },
    probability: (x) => normalProbability(Math.log(x / 40) / 0.25),
    mean: 40 * Math.exp(0.25 ** 2 / 2),
    variance: 1600 * (Math.exp(0.25 ** 2) - 1) * Math.exp(0.25 ** 2),
  },
];

/** The greatest distance between drawn values and a distribution function (Kolmogorov, Smirnov). */
function distance(values: Float64Array, probability: (x: number) => number): number {
  const sorted = Float64Array.from(values).sort();
  return Math.max(
    ...sorted.map((x, index) => {
      const p = probability(x);
      return Math.max(p - index / sorted.length, (index + 1) / sorted.length - p);
    }),
  );
}

/** 1,500 draws of landPrice in three blocks. */
function drawn(distribution: Distribution): Float64Array {
  const plan = planParameters(undefined, { landPrice: distribution });
  const index = plan.varying.indexOf('landPrice');
  const blocks = [0, 1, 2].map((block) => drawParameters(plan, 9, block, 500).columns[index] ?? new Float64Array());
  return Float64Array.from(blocks.flatMap((column) => [...column]));
}

describe('each distribution', () => {
  it.each(CASES)('$distribution.kind: drawn as its distribution function says', ({ distribution, probability }) => {
    // A Latin hypercube is far nearer than chance: the 1 % point for independent draws is 1.63 / sqrt(n).
    expect(distance(drawn(distribution), probability)).toBeLessThan(1.63 / Math.sqrt(1500));
  });

  it.each(CASES)('$distribution.kind: its mean and variance', ({ distribution, mean, variance }) => {
    const values = drawn(distribution);
    const found = values.reduce((sum, value) => sum + value, 0) / values.length;
    const spread = values.reduce((sum, value) => sum + (value - found) ** 2, 0) / values.length;
    expect(Math.abs(found / mean - 1)).toBeLessThan(1e-3);
    expect(Math.abs(spread / variance - 1)).toBeLessThan(0.03);
  });

  it('the quantile undoes the distribution function', () => {
    for (const { distribution, probability } of CASES)
      for (const p of [0.001, 0.05, 0.3, 0.5, 0.77, 0.95, 0.999])
        expect(probability(quantileOf(distribution)(p))).toBeCloseTo(p, 5);
  });

  it('empirical: each observed value as often as the others', () => {
    const values = drawn({ kind: 'empirical', values: [30, 35, 50] });
    const counts = [30, 35, 50].map((value) => values.filter((of) => of === value).length);
    for (const count of counts) expect(Math.abs(count - 500)).toBeLessThanOrEqual(3);
  });

  it('the normal quantile has its published points', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14);
    expect(normalQuantile(0.25)).toBeCloseTo(-0.6744897501960817, 14);
    expect(normalQuantile(1e-10)).toBeCloseTo(-6.361340902404056, 12);
    expect(normalQuantile(1e-20)).toBeCloseTo(-9.26234008979841, 12);
  });

  it('an impossible one is refused', () => {
    const wrong: Distribution[] = [
      { kind: 'uniform', least: 5, greatest: 5 },
      { kind: 'triangular', least: 5, likeliest: 4, greatest: 9 },
      { kind: 'pert', least: 5, likeliest: 6, greatest: NaN },
      { kind: 'normal', mean: 5, deviation: -1 },
      { kind: 'lognormal', median: -5, deviation: 1 },
      { kind: 'empirical', values: [1] },
      { kind: 'empirical', values: [1, NaN] },
    ];
    expect(wrong.filter(isDistribution)).toEqual([]);
  });

  it('the defaults can be drawn from, lie in range, and centre on the value, whatever it is', () => {
    const values = assumptionValues();
    for (const id of ASSUMPTION_IDS) {
      const { min, max } = assumptionOf(id);
      for (const value of [values[id], min, max]) {
        const distribution = defaultDistribution(id, value);
        expect(isDistribution(distribution)).toBe(true);
        if (distribution.kind !== 'pert') continue;
        expect(mayVary(id)).toBe(true);
        expect([distribution.least >= min, distribution.greatest <= max, distribution.likeliest]).toEqual([
          true,
          true,
          value,
        ]);
      }
    }
  });
});

describe('rank correlation', () => {
  const correlate = (value: number) => {
    const plan = planParameters(undefined, {}, [{ a: 'landPrice', b: 'buildingCost', value }]);
    const columns = drawParameters(plan, 4, 0, 500).columns;
    const ranks = (['landPrice', 'buildingCost', 'uptakeMidpoint'] as const).map((id) =>
      ranksOf(columns[plan.varying.indexOf(id)] ?? new Float64Array()),
    );
    const [price, cost, midpoint] = ranks;
    if (!price || !cost || !midpoint) throw new Error('not drawn');
    return { asked: rankCorrelation(price, cost), other: rankCorrelation(price, midpoint), plan };
  };

  it.each([-0.9, -0.3, 0.5, 0.8])('%d is achieved, and the others stay apart', (value) => {
    const { asked, other, plan } = correlate(value);
    // Scores of normal quantiles: a rank correlation is a little nearer to 0 than that of the scores.
    expect(Math.abs(asked - value)).toBeLessThan(0.04);
    expect(Math.abs(other)).toBeLessThan(0.04);
    expect(plan.correlationsKept).toBe(1);
  });

  it('keeps the Latin hypercube: each stratum once', () => {
    const plan = planParameters(undefined, {}, [{ a: 'landPrice', b: 'buildingCost', value: 0.7 }]);
    const [column = new Float64Array()] = drawParameters(plan, 4, 0, 500).columns;
    const quantile = plan.quantiles[0] ?? Number;
    const sorted = [...column].sort((a, b) => a - b);
    sorted.forEach((value, stratum) => {
      expect(value).toBeGreaterThanOrEqual(quantile(stratum / 500 + 1e-12));
      expect(value).toBeLessThanOrEqual(quantile((stratum + 1) / 500 - 1e-12));
    });
  });

  it('a matrix that cannot be is drawn towards 0 until it can, and that is reported', () => {
    const matrix = [Float64Array.of(1, 0.9, -0.9), Float64Array.of(0.9, 1, 0.9), Float64Array.of(-0.9, 0.9, 1)];
    expect(cholesky(matrix)).toBeUndefined();
    const repaired = repairCorrelations(matrix);
    // Its least eigenvalue is 1 - 2 x 0.9: all correlations may be at most 1 / 1.8 of what was asked.
    expect(repaired.kept).toBeGreaterThan(0.55);
    expect(repaired.kept).toBeLessThan(1 / 1.8);
    expect(cholesky(repaired.matrix)).toBeDefined();
  });
});
