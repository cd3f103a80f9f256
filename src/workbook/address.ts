import type { Area } from './port';

/** Excel's own limits. */
const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;

/** The letters of a column counted from 0: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  const last = String.fromCharCode(65 + (column % 26));
  return rest === 0 ? last : columnLetters(rest - 1) + last;
}

/** The address of a cell without its sheet: (0, 0) is A1. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** The address of an area without its sheet: A1 for one cell, else A1:B2. */
export function areaAddress(area: Area): string {
  const first = cellAddress(area.row, area.column);
  const last = cellAddress(area.row + area.rows - 1, area.column + area.columns - 1);
  return first === last ? first : `${first}:${last}`;
}

/** A formula that stands for cells, wherever it is read: ='政策参数'!$A$4:$I$20. */
export function cellsFormula(sheet: string, area: Area): string {
  const fixed = areaAddress(area).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
  return `='${sheet.replaceAll("'", "''")}'!${fixed}`;
}

const CELL = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i;
const COLUMN = /^\$?([A-Z]{1,3})$/i;
const ROW = /^\$?(\d{1,7})$/;

/**
 * Reads an address as Excel gives it in events: "A1", "A1:B2", "A:C", "2:5", "Sheet1!A1"; of several areas the first.
 * Undefined when it is none.
 */
export function areaOfAddress(address: string): Area | undefined {
  const [first = ''] = address.slice(address.lastIndexOf('!') + 1).split(',');
  const corners = first.trim().split(':');
  const [from = '', to = from] = corners;
  if (corners.length > 2) return undefined;
  return ofCells(from, to) ?? (corners.length === 2 ? (ofColumns(from, to) ?? ofRows(from, to)) : undefined);
}

function ofCells(from: string, to: string): Area | undefined {
  const [start, end] = [CELL.exec(from), CELL.exec(to)];
  if (start === null || end === null) return undefined;
  return area([rowIndex(start[2]), rowIndex(end[2])], [columnIndex(start[1]), columnIndex(end[1])]);
}

function ofColumns(from: string, to: string): Area | undefined {
  const [start, end] = [COLUMN.exec(from), COLUMN.exec(to)];
  if (start === null || end === null) return undefined;
  return area([0, MAX_ROWS - 1], [columnIndex(start[1]), columnIndex(end[1])]);
}

function ofRows(from: string, to: string): Area | undefined {
  const [start, end] = [ROW.exec(from), ROW.exec(to)];
  if (start === null || end === null) return undefined;
  return area([rowIndex(start[1]), rowIndex(end[1])], [0, MAX_COLUMNS - 1]);
}

type Ends = readonly [number, number];

function area(rows: Ends, columns: Ends): Area | undefined {
  const [row, column] = [Math.min(...rows), Math.min(...columns)];
  const [lastRow, lastColumn] = [Math.max(...rows), Math.max(...columns)];
  if (row < 0 || column < 0 || lastRow >= MAX_ROWS || lastColumn >= MAX_COLUMNS) return undefined;
  return { row, column, rows: lastRow - row + 1, columns: lastColumn - column + 1 };
}

function columnIndex(letters = ''): number {
  return [...letters.toUpperCase()].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function rowIndex(digits = ''): number {
  return Number(digits) - 1;
}
