import type { SheetCells } from './grid';

/** The rows of a table's body, from the one given on, and its columns. */
interface Body {
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly columns: number;
  readonly rows: number;
}

/** The number formats of the figures of a table, by its column, the most frequent one first. */
export function formatsOfFigures(
  { cells, formats = [] }: SheetCells,
  { firstRow, firstColumn, columns, rows }: Body,
): Map<number, readonly string[]> {
  const found = new Map<number, readonly string[]>();
  const body = cells.slice(firstRow, Math.min(firstRow + rows, formats.length));
  for (let column = 0; column < columns; column++) {
    const counts = new Map<string, number>();
    body.forEach((row, at) => {
      const format = formats[firstRow + at]?.[firstColumn + column];
      if (format === undefined || typeof row[firstColumn + column] !== 'number') return;
      counts.set(format, (counts.get(format) ?? 0) + 1);
    });
    if (counts.size === 0) continue;
    const inOrder = [...counts].toSorted((a, b) => b[1] - a[1]);
    found.set(
      column,
      inOrder.map(([format]) => format),
    );
  }
  return found;
}
