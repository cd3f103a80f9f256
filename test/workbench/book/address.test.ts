import { describe, expect, it } from 'vitest';
import { absoluteAddress, addressOf, parseAddress, splitReference } from '../../../src/workbench/book/address';
import { columnName, columnNumber, quoteSheet } from '../../../src/sheet/address';

describe('addresses', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
    [16_383, 'XFD'],
  ])('column %i is %s, both ways', (index, name) => {
    expect(columnName(index)).toBe(name);
    expect(columnNumber(name)).toBe(index);
  });

  it.each([
    ['A1', { row: 0, column: 0, rows: 1, columns: 1 }],
    ['$B$2:$C$4', { row: 1, column: 1, rows: 3, columns: 2 }],
    ['c4:b2', { row: 1, column: 1, rows: 3, columns: 2 }],
    ['A:C', { row: 0, column: 0, rows: 1_048_576, columns: 3 }],
    ['3:5', { row: 2, column: 0, rows: 3, columns: 16_384 }],
    ['XFD1048576', { row: 1_048_575, column: 16_383, rows: 1, columns: 1 }],
  ])('reads %s', (text, area) => {
    expect(parseAddress(text)).toEqual(area);
  });

  it.each(['', 'A0', 'XFE1', 'A1048577', '亩均线', 'A1:', 'A1:B2:C3', '1', 'ABCD1'])('refuses %j', (text) => {
    expect(parseAddress(text)).toBeNull();
  });

  it.each(['A1', 'B2:C4', 'A:C', '3:5', 'AA10'])('writes %s as Excel does', (text) => {
    const area = parseAddress(text);
    expect(area && addressOf(area)).toBe(text);
  });

  it('puts dollar signs on every part', () => {
    expect(absoluteAddress({ row: 1, column: 1, rows: 3, columns: 2 })).toBe('$B$2:$C$4');
  });

  it.each([
    ['Sheet1', 'Sheet1'],
    ['台账', '台账'],
    ['2023 年', "'2023 年'"],
    ["it's", "'it''s'"],
    ['A1', "'A1'"],
  ])('quotes the sheet name %s as %s', (name, quoted) => {
    expect(quoteSheet(name)).toBe(quoted);
    expect(splitReference(`${quoted}!B2`)).toEqual({ sheet: name, reference: 'B2' });
  });

  it('leaves a reference without a sheet alone', () => {
    expect(splitReference(' A1:B2 ')).toEqual({ reference: 'A1:B2' });
  });
});
