import { PIXELS_PER_POINT } from '../../package/columnWidth';
import { MAX_COLUMNS, MAX_ROWS } from '../../sheet/address';
import type { Area } from '../../sheet/area';
import type { FileSheet } from '../../workbook/file/fileSheet';

/** Where rows and columns begin, in pixels: one more than there are. */
export interface GridLayout {
  readonly rows: Float64Array;
  readonly columns: Float64Array;
  /** Rows that stay in view at the top. */
  readonly frozen: number;
  readonly merges: readonly Area[];
}

/** The width of the row numbers and the height of the column letters, in pixels. */
export const GUTTER = 52;
export const LETTERS = 22;

const ROW = 22;
const SPARE = { rows: 30, columns: 3 };
const LEAST = { rows: 60, columns: 12 };
/** A column wider than that would fill the view alone. */
const WIDEST = 420;

/** The layout of a sheet as it is now, with some blank rows and columns behind what is used. */
export function gridLayout(sheet: FileSheet): GridLayout {
  const used = sheet.used();
  const { model, makeUp } = sheet.origin;
  const rows = Math.min(MAX_ROWS, Math.max(LEAST.rows, used.row + used.rows + SPARE.rows));
  const columns = Math.min(MAX_COLUMNS, Math.max(LEAST.columns, used.column + used.columns + SPARE.columns));
  const heightOf = (row: number): number => {
    const own = model?.rowHeights.get(row);
    if (own?.hidden === true) return 0;
    const points = makeUp?.rowHeights?.get(row) ?? own?.height;
    return points === undefined ? ROW : Math.min(200, Math.max(ROW, points * PIXELS_PER_POINT));
  };
  const widthOf = (column: number): number =>
    model?.columnWidths.get(column)?.hidden === true
      ? 0
      : Math.min(WIDEST, Math.max(28, sheet.width(column) * PIXELS_PER_POINT));
  return {
    rows: starts(rows, heightOf),
    columns: starts(columns, widthOf),
    frozen: Math.min(makeUp?.freeze?.rows ?? model?.freeze.rows ?? 0, 12),
    merges: [...(model?.merges ?? []), ...(makeUp?.merges ?? [])],
  };
}

function starts(count: number, sizeOf: (index: number) => number): Float64Array {
  const found = new Float64Array(count + 1);
  for (let index = 0; index < count; index++) found[index + 1] = (found[index] ?? 0) + sizeOf(index);
  return found;
}

/** The row or column at a distance from the start. */
export function indexAt(starts: Float64Array, distance: number): number {
  let [low, high] = [0, starts.length - 2];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= distance) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

/** The first and the last row or column that can be seen. */
export function seen(starts: Float64Array, from: number, length: number): readonly [first: number, last: number] {
  return [indexAt(starts, from), indexAt(starts, from + length)];
}
