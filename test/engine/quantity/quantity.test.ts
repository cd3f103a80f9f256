import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOfSerial, parseDay } from '../../../src/engine/quantity/day';
import { rounded } from '../../../src/engine/quantity/rounded';
import { roundReading, roundReadings } from '../../../src/engine/quantity/roundReading';
import { parseUnit } from '../../../src/engine/quantity/unit';

describe('a reading compared with a line', () => {
  it('puts all 179,700 exact two-decimal cases on the right side of 5, 10 and 15', () => {
    let wrong = 0;
    let cases = 0;
    for (const line of [5, 10, 15]) {
      for (let area = 1; area <= 59_900; area++) {
        // area/100 亩 and line * area/100 万元: exactly on the line, both with two decimals.
        cases++;
        if (roundReading((line * area) / 100 / (area / 100)) !== line) wrong++;
      }
    }
    expect({ cases, wrong }).toEqual({ cases: 179_700, wrong: 0 });
  });

  it('rounds a column as it rounds each number', () => {
    fc.assert(
      fc.property(fc.array(fc.double()), (values) => {
        const each = values.map(roundReading).map((value) => value + 0);
        expect([...roundReadings(Float64Array.from(values))].map((value) => value + 0)).toEqual(each);
      }),
    );
  });

  it('changes nothing an official could see', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        (value) => Math.abs(roundReading(value) - value) <= 5.1e-10,
      ),
    );
    expect(roundReading(4.996)).toBe(4.996);
    expect(roundReading(NaN)).toBeNaN();
    expect(roundReading(-5.0000000001)).toBe(-5);
  });
});

describe('days', () => {
  it.each([
    ['2023-06-30', '2023-06-30'],
    ['2023/6/30', '2023-06-30'],
    ['2023年6月30日', '2023-06-30'],
    ['2023.6', '2023-06-30'],
    ['2024年2月底', '2024-02-29'],
    ['20230630', '2023-06-30'],
    ['2023-02-29', undefined],
    ['明年', undefined],
  ])('%s', (text, day) => {
    expect(parseDay(text)).toBe(day);
  });

  it('serial numbers agree with the calendar from 1900 to 2199', () => {
    expect([1, 59, 61, 44377, 45107].map(dayOfSerial)).toEqual([
      '1900-01-01',
      '1900-02-28',
      '1900-03-01',
      '2021-06-30',
      '2023-06-30',
    ]);
    const start = Date.UTC(1899, 11, 30);
    const wrong = Array.from({ length: 109_000 }, (_, index) => index + 61).filter((serial) => {
      const day = new Date(start + serial * 86_400_000).toISOString().slice(0, 10);
      return serial < 109_575 && dayOfSerial(serial) !== day;
    });
    expect(wrong).toEqual([]);
  });
});

describe('units', () => {
  it.each([
    ['㎡', 'area', 3 / 2000],
    ['平方米', 'area', 3 / 2000],
    ['公顷', 'area', 15],
    ['单位：亿元', 'money', 10_000],
    ['元', 'money', 1 / 10_000],
    ['万元/亩', 'perMu', 1],
    ['元/㎡', 'perMu', 1 / 15],
    ['亿元/公顷', 'perMu', 10_000 / 15],
  ])('%s', (text, dimension, factor) => {
    const unit = parseUnit(text);
    expect(unit?.dimension).toBe(dimension);
    expect((unit?.times ?? NaN) / (unit?.over ?? NaN)).toBeCloseTo(factor, 12);
  });

  it('is not every word in brackets', () => {
    expect(parseUnit('街道')).toBeUndefined();
    expect(parseUnit('亩/街道')).toBeUndefined();
  });
});

describe('rounded', () => {
  it.each([
    [2.675, 2, 'nearest', 2.68],
    [-2.675, 2, 'nearest', -2.68],
    // 30152.67 × 5 × 0.5 is 75381.675, which a double is a little below.
    [30152.67 * 5 * 0.5, 2, 'nearest', 75381.68],
    [30152.67 * 5 * 0.5, 2, 'down', 75381.67],
    [0.1 + 0.2, 1, 'up', 0.3],
    [0.3001, 1, 'up', 0.4],
    [-0.31, 1, 'up', -0.4],
    [2.999, 0, 'down', 2],
    [NaN, 0, 'nearest', NaN],
  ] as const)('%d to %d decimals, %s, is %d', (value, decimals, way, wanted) => {
    expect(rounded(value, { decimals, way })).toBe(wanted);
  });
});
