import { expect, it } from 'vitest';
import { readValue } from '../../src/package/read/cellValue';

const CONTEXT = { part: 'sheet1.xml', strings: ['甲公司'], date1904: false };

// Serial numbers as Excel shows them for the same days: 2024-01-01 is 45292.
it.each<[type: string | undefined, text: string, value: string | number | boolean | null]>([
  ['s', '0', '甲公司'],
  ['s', '', null],
  ['str', '甲_x000D_乙', '甲\r乙'],
  ['b', '1', true],
  ['b', ' true ', true],
  ['b', '0', false],
  ['b', 'false', false],
  ['b', '', null],
  ['e', '#N/A', '#N/A'],
  ['e', '', null],
  [undefined, '15.6', 15.6],
  ['n', ' ', null],
  ['n', '1e999', '1e999'],
  ['d', '2024-01-01', 45_292],
  ['d', '2024-01-01T12:00', 45_292.5],
  ['d', '2024-01-01T06:00:00Z', 45_292.25],
  ['d', '2024-01-01T08:00:00+08:00', 45_292],
  ['d', '2023-12-31T19:30:00-04:30', 45_292],
  ['d', '1900-03-01', 61],
  ['d', '1900-02-28', 59],
  ['d', '12:30', 12.5 / 24],
  ['d', '06:00:36Z', 0.25 + 36 / 86_400],
  ['d', 'PT1H30M', 1.5 / 24],
  ['d', 'PT45M', 45 / 1_440],
  ['d', 'PT0H11M0.5S', 11 / 1_440 + 0.5 / 86_400],
  ['d', 'PT', 'PT'],
  ['d', '待定', '待定'],
  ['d', '', null],
])('a cell of type %s that holds %j is %j', (type, text, value) => {
  const read = readValue(type, text, CONTEXT);
  if (typeof value === 'number') expect(read.value).toBeCloseTo(value, 9);
  else expect(read.value).toBe(value);
  const kind = type === 'e' && value !== null ? 'error' : value === null ? 'blank' : typeof value;
  expect(read.type).toBe(kind);
});

it('days of a workbook that counts from 1904 are counted from there', () => {
  const days = ['1904-01-01', '1904-01-02', '2024-01-01'].map((text) =>
    readValue('d', text, { ...CONTEXT, date1904: true }),
  );
  expect(days.map(({ value }) => value)).toEqual([0, 1, 43_830]);
});
