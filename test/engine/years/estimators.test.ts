import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { posteriorOf, priorAlone, studentOverNormal } from '../../../src/engine/years/belief';
import { medianTime } from '../../../src/engine/years/buildTimes';
import { betweenOf, combined } from '../../../src/engine/years/combineYears';
import { normalProbability } from '../../../src/engine/years/normal';
import { medianOf, ratioOfSums, robustly } from '../../../src/engine/years/ratio';
import { normalQuantile } from '../../../src/engine/simulate/uncertain/normal';

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

describe('a ratio of sums', () => {
  it('has the error of the plain jackknife, widened as t for the cases that carry the sum', () => {
    const amount = fc.double({ min: 1, max: 1000, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(amount, amount), { minLength: 6, maxLength: 30 }), (cases) => {
        const [before, after] = [cases.map(([from]) => from), cases.map(([, to]) => to)];
        const found = ratioOfSums(before, after);
        const without = cases.map((_, at) => {
          const rest = (list: readonly number[]) => sum(list.filter((__, other) => other !== at));
          return rest(after) / rest(before);
        });
        const plain = Math.sqrt(sum(without.map((ratio) => (ratio - found.ratio) ** 2)));
        const [squares, fourths] = [2, 4].map((power) => sum(before.map((one) => one ** power)));
        const freedom = Math.max(1, ((1 - 1 / before.length) * (squares ?? NaN) ** 2) / (fourths ?? NaN));
        expect(found.freedom).toBeCloseTo(freedom, 6);
        expect(found.error / (plain * studentOverNormal(freedom))).toBeCloseTo(1, 5);
        expect(found.withoutLargest).toBeCloseTo(without[found.largest] ?? NaN, 9);
      }),
    );
  });

  it('of one giant among small ones is hardly known at all', () => {
    const small = Array.from({ length: 50 }, () => 10);
    const even = ratioOfSums(
      small,
      small.map((one, at) => one * (at % 2 === 0 ? 1.2 : 0.9)),
    );
    const giant = ratioOfSums([...small, 2000], [...small.map((one, at) => one * (at % 2 === 0 ? 1.2 : 0.9)), 3000]);
    expect(giant).toMatchObject({ largest: 50, largestShare: 0.8 });
    expect(giant.error).toBeGreaterThan(10 * even.error);
    expect(giant.withoutLargest).toBeCloseTo(even.ratio, 9);
  });
});

describe('middle and spread', () => {
  it('by medians', () => {
    expect(medianOf([5, 1, 3])).toBe(3);
    expect(medianOf([4, 1, 3, 2])).toBe(2.5);
    expect(medianOf([])).toBeNaN();
    // Twenty normal scores and a slip a thousand times as large.
    const scores = Array.from({ length: 99 }, (_, at) => normalQuantile((at + 1) / 100));
    expect(robustly([...scores, 1000]).spread).toBeCloseTo(1, 1);
  });
});

describe('bringing default and ledgers together', () => {
  it('normal: precision by precision', () => {
    const found = posteriorOf(
      { kind: 'normal', mean: 0, deviation: 0.1 },
      { kind: 'measured', value: 0.2, error: 0.1 },
    );
    expect(found).toMatchObject({ value: 0.1, weight: 0.5 });
    expect(found.deviation).toBeCloseTo(0.1 / Math.SQRT2, 12);
    expect(found.high - found.value).toBeCloseTo(1.6448536 * 0.0707107, 6);
    expect(found.apart).toBeCloseTo(Math.SQRT2, 12);
  });

  it('shares: so many of so many beside as many cases of the default; held against sums of binomials', () => {
    const prior = { kind: 'beta', mean: 0.85, weight: 20 } as const;
    const found = posteriorOf(prior, { kind: 'counted', hits: 3, of: 10 });
    expect(found.value).toBeCloseTo(20 / 30, 12);
    expect(found.weight).toBeCloseTo(1 / 3, 12);
    // Beta(20, 10) at x is the chance of at least 20 of 29 (Abramowitz and Stegun 26.5.24).
    const atLeast = (x: number) => {
      let [total, ways] = [0, 1];
      for (let k = 0; k <= 29; k++) {
        if (k >= 20) total += ways * x ** k * (1 - x) ** (29 - k);
        ways = (ways * (29 - k)) / (k + 1);
      }
      return total;
    };
    expect(atLeast(found.low)).toBeCloseTo(0.05, 4);
    expect(atLeast(found.high)).toBeCloseTo(0.95, 4);
  });

  it('prices and times on the scale of their logarithms; nothing seen leaves the default', () => {
    const prior = { kind: 'lognormal', median: 40, deviation: 0.3 } as const;
    const found = posteriorOf(prior, { kind: 'measured', value: 90, error: 27 });
    expect(found.value).toBeCloseTo(60, 9);
    expect(found.low * found.high).toBeCloseTo(3600, 6);
    expect(priorAlone(prior)).toMatchObject({ weight: 0, apart: 0 });
    expect(priorAlone(prior).value).toBeCloseTo(40, 9);
    expect(priorAlone({ kind: 'normal', mean: 0, deviation: 0.1 }).high).toBeCloseTo(0.16449, 4);
  });
});

it('t against normal, by the tables', () => {
  const t95: readonly (readonly [number, number])[] = [
    [3, 2.353363],
    [5, 2.015048],
    [10, 1.812461],
    [30, 1.697261],
    [120, 1.657651],
  ];
  for (const [df, value] of t95) expect((studentOverNormal(df) * 1.6448536) / value).toBeCloseTo(1, 2);
  expect(studentOverNormal(0)).toBe(Infinity);
});

it('the normal distribution function, against its quantile', () => {
  for (const p of [1e-12, 1e-6, 0.001, 0.05, 0.3, 0.5, 0.8, 0.99, 0.99999]) {
    expect(normalProbability(normalQuantile(p)) / p).toBeCloseTo(1, 9);
  }
});

describe('years together', () => {
  it('DerSimonian and Laird by hand; with no less than the stated difference between years', () => {
    const measured = [
      { value: 0.1, error: 0.02 },
      { value: 0.3, error: 0.02 },
    ];
    // Weights 2500: mean 0.2, Q = 2 * 2500 * 0.01 = 50, C = 5000 - 2500 = 2500, (50 - 1) / 2500.
    expect(betweenOf(measured)).toBeCloseTo(Math.sqrt(49 / 2500), 12);
    expect(combined(measured, 0.03)).toMatchObject({ between: Math.sqrt(49 / 2500) });
    const one = combined([{ value: 0.1, error: 0.04 }], 0.03);
    expect(one).toMatchObject({ value: 0.1, between: 0.03 });
    expect(one.error).toBeCloseTo(0.05, 12);
  });
});

describe('the median time of building', () => {
  /** The place and height of the top of the likelihood, by looking everywhere. */
  const byGrid = (spans: readonly { years: number; done: boolean }[]) => {
    let best = { value: NaN, height: -Infinity };
    for (let middle = -1; middle < 2.5; middle += 0.004)
      for (let deviation = 0.1; deviation < 1.5; deviation += 0.02) {
        const height = sum(
          spans.map(({ years, done }) => {
            const z = (Math.log(years) - middle) / deviation;
            return done ? -Math.log(deviation) - (z * z) / 2 : Math.log(1 - normalProbability(z));
          }),
        );
        if (height > best.height) best = { value: Math.exp(middle), height };
      }
    return best.value;
  };

  it('counts those that are not done yet: the top of the likelihood, looked for everywhere', () => {
    const done = [0.8, 1.2, 1.5, 1.9, 2.2, 2.4].map((years) => ({ years, done: true }));
    const open = [1.1, 2.5, 3.5, 3.8].map((years) => ({ years, done: false }));
    expect(medianTime([...done, ...open]).value / byGrid([...done, ...open])).toBeCloseTo(1, 2);
    expect(medianTime([...done, ...open]).value).toBeGreaterThan(medianTime(done).value * 1.2);
    expect(medianTime(done).value).toBeCloseTo(Math.exp(sum(done.map(({ years }) => Math.log(years))) / 6), 9);
  });
});
