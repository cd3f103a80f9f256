import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaName, areaOfAddress, areasOfAddress, cellName } from '../../src/sheet/address';

describe('addresses', () => {
  it.each([
    [0, 0, 'A1'],
    [9, 25, 'Z10'],
    [0, 26, 'AA1'],
    [0, 701, 'ZZ1'],
    [0, 702, 'AAA1'],
    [1_048_575, 16_383, 'XFD1048576'],
  ])('row %i, column %i is %s', (row, column, address) => {
    expect(cellName(row, column)).toBe(address);
  });

  it('of several areas are all of them, for a person may change them at once', () => {
    expect(areasOfAddress('A1:B2,$D$4').map(areaName)).toEqual(['A1:B2', 'D4']);
    expect(areasOfAddress("'表,一'!C3,Sheet1!2:3").map(areaName)).toEqual(['C3', 'A2:XFD3']);
    expect(areasOfAddress('')).toEqual([]);
  });

  it('come back as the area they were made of', () => {
    const side = (most: number) =>
      fc.tuple(fc.nat(most - 1), fc.nat(most - 1)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)]);
    fc.assert(
      fc.property(side(1_048_576), side(16_384), ([top = 0, bottom = 0], [left = 0, right = 0]) => {
        const area = { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
        expect(areaOfAddress(areaName(area))).toEqual(area);
      }),
    );
  });

  it.each([
    ['A:C', { row: 0, column: 0, rows: 1_048_576, columns: 3 }],
    ['2:5', { row: 1, column: 0, rows: 4, columns: 16_384 }],
    ["'甲!乙'!$B$2:$C$3", { row: 1, column: 1, rows: 2, columns: 2 }],
    ['B2:A1', { row: 0, column: 0, rows: 2, columns: 2 }],
    ['C3,A1', { row: 2, column: 2, rows: 1, columns: 1 }],
  ])('reads %s', (address, area) => {
    expect(areaOfAddress(address)).toEqual(area);
  });

  it.each(['', 'A', '1', 'A0', '0:1', 'XFE1', 'A1048577', 'A1:B', '#REF!', 'A1:B2:C3'])(
    'reads no area in "%s"',
    (text) => {
      expect(areaOfAddress(text)).toBeUndefined();
    },
  );
});
