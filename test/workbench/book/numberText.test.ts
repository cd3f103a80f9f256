import { describe, expect, it } from 'vitest';
import { gridNumberText } from '../../../src/workbench/book/numberText';

describe('what a cell shows', () => {
  it.each([
    [1234.5, '#,##0.00', '1,234.50'],
    [0.1234, '0.0%', '12.3%'],
    [45_356, 'yyyy-mm-dd', '2024-03-05'],
    [45_356, 'yyyy"年"m"月"d"日"', '2024年3月5日'],
    [-3, '0;[Red]-0', '-3'],
    [5, '0"亩"', '5亩'],
    [12.345, 'General', '12.345'],
    [1e21, 'General', '1E+21'],
    [0.1 + 0.2, 'General', '0.3'],
    ['嵊越', '0.00', '嵊越'],
    ['嵊越', 'General', '嵊越'],
    ['', '0.00', ''],
    [true, 'General', 'TRUE'],
  ])('%j under %s is %s', (value, pattern, text) => {
    expect(gridNumberText(value, pattern)).toBe(text);
  });

  it('shows the plain value under a format nobody can read', () => {
    expect(gridNumberText(5, '[[[')).toBe('5');
  });
});
