import { describe, expect, it } from 'vitest';
import { cellInput, dependsOnFormat } from '../../../src/workbench/book/cellInput';

describe('a written value', () => {
  it.each([
    ['12', 12, undefined],
    ['-3.5', -3.5, undefined],
    ['1,234', 1234, '#,##0'],
    ['15%', 0.15, '0%'],
    ['2024-03-05', 45_356, 'yyyy-mm-dd'],
  ])('reads the text %s as a number', (text, value, pattern) => {
    const input = cellInput(text, false);
    expect(input.cell.v).toBe(value);
    expect(input.pattern).toBe(pattern);
  });

  it.each(['嵊越市1号', '91330683MA2D8XYZ1B', '１２０', '-', '待核', '第3组'])('keeps %s as text', (text) => {
    expect(cellInput(text, false).cell).toMatchObject({ v: text, t: 1 });
  });

  it('keeps digits in a text cell, and after an apostrophe', () => {
    expect(cellInput('00120', true).cell).toMatchObject({ v: '00120', t: 1 });
    expect(cellInput("'00120", false).cell).toMatchObject({ v: '00120', t: 1 });
  });

  it('makes text of a number in a text cell', () => {
    expect(cellInput(12.5, true).cell).toMatchObject({ v: '12.5', t: 1 });
    expect(cellInput(12.5, false).cell).toMatchObject({ v: 12.5, t: 2 });
  });

  it('takes formulas, truth values and blanks for what they are', () => {
    expect(cellInput('=A1+1', false).cell).toMatchObject({ f: '=A1+1', v: null });
    expect(cellInput('=A1+1', true).cell).toMatchObject({ v: '=A1+1', f: null });
    expect(cellInput('TRUE', false).cell).toMatchObject({ v: 1, t: 3 });
    expect(cellInput('', false).cell).toMatchObject({ v: null, f: null });
  });

  it('asks for the format only where it matters', () => {
    expect(['12', '=A1', "'x", 'true', '2024/3/5', 5].every(dependsOnFormat)).toBe(true);
    expect(['文字', 'A1 号', true, ''].some(dependsOnFormat)).toBe(false);
  });
});
