import { describe, expect, it } from 'vitest';
import type { StyleModel } from '../../../src/package/model';
import { changedStyle, fileStyle, gridStyle, hexColor } from '../../../src/workbench/file/gridStyle';

const plain: StyleModel = { font: {}, border: {}, alignment: {}, numberFormat: 'General' };
const rich: StyleModel = {
  font: { name: '宋体', size: 12, bold: true, italic: true, underline: true, color: '#FF0000' },
  fill: '#DDEBF7',
  border: { left: { style: 'thin', color: '#112233' }, bottom: { style: 'mediumDashDot', color: '#000000' } },
  alignment: { horizontal: 'center', vertical: 'top', wrap: true },
  numberFormat: '#,##0.00',
};

describe('looks of cells', () => {
  it('go to the grid and come back', () => {
    expect(fileStyle(gridStyle(rich))).toEqual(rich);
    expect(fileStyle(gridStyle(plain))).toEqual(plain);
    expect(fileStyle(null)).toEqual(plain);
  });

  it('count as unchanged where the grid shows the same, even if it cannot show all', () => {
    const indented: StyleModel = { ...plain, alignment: { horizontal: 'centerContinuous' } };
    expect(changedStyle(indented, { now: gridStyle(indented) })).toBeUndefined();
  });

  it('keep what the grid cannot show when something else changes', () => {
    const before: StyleModel = { ...plain, alignment: { horizontal: 'centerContinuous' } };
    expect(changedStyle(before, { now: { ...gridStyle(before), bg: { rgb: '#ffff00' } } })).toEqual({
      ...before,
      fill: '#FFFF00',
    });
  });

  it('lose a fill that was taken away', () => {
    const { fill: _, ...rest } = rich;
    const { bg: __, ...now } = gridStyle(rich);
    expect(changedStyle(rich, { now })).toEqual(rest);
  });

  it.each([
    ['#abc', '#AABBCC'],
    ['#a1b2c3', '#A1B2C3'],
    ['rgb(1, 2, 255)', '#0102FF'],
  ])('write the colour %s as %s', (color, hex) => {
    expect(hexColor(color)).toBe(hex);
  });

  it('gives a cell that is coloured the font of the workbook, and says when it is unlocked', () => {
    const standard = { name: '宋体', size: 11 };
    const now = { bg: { rgb: '#FFFF00' } };
    expect(changedStyle(undefined, { now, standard })).toMatchObject({ font: standard, fill: '#FFFF00' });
    expect(changedStyle(undefined, { now: null, standard, locked: false })).toMatchObject({
      font: standard,
      locked: false,
    });
    expect(changedStyle(undefined, { now: null, standard })).toBeUndefined();
  });
});
