import type { Area } from '../../../sheet/area';
import { isBlank, type Cell, type Rows } from '../cell';

/** A sheet as a reader takes it: its cells, and what the workbook says of them besides. */
export interface SheetCells {
  readonly cells: Rows;
  readonly merges?: readonly Area[];
  readonly hiddenColumns?: ReadonlySet<number>;
  /** Number formats of the first rows. */
  readonly formats?: readonly (readonly string[])[];
  /** Rows of names that a person has pointed to: what was found there gives way. */
  readonly pointed?: readonly PointedRows[];
}

/** Rows of names by a person's word, all columns in use unless some are given; `instead` is the first row of those found before. */
export interface PointedRows {
  readonly top: number;
  readonly bottom: number;
  readonly from?: number;
  readonly to?: number;
  readonly instead?: number;
}

/** A sheet's cells with the merged area that each lies in. */
export interface CellGrid extends SheetCells {
  readonly columns: number;
  readonly merges: readonly Area[];
  readonly merged: ReadonlyMap<number, Area>;
}

const KEY = 1 << 14;
/** A merge over thousands of rows is a column's look, not a header. */
const MOST_MERGED = 5000;

/** Lays out a sheet for looking at. */
export function gridOf(sheet: SheetCells): CellGrid {
  const merges = sheet.merges ?? [];
  const merged = new Map<number, Area>();
  for (const area of merges) {
    for (let row = area.row; row < area.row + Math.min(area.rows, MOST_MERGED); row++) {
      for (let column = area.column; column < area.column + area.columns; column++)
        merged.set(row * KEY + column, area);
    }
  }
  const columns = sheet.cells.reduce((most, row) => Math.max(most, row.length), 1);
  return { ...sheet, merges, merged, columns };
}

/** The merged area that a cell lies in. */
export function mergeAt(grid: CellGrid, row: number, column: number): Area | undefined {
  return grid.merged.size === 0 ? undefined : grid.merged.get(row * KEY + column);
}

/** The cell that a person sees at a place: that of the merged area it lies in. */
export function seenAt(grid: CellGrid, row: number, column: number): Cell {
  const area = mergeAt(grid, row, column);
  return area ? grid.cells[area.row]?.[area.column] : grid.cells[row]?.[column];
}

/** A cell that holds words. */
export function isText(cell: Cell): cell is string {
  return typeof cell === 'string' && cell.trim() !== '';
}

/** A year as a number or as four digits. */
export function isYear(cell: Cell): boolean {
  if (typeof cell === 'number') return cell >= 1990 && cell <= 2100 && Number.isInteger(cell);
  return typeof cell === 'string' && /^(?:19|20)\d{2}$/.test(cell.trim());
}

/** The columns of a row that hold something. */
export function filledIn(row: readonly Cell[]): number[] {
  const columns: number[] = [];
  row.forEach((cell, column) => {
    if (!isBlank(cell)) columns.push(column);
  });
  return columns;
}

/** The columns that hold something in any of some rows. */
export function columnsIn(grid: CellGrid, top: number, bottom: number): number[] {
  const used: number[] = [];
  for (let column = 0; column < grid.columns; column++) {
    for (let row = top; row <= bottom; row++) {
      if (isBlank(seenAt(grid, row, column))) continue;
      used.push(column);
      break;
    }
  }
  return used;
}

/** The same sheet with nothing outside some columns. */
export function within(grid: CellGrid, [from, to]: readonly [from: number, to: number]): CellGrid {
  const cells = grid.cells.map((row) => row.map((cell, column) => (column >= from && column <= to ? cell : '')));
  const merges = grid.merges.filter(({ column, columns }) => column >= from && column + columns - 1 <= to);
  return gridOf({ ...grid, cells, merges });
}
