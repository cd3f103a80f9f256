import type { NewSheet, SheetCell, SheetChart, SheetFormat } from '../../../sheet/sheet';
import { officialPrint } from './officialLooks';
import { textHeight } from './textHeight';

/** A column of a plain table: its head, its width in points, and how its numbers look. */
export interface PlainColumn {
  readonly head: string;
  readonly width: number;
  readonly format?: string;
}

/** A title, a line below it, heads and rows. */
export interface PlainTable {
  readonly name: string;
  readonly title: string;
  readonly line: string;
  readonly columns: readonly PlainColumn[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** So many of the first rows are totals. */
  readonly totals?: number;
  readonly charts?: readonly SheetChart[];
}

const CELL: SheetFormat = { wrap: true, vertical: 'Center', border: true };
const HEAD: SheetFormat = { ...CELL, bold: true, horizontal: 'Center' };
/** Where the heads of a plain table stand, from 0. */
export const PLAIN_HEAD = 2;
const LEAST_HEIGHT = 18;

/** A plain table as a sheet that prints on paper lying down, one page wide, its heads on every page. */
export function plainTable({ name, title, line, columns, rows, totals = 0, charts }: PlainTable): NewSheet {
  const first = PLAIN_HEAD + 1;
  const below = (charts ?? []).map(({ place }) => place.row + place.rows);
  const area = { row: 0, column: 0, rows: Math.max(first + rows.length, ...below), columns: columns.length };
  const headHeight = heightOf(
    columns.map(({ head }) => head),
    columns,
  );
  return {
    name,
    freezeRows: first,
    blocks: [
      { row: 0, column: 0, values: [[title]], format: { bold: true, fontSize: 14, rowHeight: 26 } },
      { row: 1, column: 0, values: [[line]], format: { rowHeight: LEAST_HEIGHT } },
      ...columns.map(({ head, width }, column) => ({
        row: PLAIN_HEAD,
        column,
        values: [[head]],
        format: { ...HEAD, columnWidth: width, rowHeight: headHeight },
      })),
      ...columns.flatMap(({ format }, column) =>
        rows.length === 0
          ? []
          : [
              {
                row: first,
                column,
                values: rows.map((cells) => [cells[column] ?? '']),
                format: format === undefined ? CELL : { ...CELL, numberFormat: format },
              },
            ],
      ),
      ...rows.map((cells, row) => ({
        row: first + row,
        column: 0,
        values: [[cells[0] ?? '']],
        format: { rowHeight: heightOf(cells, columns), ...(row < totals ? { bold: true } : {}) },
      })),
    ],
    ...(charts ? { charts } : {}),
    print: officialPrint(area, { first: PLAIN_HEAD, last: PLAIN_HEAD }),
  };
}

function heightOf(cells: readonly SheetCell[], columns: readonly PlainColumn[]): number {
  // Numbers are never wrapped.
  const heights = cells.map((cell, at) =>
    typeof cell === 'string' ? textHeight(cell, columns[at]?.width ?? LEAST_HEIGHT) : LEAST_HEIGHT,
  );
  return Math.max(LEAST_HEIGHT, ...heights);
}
