import type { SheetBlock, SheetCell, SheetFormat } from '../../../sheet/sheet';
import { textHeight } from './textHeight';

/** Ordinary type of a sheet is a little larger than 五号. */
const SIZE = 11;
const LEAST = 16;

/** The first columns of a table, in blocks that make its rows as high as their wrapped words need; rows of one height are one block. */
export function fitRows(
  top: number,
  rows: readonly (readonly SheetCell[])[],
  {
    widths,
    columns,
    format,
  }: { readonly widths: readonly number[]; readonly columns: number; readonly format: SheetFormat },
): SheetBlock[] {
  const heights = rows.map((row) =>
    Math.max(LEAST, ...row.map((cell, column) => textHeight(String(cell), widths[column] ?? Infinity, SIZE))),
  );
  const starts = heights.flatMap((height, row) => (height === heights[row - 1] ? [] : [row]));
  return starts.map((start, index) => ({
    row: top + start,
    column: 0,
    values: rows.slice(start, starts[index + 1] ?? rows.length).map((row) => row.slice(0, columns)),
    format: { ...format, rowHeight: heights[start] ?? LEAST },
  }));
}
