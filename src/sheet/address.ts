import type { Area } from './area';

/** The sheet's edge in Excel. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** What a cell of Excel can hold. */
export const MAX_CHARACTERS = 32_767;

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

/** "B3" for row 2, column 1: a cell as a formula on the same sheet names it. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** "$B$3": the same cell wherever the formula is copied to. */
export function fixedCell(row: number, column: number): string {
  return `$${columnName(column)}$${row + 1}`;
}

/** "B3:C4", or "B3" for one cell. */
export function areaName({ row, column, rows, columns }: Area): string {
  const first = cellName(row, column);
  return rows === 1 && columns === 1 ? first : `${first}:${cellName(row + rows - 1, column + columns - 1)}`;
}

/** "$B$3:$C$4", or "$B$3" for one cell. */
export function fixedArea({ row, column, rows, columns }: Area): string {
  const first = fixedCell(row, column);
  return rows === 1 && columns === 1 ? first : `${first}:${fixedCell(row + rows - 1, column + columns - 1)}`;
}

/** A sheet's name in quotes, as every formula understands it. */
export function alwaysQuoted(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** The name of a sheet that a formula names, with quotes around it or without. */
export function unquotedSheet(name: string): string {
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}

/** A sheet's name as Excel writes it in a formula: quoted unless it is plain letters and digits. */
export function quoteSheet(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^(?:[A-Z]{1,3}\d+|R\d*C?\d*|C\d*)$/i.test(name);
  return plain ? name : alwaysQuoted(name);
}

/** A cell of another sheet. */
export function sheetCell(sheet: string, row: number, column: number): string {
  return `${alwaysQuoted(sheet)}!${cellName(row, column)}`;
}

/** Cells of a sheet as any formula names them, wherever it is copied to: 'Sheet 1'!$A$4:$I$20. */
export function sheetRange(sheet: string, area: Area): string {
  return `${alwaysQuoted(sheet)}!${fixedArea(area)}`;
}

/** Reads "B3" or "$B$3:C4", ends in either order; undefined for anything else or outside the sheet. */
export function parseArea(text: string): Area | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i.exec(text);
  if (!match) return undefined;
  const [, left = '', top = '', right = left, bottom = top] = match;
  return between([Number(top) - 1, Number(bottom) - 1], [columnNumber(left), columnNumber(right)]);
}

/** The same, and whole columns and rows: "A:C", "$2:$5". */
export function parseReference(text: string): Area | undefined {
  const [, left, right] = /^\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/i.exec(text) ?? [];
  if (left !== undefined && right !== undefined)
    return between([0, MAX_ROWS - 1], [columnNumber(left), columnNumber(right)]);
  const [, top, bottom] = /^\$?(\d{1,7}):\$?(\d{1,7})$/.exec(text) ?? [];
  if (top !== undefined && bottom !== undefined)
    return between([Number(top) - 1, Number(bottom) - 1], [0, MAX_COLUMNS - 1]);
  return parseArea(text);
}

/** Reads an address as Excel gives it in events: with or without its sheet; of several areas the first. */
export function areaOfAddress(address: string): Area | undefined {
  const [first = ''] = address.slice(address.lastIndexOf('!') + 1).split(',');
  return parseReference(first.trim());
}

/** Every area of such an address, for a person may change several at once; none where it names no cells. */
export function areasOfAddress(address: string): readonly Area[] {
  const parts = address.split(',').map((part) => parseReference(part.slice(part.lastIndexOf('!') + 1).trim()));
  return parts.filter((area) => area !== undefined);
}

type Ends = readonly [number, number];

function between(rows: Ends, columns: Ends): Area | undefined {
  const [row, column] = [Math.min(...rows), Math.min(...columns)];
  const [lastRow, lastColumn] = [Math.max(...rows), Math.max(...columns)];
  if (row < 0 || column < 0 || lastRow >= MAX_ROWS || lastColumn >= MAX_COLUMNS) return undefined;
  return { row, column, rows: lastRow - row + 1, columns: lastColumn - column + 1 };
}
