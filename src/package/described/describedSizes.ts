import { widthOfPoints } from '../columnWidth';
import type { SheetBlock } from '../../sheet/sheet';

/** Widths of columns as a file holds them; the last block to say one counts. */
export function describedWidths(blocks: readonly SheetBlock[]): Map<number, number> {
  const widths = new Map<number, number>();
  for (const { column, values, format } of blocks) {
    if (format?.columnWidth === undefined) continue;
    const columns = values[0]?.length ?? 0;
    for (let at = column; at < column + columns; at++) widths.set(at, widthOfPoints(format.columnWidth));
  }
  return widths;
}

/** Heights of rows in points; the last block to say one counts. */
export function describedHeights(blocks: readonly SheetBlock[]): Map<number, number> {
  const heights = new Map<number, number>();
  for (const { row, values, format } of blocks) {
    if (format?.rowHeight === undefined) continue;
    for (let at = row; at < row + values.length; at++) heights.set(at, format.rowHeight);
  }
  return heights;
}
