import { describe, expect, it } from 'vitest';
import { forecastProgress } from '../../../src/engine/allocate/forecastProgress';
import type { StockRow } from '../../../src/engine/allocate/targetStock';
import { quarterOf, targetProgress } from '../../../src/engine/allocate/targetProgress';
import type { Day } from '../../../src/engine/quantity/day';
import { chance, madeRows, TOWNSHIPS } from '../report/targets/support/madeTarget';
import { seedOf } from '../../support/seeds';

const day = (text: string) => text as Day;
const year = { from: day('2023-01-01'), until: day('2023-12-31'), stock: 10_000, target: 400 };

describe('the year end by the pace so far', () => {
  it('is the closed form of a compound Poisson process', () => {
    // 73 of 365 days passed: four times as much is to come. ΣA = 100, ΣA² = 3,800.
    const forecast = forecastProgress({ ...year, areas: [50, 30, 20], asOf: day('2023-03-14') });
    const spread = Math.sqrt(3800 * 4 * 5);
    expect(forecast?.done).toBe(100);
    expect(forecast?.expected).toBeCloseTo(500, 9);
    expect(forecast?.low).toBeCloseTo(500 - 1.2815515655446004 * spread, 9);
    expect(forecast?.high).toBeCloseTo(500 + 1.2815515655446004 * spread, 9);
    // Φ(100 / 275.68) = Φ(0.36274) = 0.641601
    expect(forecast?.chance).toBeCloseTo(0.6416, 3);
  });

  it('goes no lower than what is done and no higher than the stock', () => {
    const forecast = forecastProgress({ ...year, areas: [5, 90], asOf: day('2023-02-01'), stock: 300, target: 250 });
    expect(forecast?.low).toBe(95);
    expect(forecast?.high).toBe(300);
  });

  it('is what is done on the last day, without an interval', () => {
    const forecast = forecastProgress({ ...year, areas: [100, 120], asOf: day('2023-12-31') });
    expect(forecast).toMatchObject({ done: 220, expected: 220, low: 220, high: 220, chance: 0 });
    expect(forecastProgress({ ...year, areas: [100, 320], asOf: day('2023-12-31') })?.chance).toBe(1);
  });

  it('is not made from one closing', () => {
    expect(forecastProgress({ ...year, areas: [100], asOf: day('2023-06-30') })).toBeUndefined();
  });

  it('holds the year end in eight of ten simulated years', () => {
    const next = chance(seedOf(11));
    let held = 0;
    const years = 2000;
    for (let run = 0; run < years; run++) {
      // 120 closings a year on average, a day at a time; areas of 5 to 60 亩.
      const closings: { at: number; area: number }[] = [];
      for (let date = 1; date <= 365; date++)
        for (let left = Math.exp(-120 / 365), product = next(); product > left; product *= next())
          closings.push({ at: date, area: 5 + 55 * next() });
      const early = closings.filter(({ at }) => at <= 181).map(({ area }) => area);
      const total = closings.reduce((sum, { area }) => sum + area, 0);
      const forecast = forecastProgress({ ...year, areas: early, asOf: day('2023-06-30'), stock: 1e6 });
      if (forecast && forecast.low <= total && total <= forecast.high) held++;
    }
    expect(held / years).toBeGreaterThan(0.77);
    expect(held / years).toBeLessThan(0.83);
  });
});

describe('progress by township', () => {
  const rows = madeRows(200, TOWNSHIPS);
  const targets = new Map(TOWNSHIPS.map((name) => [name, 200]));
  const progress = targetProgress({
    rows,
    targets,
    year: 2024,
    counting: { from: day('2024-01-01'), to: day('2024-06-30') },
  });
  const isDone = ({ counted, area, closing }: StockRow) =>
    counted === true &&
    area > 0 &&
    closing.kind === 'day' &&
    closing.day >= '2024-01-01' &&
    closing.day <= '2024-06-30';

  it('adds up what was closed out in the days that count', () => {
    for (const { name, done, rate, ahead } of progress.townships) {
      const sum = rows
        .filter((row) => row.township === name && isDone(row))
        .reduce((total, { area }) => total + area, 0);
      expect(done).toBeCloseTo(sum, 9);
      expect(rate).toBeCloseTo(sum / 200, 9);
      expect(ahead).toBeCloseTo(sum / 200 - 0.35, 9);
    }
    expect(progress.whole.done).toBeCloseTo(
      progress.townships.reduce((sum, { done }) => sum + done, 0),
      9,
    );
  });

  it('lists those behind, the furthest first', () => {
    const behind = progress.behind.map(({ ahead }) => ahead);
    expect(behind).toEqual(behind.toSorted((a, b) => a - b));
    expect(behind.every((ahead) => ahead < 0)).toBe(true);
  });

  it.each([
    ['2023-12-31', 0],
    ['2024-01-01', 1],
    ['2024-03-31', 1],
    ['2024-04-01', 2],
    ['2024-09-30', 3],
    ['2024-12-31', 4],
    ['2025-02-01', 4],
  ])('%s is held against quarter %d', (text, quarter) => {
    expect(quarterOf(day(text), 2024)).toBe(quarter);
  });
});
