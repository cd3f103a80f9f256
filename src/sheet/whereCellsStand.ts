import { sheetCell } from './address';

/** A cell of a workbook; row and column count from 0. */
export interface CellPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** Where the cells of a ledger stand in its workbook, by row and column of the ledger: on one sheet or on several. */
export interface WhereCellsStand {
  /** The names of the sheets, in order. */
  readonly sheets: readonly string[];
  /** The cell that holds what is said there (a merged one stands higher up); undefined where that row's table has no such column. */
  readonly cell: (row: number, column: number) => CellPlace | undefined;
  /** What that cell itself holds, where it may be otherwise than the ledger has it: in another unit, or a part of a sum. */
  readonly held?: (row: number, column: number) => string | number | boolean | null | undefined;
  /** Whether a formula may read the cell for what the ledger has; every one may where this is not given. */
  readonly plain?: (row: number, column: number) => boolean;
  /** The row as people count, or by its sheet where rows of several share a number. */
  readonly label: (row: number) => number | string;
}

/** A ledger of one table, from its first cell on. `standsAt` is the row whose cell holds what another one says. */
export function oneTable(
  { sheet, row: top, column: left }: CellPlace,
  standsAt: (row: number, column: number) => number = (row) => row,
): WhereCellsStand {
  return {
    sheets: [sheet],
    cell: (row, column) => ({ sheet, row: top + standsAt(row, column), column: left + column }),
    label: (row) => top + row + 1,
  };
}

/** A cell of a ledger as a formula on another sheet names it. */
export function linkTo({ cell }: WhereCellsStand, row: number, column: number): string | undefined {
  const place = cell(row, column);
  return place && sheetCell(place.sheet, place.row, place.column);
}

/** The same where a formula may read it for what the ledger has. */
export function readFrom(standing: WhereCellsStand, row: number, column: number): string | undefined {
  return standing.plain?.(row, column) === false ? undefined : linkTo(standing, row, column);
}

/** 第5行: what a row without a code is known by. */
export function rowName({ label }: WhereCellsStand, row: number): string {
  const own = label(row);
  return typeof own === 'number' ? `第${String(own)}行` : own;
}

/** “剡湖街道”, or “剡湖街道”等 20 张: the sheets that figures are taken from. */
export function sheetsText({ sheets }: WhereCellsStand): string {
  const [first = ''] = sheets;
  return `“${first}”${sheets.length > 1 ? `等 ${String(sheets.length)} 张` : ''}`;
}
