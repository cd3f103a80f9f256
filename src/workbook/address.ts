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

const corner = /^\$?([A-Z]{0,3})\$?(\d{0,7})$/i;

/**
 * Reads an address as Excel gives it in events: "A1", "A1:B2", "A:C", "2:5", "Sheet1!A1"; of several areas the first.
 * Undefined when it is none.
 */
export function areaOfAddress(address: string): Area | undefined {
  const [first = ''] = address.slice(address.lastIndexOf('!') + 1).split(',');
  const [from = '', to = from] = first.trim().split(':');
  const [start, end] = [corner.exec(from), corner.exec(to)];
  if (from === '' || start === null || end === null) return undefined;
  const columns = span([columnIndex(start[1]), columnIndex(end[1])], MAX_COLUMNS);
  const rows = span([rowIndex(start[2]), rowIndex(end[2])], MAX_ROWS);
  if (columns === undefined || rows === undefined) return undefined;
  return { row: rows.start, column: columns.start, rows: rows.length, columns: columns.length };
}

function columnIndex(letters = ''): number {
  return [...letters.toUpperCase()].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function rowIndex(digits = ''): number {
  return digits === '' ? -1 : Number(digits) - 1;
}

/** A side left out at both ends (-1) means all of it, as in "A:C". */
function span([from, to]: readonly [number, number], limit: number): { start: number; length: number } | undefined {
  if (from === -1 && to === -1) return { start: 0, length: limit };
  if (from < 0 || to < 0 || from >= limit || to >= limit) return undefined;
  return { start: Math.min(from, to), length: Math.abs(to - from) + 1 };
}
