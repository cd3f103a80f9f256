import { describe, expect, it } from 'vitest';
import type { Matrix } from '../../../src/workbench/book/matrix';
import { relativeFormula, shareFormulas } from '../../../src/workbench/book/shareFormulas';

const column = (formulas: readonly string[]): Matrix =>
  Object.fromEntries(formulas.map((f, row) => [row, { 3: { f } }]));

describe('formulas filled down', () => {
  it('become one shared formula', () => {
    const cells = column(['=A1*$B$1', '=A2*$B$1', '=A3*$B$1']);
    shareFormulas(cells);
    const ids = [0, 1, 2].map((row) => cells[row]?.[3]?.si);
    expect(new Set(ids).size).toBe(1);
    expect([0, 1, 2].map((row) => cells[row]?.[3]?.f)).toEqual(['=A1*$B$1', null, null]);
  });

  it('stay apart where the distance differs, or a row is missing', () => {
    const cells: Matrix = { ...column(['=A1', '=A3']), 5: { 3: { f: '=A6' } } };
    shareFormulas(cells);
    expect(cells[1]?.[3]?.f).toBe('=A3');
    expect(cells[5]?.[3]?.f).toBe('=A6');
  });

  it('compare references, not text in quotes, names or functions', () => {
    const at = { row: 4, column: 3 };
    expect(relativeFormula('=IF(A5="A5",LOG10(B5),亩均A5)', at)).toBe('=IF(R[0]C[-3]="A5",LOG10(R[0]C[-2]),亩均A5)');
    expect(relativeFormula("='A5'!$C5", at)).toBe("='A5'!R[0]CC");
  });
});
