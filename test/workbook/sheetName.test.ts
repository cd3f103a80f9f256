import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freeSheetName } from '../../src/workbook/sheetName';

describe('the name of a new sheet', () => {
  it.each([
    ['亩均结果', [], '亩均结果'],
    ['亩均结果', ['亩均结果', '亩均结果 (2)'], '亩均结果 (3)'],
    ['Result', ['RESULT'], 'Result (2)'],
    ['2023/06/30：[草稿]', [], '2023 06 30  草稿'],
    ["'引号'", [], '引号'],
    ['History', [], 'History (2)'],
    ['   ', [], 'Sheet'],
  ])('of %s beside %j is %s', (wanted, taken, name) => {
    expect(freeSheetName(wanted, taken)).toBe(name);
  });

  it('is one Excel takes, whatever is wanted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.nat(3), (wanted, copies) => {
        const taken: string[] = [];
        for (let copy = 0; copy <= copies; copy++) taken.push(freeSheetName(wanted, taken));
        expect(new Set(taken.map((name) => name.toLowerCase())).size).toBe(taken.length);
        for (const name of taken) {
          expect(name.length).toBeGreaterThan(0);
          expect(name.length).toBeLessThanOrEqual(31);
          expect(name).not.toMatch(/[[\]:*?/\\\u0000-\u001f]|^'|'$/);
          expect(() => encodeURIComponent(name)).not.toThrow();
        }
      }),
    );
  });
});
