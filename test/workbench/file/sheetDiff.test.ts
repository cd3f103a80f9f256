import { describe, expect, it } from 'vitest';
import type { CellModel } from '../../../src/package/model';
import type { OfficeValue } from '../../../src/workbench/book/value';
import { sheetDiff, type CurrentCell } from '../../../src/workbench/file/sheetDiff';

const model = (cells: Record<number, CellModel>) => ({
  cells: new Map([[0, new Map(Object.entries(cells).map(([c, cell]) => [Number(c), cell]))]]),
});
const number = (value: number, formula?: string): CellModel =>
  formula === undefined ? { value, type: 'number', style: 0 } : { value, type: 'number', style: 0, formula };

interface Now extends Partial<CurrentCell> {
  readonly value: OfficeValue;
  readonly text?: string;
}

/** The changes of row 0 between a file and the grid, by column. */
function changes(before: Record<number, CellModel> | null, now: Record<number, Now>) {
  const cells = Object.entries(now).map(([column, { text: _, ...cell }]): [number, number, CurrentCell] => [
    0,
    Number(column),
    { formula: false, touched: false, ...cell },
  ]);
  const diff = sheetDiff(before === null ? null : model(before), {
    cells,
    formulaAt: (_, column) => now[column]?.text ?? 'UNASKED',
    changedStyle: () => undefined,
  });
  return Object.fromEntries(diff.get(0) ?? []);
}

describe('what has to be saved', () => {
  it('is nothing where nothing changed, spilled cells included', () => {
    const spill: CellModel = { value: 1, type: 'number', style: 0, formula: 'MUJUN_TIER(A1:A2)', arrayRange: 'A1:B1' };
    const before = {
      0: spill,
      1: number(2),
      2: number(3, 'A1+B1'),
      3: { value: '', type: 'blank', style: 4 } as const,
    };
    const now = {
      0: { value: 1, formula: true, spill: 'A1:B1' },
      1: { value: 2 },
      2: { value: 3, formula: true },
      3: { value: '' },
    };
    expect(changes(before, now)).toEqual({});
  });

  it('is an edited value, a new cell and a cleared one', () => {
    const now = { 0: { value: 5, touched: true }, 7: { value: '新', touched: true } };
    expect(changes({ 0: number(1), 1: number(2) }, now)).toEqual({
      0: { value: 5, type: 'number' },
      1: { value: null, type: 'blank' },
      7: { value: '新', type: 'string' },
    });
  });

  it('is a recalculated value, beside the formula the file had', () => {
    expect(changes({ 0: number(1, 'SUM(B1:B9)') }, { 0: { value: 8, formula: true } })).toEqual({
      0: { value: 8, type: 'number', formula: 'SUM(B1:B9)' },
    });
  });

  it('is not the last bit of a recalculated number', () => {
    expect(changes({ 0: number(0.3, 'A1+B1') }, { 0: { value: 0.1 + 0.2, formula: true } })).toEqual({});
  });

  it('is a formula that was typed, with the range it spills over', () => {
    const now = { 0: { value: 'A', formula: true, touched: true, text: 'MUJUN_TIER(J5:J9)', spill: 'A1:A5' } };
    expect(changes({ 0: number(1) }, now)).toEqual({
      0: { value: 'A', type: 'string', formula: 'MUJUN_TIER(J5:J9)', arrayRange: 'A1:A5' },
    });
  });

  it('is a formula replaced by its value', () => {
    expect(changes({ 0: number(1, 'A2') }, { 0: { value: 1, touched: true } })).toEqual({
      0: { value: 1, type: 'number' },
    });
  });

  it('keeps the file’s value while a function is still to answer', () => {
    const now = {
      0: { value: '#BUSY!', formula: true },
      1: { value: '#BUSY!', formula: true, touched: true, text: 'F()' },
    };
    expect(changes({ 0: number(7, 'F(1)') }, now)).toEqual({ 1: { value: null, type: 'blank', formula: 'F()' } });
  });

  it('tells errors from text', () => {
    expect(changes(null, { 0: { value: '#N/A', formula: true, text: 'F()' }, 1: { value: '#号' } })).toEqual({
      0: { value: '#N/A', type: 'error', formula: 'F()' },
      1: { value: '#号', type: 'string' },
    });
  });
});
