import type { CellBlock, CellValue, SheetPlan } from '../../workbook/port';
import { cellAt, type CellAt } from '../model/reading/places';
import type { Source } from '../model/reading/source';

/** A ledger cell that is to hold something else, by row and column of the ledger. */
export interface LedgerEdit {
  readonly row: number;
  readonly column: number;
  readonly before: CellValue;
  readonly after: CellValue;
  readonly numberFormat?: string;
}

/** Edits as blocks of the sheets that the cells stand on; each cell is changed only while it holds what was read. */
export function editsBySheet(source: Source, edits: readonly LedgerEdit[]): SheetPlan[] {
  const bySheet = new Map<string, CellBlock[]>();
  for (const run of runsOf(source, edits)) {
    const at = cellAt(source, run[0].row, run[0].column);
    bySheet.set(at.id, [...(bySheet.get(at.id) ?? []), block(at, run)]);
  }
  return [...bySheet].map(([id, blocks]) => ({ sheet: { id }, blocks }));
}

type Run = [LedgerEdit, ...LedgerEdit[]];

/** Edits of one look below one another are one block: every block costs the spreadsheet a round trip. */
function runsOf(source: Source, edits: readonly LedgerEdit[]): Run[] {
  const sorted = edits.toSorted((a, b) => a.column - b.column || a.row - b.row);
  const runs: Run[] = [];
  for (const edit of sorted) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const follows =
      last?.column === edit.column &&
      last.numberFormat === edit.numberFormat &&
      isBelow(cellAt(source, last.row, last.column), cellAt(source, edit.row, edit.column));
    if (run && follows) run.push(edit);
    else runs.push([edit]);
  }
  return runs;
}

/** Rows of a ledger that follow one another need not do so in the tables that they stand in. */
function isBelow(above: CellAt, { id, row }: CellAt): boolean {
  return above.id === id && above.row + 1 === row;
}

function block({ row, column }: CellAt, run: Run): CellBlock {
  const { numberFormat } = run[0];
  return {
    area: { row, column, rows: run.length, columns: 1 },
    values: run.map(({ after }) => [after]),
    replaces: run.map(({ before }) => [before]),
    ...(numberFormat === undefined ? {} : { format: { numberFormat } }),
  };
}
