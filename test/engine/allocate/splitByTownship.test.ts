import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillBetween } from '../../../src/engine/allocate/fillBetween';
import { splitByTownship } from '../../../src/engine/allocate/splitByTownship';
import { splitCases } from '../../../src/engine/allocate/splitCases';
import { splitProblems } from '../../../src/engine/allocate/splitProblems';

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);
const NOBODY = { rows: 0, area: 0 };

const fourTownships = [
  { stock: 820, gap: 6200, done: 200 },
  { stock: 450, gap: 1800, done: 150 },
  { stock: 130, gap: 2400, done: 50 },
  { stock: 1100, gap: 3600, done: 400 },
];

describe('a split with weights of its own', () => {
  it('by stock alone gives each its part of the stock', () => {
    const { exact } = splitByTownship(1000, fourTownships, { weights: { stock: 1, gap: 0, done: 0 } });
    expect(exact).toEqual([328, 180, 52, 440]);
  });

  it('counts proportions only', () => {
    const once = splitByTownship(1000, fourTownships, { weights: { stock: 0.6, gap: 0.3, done: 0.1 } });
    const tenfold = splitByTownship(1000, fourTownships, { weights: { stock: 6, gap: 3, done: 1 } });
    expect(tenfold.whole).toEqual(once.whole);
  });

  it('keeps one decimal where asked, and the sum to the last digit', () => {
    const { whole } = splitByTownship(1000.7, fourTownships, { unit: 0.1 });
    expect(whole.map((mu) => Math.round(mu * 10) / 10)).toEqual(whole);
    expect(Math.round(sumOf(whole) * 10)).toBe(10007);
  });

  it('holds a township at its part, its own limit and its floor', () => {
    const needs = fourTownships.map((need, index) => ({ ...need, ...(index === 2 ? { least: 120 } : {}) }));
    const { exact, whole } = splitByTownship(1000, needs, { mostShare: 0.35 });
    expect(exact[3]).toBe(350);
    expect(exact[2]).toBe(120);
    expect(sumOf(whole)).toBe(1000);
    const limited = splitByTownship(1000, [
      { ...fourTownships[0], most: 100 },
      ...fourTownships.slice(1),
    ] as typeof needs);
    expect(limited.whole[0]).toBe(100);
  });
});

describe('laws of every split with floors and caps', () => {
  const amount = fc.integer({ min: 0, max: 3000 });
  const need = fc
    .record({
      stock: fc.double({ min: 0, max: 3000, noNaN: true }),
      gap: amount,
      done: amount,
      part: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ part, ...rest }) => ({ ...rest, least: Math.floor(part * rest.stock * 0.3) }));

  it('stays within the bounds and adds up whenever there is no problem', () => {
    fc.assert(
      fc.property(
        fc.array(need, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 30_000 }),
        fc.double({ min: 0.05, max: 1, noNaN: true }),
        fc.constantFrom(1 as const, 0.1 as const),
        (needs, target, mostShare, unit) => {
          const rule = { mostShare, unit };
          const problems = splitProblems({ target, needs, rule, unplaced: NOBODY });
          const { whole, unallocated } = splitByTownship(target, needs, rule);
          whole.forEach((mu, index) => expect(mu).toBeLessThanOrEqual((needs[index]?.stock ?? 0) + 1e-9));
          if (problems.length > 0) return;
          expect(unallocated).toBe(0);
          expect(Math.round(sumOf(whole) / unit)).toBe(Math.round(target / unit));
          whole.forEach((mu, index) => {
            expect(mu).toBeGreaterThanOrEqual((needs[index]?.least ?? 0) - 1e-9);
            expect(mu).toBeLessThanOrEqual(mostShare * target + 1e-9);
          });
        },
      ),
    );
  });

  it('is in proportion wherever no bound holds', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 2, maxLength: 12 }), (weights) => {
        const all = sumOf(weights);
        const parts = weights.map((weight) => weight / all);
        const most = weights.map((_, index) => (index % 2 === 0 ? 40 : Infinity));
        const shares = fillBetween(300, parts, { least: weights.map(() => 0), most });
        const free = shares.flatMap((share, index) =>
          share < (most[index] ?? 0) - 1e-9 ? [share / (parts[index] ?? 1)] : [],
        );
        free.forEach((ratio) => expect(ratio).toBeCloseTo(free[0] ?? NaN, 6));
        expect(sumOf(shares)).toBeCloseTo(300, 6);
      }),
    );
  });
});

describe('what keeps a target from being split', () => {
  const ask = (target: number, rule = {}, needs: Parameters<typeof splitByTownship>[1] = fourTownships) =>
    splitProblems({ target, needs, rule, unplaced: NOBODY });

  it('is nothing for a target within the stock', () => {
    expect(ask(2500)).toEqual([]);
  });

  it('is the stock, with the most that it allows', () => {
    expect(ask(2501)).toEqual([{ code: 'targetBeyondStock', target: 2501, possible: 2500 }]);
  });

  it('is the part of one township, with the least that would do', () => {
    // Caps 820, 450, 130, 1100: 130 is full, the other three carry 870 of 1000 evenly.
    expect(ask(1000, { mostShare: 0.25 })).toEqual([{ code: 'shareTooSmall', given: 0.25, share: 0.29 }]);
    expect(ask(1000, { mostShare: 0.29 })).toEqual([]);
  });

  it('is floors above the target or above a cap', () => {
    const needs = fourTownships.map((need) => ({ ...need, least: 140 }));
    expect(ask(500, {}, needs)).toEqual([
      { code: 'leastBeyondMost', township: 2, least: 140, most: 130 },
      { code: 'leastBeyondTarget', target: 500, least: 560 },
    ]);
  });

  it('is no township, no target, no weight, or rows of no township', () => {
    expect(ask(100, {}, [])).toEqual([{ code: 'noTownships' }]);
    expect(ask(0)).toEqual([{ code: 'noTarget' }]);
    expect(ask(100, { weights: { stock: 0, gap: 0, done: 0 } })).toEqual([{ code: 'badWeights' }]);
    const unplaced = { rows: 3, area: 42.5 };
    expect(splitProblems({ target: 100, needs: fourTownships, rule: {}, unplaced })).toEqual([
      { code: 'townshipMissing', rows: 3, area: 42.5 },
    ]);
  });
});

describe('the parcels behind an area target', () => {
  it('are in proportion, at least one where there is a target, at most all', () => {
    const cases = splitCases([
      { count: 20, area: 400, target: 200 },
      { count: 3, area: 600, target: 60 },
      { count: 5, area: 50, target: 50 },
      { count: 4, area: 80, target: 0 },
    ]);
    expect(cases).toEqual([10, 1, 5, 0]);
  });
});
