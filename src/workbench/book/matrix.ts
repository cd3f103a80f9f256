import type { ICellData, Nullable } from '@univerjs/core';
import type { Area } from '../../sheet/area';

/** Cells by row and column, as the grid holds them. */
export type Matrix = Record<number, Record<number, Nullable<ICellData>>>;

/** The smallest area that holds every key of the matrix for which `counts` holds, or null. */
export function extentOf(matrix: Matrix | undefined, counts: (cell: Nullable<ICellData>) => boolean): Area | null {
  let [top, bottom, left, right] = [Infinity, -1, Infinity, -1];
  for (const [rowKey, line] of Object.entries(matrix ?? {})) {
    const row = Number(rowKey);
    for (const [columnKey, cell] of Object.entries(line)) {
      if (!counts(cell)) continue;
      const column = Number(columnKey);
      top = Math.min(top, row);
      bottom = Math.max(bottom, row);
      left = Math.min(left, column);
      right = Math.max(right, column);
    }
  }
  return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}
