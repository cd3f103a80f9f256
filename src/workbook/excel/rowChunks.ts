import type { CellValue } from '../port';

/** Rows from `start`, to be sent or asked for at once. */
export interface RowChunk {
  readonly start: number;
  readonly rows: number;
}

/** How much a chunk adds to a request. */
export interface ChunkWeight {
  readonly cells: number;
  readonly bytes: number;
}

/** Keeps the reading of a block under 50 ms of the pane's thread and, with ordinary text, under 1 MB: Excel's limit is 5 MB. */
const READ = { cells: 60_000, rows: 10_000 } as const;

/** A write is sent, not parsed, so it may be larger; Excel on the web takes 5 MB, and the request holds more than cells. */
const WRITE = { cells: 150_000, bytes: 3_500_000 } as const;

/** How many rows of so many columns to ask for at once. */
export function rowsAtOnce(columns: number): number {
  return Math.max(1, Math.min(READ.rows, Math.floor(READ.cells / columns)));
}

/** Cuts lines of cells into chunks that fit a write request each. */
export function rowChunks(lines: readonly (readonly CellValue[])[]): readonly (RowChunk & ChunkWeight)[] {
  const chunks: (RowChunk & ChunkWeight)[] = [];
  let [start, bytes, cells] = [0, 0, 0];
  for (const [row, line] of lines.entries()) {
    const weight = line.reduce((sum: number, value) => sum + bytesOf(value), 0);
    const full = isFull({ bytes: bytes + weight, cells: cells + line.length });
    if (row > start && full) {
      chunks.push({ start, rows: row - start, bytes, cells });
      [start, bytes, cells] = [row, 0, 0];
    }
    bytes += weight;
    cells += line.length;
  }
  return lines.length === 0 ? chunks : [...chunks, { start, rows: lines.length - start, bytes, cells }];
}

/** Whether a request of that weight is more than Excel takes. */
export function isFull({ cells, bytes }: ChunkWeight): boolean {
  return bytes > WRITE.bytes || cells > WRITE.cells;
}

/** About the JSON of a cell: escaped quotes, a comma, and three bytes for a character beyond ASCII. */
function bytesOf(value: CellValue): number {
  const text = String(value);
  let bytes = text.length + 5;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code > 0x7f) bytes += 2;
    else if (code < 0x20) bytes += 6;
    else if (code === 0x22 || code === 0x5c) bytes += 3;
  }
  return bytes;
}

/** Lets the page answer clicks and paint before the next chunk. */
export function breathe(): Promise<void> {
  return new Promise((resume) => setTimeout(resume));
}
