import { expect, it } from 'vitest';
import type { SheetModel } from '../../../src/package/model';
import type { Area } from '../../../src/sheet/area';
import type { Book } from '../../../src/workbench/book/book';
import { layoutChange } from '../../../src/workbench/file/layoutChange';

/** Cells merged over three rows, eight a line: a large ledger has tens of thousands. */
const merges = (count: number): Area[] =>
  Array.from({ length: count }, (_, at) => ({ row: 3 * Math.floor(at / 8), column: at % 8, rows: 3, columns: 1 }));

/** A grid of which only its merged cells are asked. */
function gridWith(merged: readonly Area[]): Book {
  const config = { columnData: {}, rowData: {} };
  const layout = { merges: () => merged, frozen: () => ({ rows: 0, columns: 0 }) };
  return { context: { sheet: () => ({ getConfig: () => config }) }, layout } as unknown as Book;
}

const fileWith = (merged: readonly Area[]) =>
  ({
    merges: merged,
    columnWidths: new Map(),
    rowHeights: new Map(),
    freeze: { rows: 0, columns: 0 },
  }) as unknown as SheetModel;

it('of 200,000 merged cells only those are saved that the file does not hold', () => {
  // Each held against all the others, they took minutes: the test would not end.
  const all = merges(200_000);
  const added = { row: 900_000, column: 2, rows: 2, columns: 2 };
  expect(layoutChange(gridWith(merges(200_000)), 'a', fileWith(all))).toEqual({});
  expect(layoutChange(gridWith([...all, added]), 'a', fileWith(all))).toEqual({ merges: [added] });
});
