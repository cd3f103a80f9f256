import { SetWorksheetRowIsAutoHeightCommand } from '@univerjs/sheets';
import type { SheetModel, StyleModel } from '../../package/model';
import { rangeOf } from '../book/area';
import type { Book } from '../book/book';

/** Fitting every row of a long ledger would cost more than it shows. */
const MOST = 200;

/** Makes rows whose height the file leaves open as high as their wrapped text needs, as Excel does when it opens them. */
export function fitWrappedRows(book: Book, sheet: SheetModel, styles: readonly StyleModel[]): void {
  if (sheet.cellless === true || sheet.state !== 'visible') return;
  const rows = wrappedRows(sheet, styles).slice(0, MOST);
  if (rows.length === 0) return;
  const ranges = rows.map((row) => rangeOf({ row, rows: 1, column: 0, columns: sheet.columns }));
  book.context.run(SetWorksheetRowIsAutoHeightCommand.id, { subUnitId: sheet.id, ranges });
}

function wrappedRows(sheet: SheetModel, styles: readonly StyleModel[]): number[] {
  return [...sheet.cells].flatMap(([row, cells]) => {
    if (sheet.rowHeights.get(row)?.height !== undefined) return [];
    const wraps = [...cells.values()].some(
      (cell) => cell.type === 'string' && styles[cell.style]?.alignment.wrap === true,
    );
    return wraps ? [row] : [];
  });
}
