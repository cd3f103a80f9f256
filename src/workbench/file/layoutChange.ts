import { BooleanNumber, type IColumnData, type IRowData } from '@univerjs/core';
import type { SheetChange, SheetModel } from '../../package/model';
import type { Area } from '../../sheet/area';
import type { Book } from '../book/book';
import { pixelsOfPoints, pixelsOfWidth, pointsOfPixels, widthOfPixels } from './sizes';

type LayoutChange = Pick<SheetChange, 'columnWidths' | 'rowHeights' | 'merges' | 'freeze'>;

/** Widths, heights, merges and frozen panes that differ from the file's. */
export function layoutChange(book: Book, id: string, before: SheetModel | null): LayoutChange {
  const widths = widthChanges(book, id, before);
  const heights = heightChanges(book, id, before);
  const known = new Set(before?.merges.map(keyOf));
  const merges = book.layout.merges(id).filter((merge) => !known.has(keyOf(merge)));
  const freeze = book.layout.frozen(id);
  const old = before?.freeze ?? { rows: 0, columns: 0 };
  return {
    ...(widths.size === 0 ? {} : { columnWidths: widths }),
    ...(heights.size === 0 ? {} : { rowHeights: heights }),
    ...(merges.length === 0 ? {} : { merges }),
    ...(freeze.rows === old.rows && freeze.columns === old.columns ? {} : { freeze }),
  };
}

function keyOf({ row, column, rows, columns }: Area): string {
  return `${row},${column},${rows},${columns}`;
}

function widthChanges(book: Book, id: string, before: SheetModel | null): Map<number, number> {
  const widths = new Map<number, number>();
  const columns = book.context.sheet(id).getConfig().columnData as Record<number, Partial<IColumnData>>;
  for (const [key, data] of Object.entries(columns)) {
    const column = Number(key);
    const now = data.w;
    const old = before?.columnWidths.get(column);
    if (now === undefined || (old !== undefined && pixelsOfWidth(old.width) === now)) continue;
    widths.set(column, widthOfPixels(now));
  }
  return widths;
}

/** Heights somebody set; those the grid works out from wrapped text are left to the reader of the file. */
function heightChanges(book: Book, id: string, before: SheetModel | null): Map<number, number> {
  const heights = new Map<number, number>();
  const rows = book.context.sheet(id).getConfig().rowData as Record<number, Partial<IRowData>>;
  for (const [key, { h, ia }] of Object.entries(rows)) {
    const row = Number(key);
    const old = before?.rowHeights.get(row)?.height;
    if (h === undefined || ia !== BooleanNumber.FALSE || (old !== undefined && pixelsOfPoints(old) === h)) continue;
    heights.set(row, pointsOfPixels(h));
  }
  return heights;
}
