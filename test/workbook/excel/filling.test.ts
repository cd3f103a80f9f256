import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ShiftableFormula } from '../../../src/formula/shiftFormula';
import type { Area } from '../../../src/sheet/area';
import { heldWhole, readAreas, sentBlock, type SentBlock } from '../../../src/workbook/excel/filling';
import type { CellBlock, CellValue } from '../../../src/workbook/port';

type Grid = Map<string, CellValue>;

const keyOf = (row: number, column: number) => `${String(row)},${String(column)}`;

function eachCell({ row, column, rows, columns }: Area, tell: (r: number, c: number) => void): void {
  for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) tell(row + r, column + c);
}

/** What a spreadsheet makes of what is sent. */
function written({ pieces, fills }: SentBlock): Grid {
  const grid: Grid = new Map();
  for (const { area, lines } of pieces)
    eachCell(area, (r, c) => {
      const value = lines[r - area.row]?.[c - area.column] ?? '';
      if (value !== '') grid.set(keyOf(r, c), value);
    });
  for (const { from, over } of fills)
    eachCell(over, (r, c) => {
      const first = new ShiftableFormula(String(grid.get(keyOf(from.row, c))));
      grid.set(keyOf(r, c), first.at({ rows: r - from.row, columns: 0 }));
    });
  return grid;
}

const read = (grid: Grid, { row, column, rows, columns }: Area): CellValue[][] =>
  Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (__, c) => grid.get(keyOf(row + r, column + c)) ?? ''),
  );

/** Columns of values, of blanks, and of formulas in runs of any length. */
const blocks = fc
  .record({
    rows: fc.integer({ min: 1, max: 70 }),
    columns: fc.array(fc.constantFrom('values', 'blank', 'formula', 'broken'), { minLength: 1, maxLength: 7 }),
    cuts: fc.array(fc.nat(70), { maxLength: 4 }),
    at: fc.record({ row: fc.nat(9), column: fc.nat(30) }),
  })
  .map(({ rows, columns, cuts, at }): CellBlock => {
    const starts = [...new Set([0, ...cuts.filter((cut) => cut < rows)])].sort((a, b) => a - b);
    const runsOf = (kind: string) => (kind === 'formula' ? [0] : kind === 'broken' ? starts : []);
    const filled = columns.flatMap((kind, column) =>
      runsOf(kind).map((row, index, all) => ({ row, column, rows: (all[index + 1] ?? rows) - row })),
    );
    const formulas = Array.from({ length: rows }, (_, row) =>
      columns.map((kind) => {
        const run = runsOf(kind).findLastIndex((start) => start <= row);
        return run < 0 ? '' : `=IF($A$1>B${String(at.row + row + 1)},${String(run)},"A1")`;
      }),
    );
    const values = formulas.map((line, row) => line.map((_, c) => (columns[c] === 'values' ? row % 3 || '' : '')));
    return { area: { ...at, rows, columns: columns.length }, values, formulas, filled };
  });

function typedOf({ area, values, formulas }: CellBlock): CellValue[][] {
  return Array.from({ length: area.rows }, (_, r) =>
    Array.from({ length: area.columns }, (__, c) => formulas?.[r]?.[c] || (values?.[r]?.[c] ?? '')),
  );
}

describe('what is sent of a block whose formulas are filled down', () => {
  it('makes the same cells as the block written out, and is known by its ends', () => {
    fc.assert(
      fc.property(blocks, (block) => {
        const typed = typedOf(block);
        const sent = sentBlock(block, typed);
        const grid = written(sent);
        expect(read(grid, block.area)).toEqual(typed);
        const held = readAreas(sent).map((area) => read(grid, area));
        expect(heldWhole(block, typed, { sent, held })).toEqual(typed);
      }),
    );
  });

  it('is not known where the last formula of a run is another one, or was never filled', () => {
    const formulas = Array.from({ length: 30 }, (_, row) => [`=B${String(row + 1)}`]);
    const block: CellBlock = {
      area: { row: 0, column: 0, rows: 30, columns: 1 },
      formulas,
      filled: [{ row: 0, column: 0, rows: 30 }],
    };
    const typed = typedOf(block);
    const sent = sentBlock(block, typed);
    expect(heldWhole(block, typed, { sent, held: [[['=B1']], [['']]] })).toBeUndefined();
    expect(heldWhole(block, typed, { sent, held: [[['=b1']], [['=b30']]] })?.[12]).toEqual(['=b13']);
  });

  it('holds no blank columns where nothing is filled down either', () => {
    const block: CellBlock = {
      area: { row: 4, column: 2, rows: 2, columns: 4 },
      values: [
        ['', '甲', '', 1],
        ['', '', '', ''],
      ],
    };
    const { pieces, fills } = sentBlock(block, typedOf(block));
    expect(pieces.map(({ area }) => [area.column, area.columns])).toEqual([
      [3, 1],
      [5, 1],
    ]);
    expect(fills).toEqual([]);
    expect(sentBlock({ ...block, values: [] }, typedOf({ ...block, values: [] })).pieces).toEqual([]);
  });

  it('holds neither blank columns nor a formula twice', () => {
    const rows = Array.from({ length: 1_000 }, (_, row) => row + 1);
    const formulas = rows.map((row) => ['', '', `=A${String(row)}`, `=C${String(row)}`]);
    const filled = [2, 3].map((column) => ({ row: 0, column, rows: 1_000 }));
    const values = rows.map((row) => [row, '', '', '']);
    const block: CellBlock = { area: { row: 0, column: 0, rows: 1_000, columns: 4 }, values, formulas, filled };
    const { pieces, fills } = sentBlock(block, typedOf(block));
    expect(pieces.map(({ area }) => [area.column, area.columns, area.rows])).toEqual([
      [0, 1, 1_000],
      [2, 2, 1],
    ]);
    expect(fills.map(({ over }) => [over.column, over.columns, over.row, over.rows])).toEqual([[2, 2, 1, 999]]);
  });
});
