import { describe, expect, it } from 'vitest';
import { asTyped } from '../../../src/workbook/excel/asTyped';

describe('a value as it is given to Excel', () => {
  it.each([
    '=1',
    '+1',
    '-1',
    '@x',
    "'x",
    '12',
    '００12',
    '1/2',
    '12%',
    '¥5',
    '(5)',
    ' 7',
    'TRUE',
    '#N/A',
    'Mar-1',
    '.5',
    '－3',
  ])('marks "%s" as text', (text) => expect(asTyped(text)).toBe(`'${text}`));

  it.each(['重点排查', '待核实：缺 税收', 'A类', 'Marble 2', '', '—', '某某（5）公司'])('leaves "%s" alone', (text) => {
    expect(asTyped(text)).toBe(text);
  });

  it('leaves numbers and truth values alone, and no number blank', () => {
    expect([asTyped(-1.5), asTyped(true), asTyped(NaN), asTyped(Infinity)]).toEqual([-1.5, true, '', '']);
  });
});
