import type { CellValue } from '../port';

/** Rows from `start`, to be sent or asked for at once. */
export interface RowChunk {
  readonly start: number;
  readonly rows: number;
}

/** Keeps a block under 50 ms of the pane's thread and, with ordinary text, far under Excel's 5 MB. */
const CELLS = 30_000;
const ROWS = 5_000;

/** Half of the 5 MB a request may have on the web: it also carries the paths of the objects. */
const BYTES = 2_500_000;

/** How many rows of so many columns to ask for at once. */
export function rowsAtOnce(columns: number): number {
  return Math.max(1, Math.min(ROWS, Math.floor(CELLS / columns)));
}

/** Cuts lines of cells into chunks that fit a request each. */
export function rowChunks(lines: readonly (readonly CellValue[])[]): readonly RowChunk[] {
  const chunks: RowChunk[] = [];
  const most = rowsAtOnce(lines[0]?.length ?? 1);
  let [start, bytes] = [0, 0];
  for (const [row, line] of lines.entries()) {
    const weight = line.reduce((sum: number, value) => sum + bytesOf(value), 0);
    if (row > start && (row - start >= most || bytes + weight > BYTES)) {
      chunks.push({ start, rows: row - start });
      [start, bytes] = [row, 0];
    }
    bytes += weight;
  }
  return lines.length === 0 ? chunks : [...chunks, { start, rows: lines.length - start }];
}

/** At most: a character takes up to three bytes, or six when JSON escapes it, a number up to 24. */
function bytesOf(value: CellValue): number {
  return typeof value === 'string' ? 3 + 3 * value.length : 25;
}

/** Lets the page answer clicks and paint before the next chunk. */
export function breathe(): Promise<void> {
  return new Promise((resume) => setTimeout(resume));
}
