import type { AreaModel } from './model';

/** The sheet's edge in Excel. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** "A" for 0, "AA" for 26. */
export function columnName(column: number): string {
  let name = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
  }
  return name;
}

/** 0 for "A"; letters of either case. -1 where the text is not letters. */
export function columnNumber(name: string): number {
  let number = 0;
  for (let i = 0; i < name.length; i++) {
    const digit = (name.charCodeAt(i) | 32) - 96;
    if (digit < 1 || digit > 26) return -1;
    number = number * 26 + digit;
  }
  return number - 1;
}

/** "B3" for row 2, column 1. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${String(row + 1)}`;
}

/** "B3:C4", or "B3" for one cell. */
export function areaName({ row, column, rows, columns }: AreaModel): string {
  const first = cellName(row, column);
  return rows === 1 && columns === 1 ? first : `${first}:${cellName(row + rows - 1, column + columns - 1)}`;
}

/** Reads "B3" or "$B$3:C4", ends in either order; undefined for anything else or outside the sheet. */
export function parseArea(text: string): AreaModel | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i.exec(text);
  if (!match) return undefined;
  const [, left = '', top = '', right = left, bottom = top] = match;
  const columns = [columnNumber(left), columnNumber(right)].sort((a, b) => a - b) as [number, number];
  const rows = [Number(top) - 1, Number(bottom) - 1].sort((a, b) => a - b) as [number, number];
  if (rows[0] < 0 || rows[1] >= MAX_ROWS || columns[1] >= MAX_COLUMNS) return undefined;
  return { row: rows[0], column: columns[0], rows: rows[1] - rows[0] + 1, columns: columns[1] - columns[0] + 1 };
}

/** Whether two areas share a cell. */
export function overlap(a: AreaModel, b: AreaModel): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}

/** Whether an area holds a cell. */
export function holds(area: AreaModel, row: number, column: number): boolean {
  return overlap(area, { row, column, rows: 1, columns: 1 });
}
