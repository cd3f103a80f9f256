import type { Area } from './area';

/** Excel's own limits. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** Every cell of a sheet. */
export const WHOLE_SHEET: Area = { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS };

/** A reference with the sheet it names, if it names one. */
export interface SheetReference {
  readonly sheet?: string;
  readonly reference: string;
}

/** 0 -> A, 26 -> AA. */
export function columnName(index: number): string {
  return index < 0 ? '' : columnName(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26));
}

/** A -> 0, aa -> 26. */
export function columnIndex(name: string): number {
  return [...name.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** The address without a sheet, as Excel writes it: A1, A1:B2, A:C or 3:5. */
export function addressOf(area: Area): string {
  const left = columnName(area.column);
  const right = columnName(area.column + area.columns - 1);
  const bottom = area.row + area.rows;
  if (area.rows === MAX_ROWS && area.columns < MAX_COLUMNS) return `${left}:${right}`;
  if (area.columns === MAX_COLUMNS) return `${area.row + 1}:${bottom}`;
  return area.rows === 1 && area.columns === 1 ? `${left}${bottom}` : `${left}${area.row + 1}:${right}${bottom}`;
}

/** The address with dollar signs, as names and tables hold it. */
export function absoluteAddress(area: Area): string {
  return addressOf(area).replace(/[A-Z]+|\d+/g, '$$$&');
}

/** A sheet's name as it stands before the exclamation mark. */
export function quoteSheetName(name: string): string {
  const plain = /^[A-Za-z_\u4e00-\u9fff][\w\u4e00-\u9fff.]*$/.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name);
  return plain ? name : `'${name.replace(/'/g, "''")}'`;
}

/** Splits `'Sheet 1'!A1` into its sheet and its reference. */
export function splitReference(text: string): SheetReference {
  const match = /^(?:'((?:[^']|'')+)'|([^!']+))!(.+)$/.exec(text.trim());
  if (match === null) return { reference: text.trim() };
  const sheet = match[1]?.replace(/''/g, "'") ?? match[2] ?? '';
  return { sheet, reference: match[3] ?? '' };
}

/** Reads A1, $A$1:B2, A:C or 3:5; null where the text is no address on a sheet. */
export function parseAddress(text: string): Area | null {
  const clean = text.trim().replace(/\$/g, '');
  return parseCells(clean) ?? parseColumns(clean) ?? parseRows(clean);
}

function parseCells(text: string): Area | null {
  const match = /^([A-Za-z]{1,3})(\d{1,7})(?::([A-Za-z]{1,3})(\d{1,7}))?$/.exec(text);
  if (match === null) return null;
  const [, column = '', row = '', column2 = column, row2 = row] = match;
  return span([Number(row) - 1, Number(row2) - 1], [columnIndex(column), columnIndex(column2)]);
}

function parseColumns(text: string): Area | null {
  const match = /^([A-Za-z]{1,3}):([A-Za-z]{1,3})$/.exec(text);
  return match === null ? null : span([0, MAX_ROWS - 1], [columnIndex(match[1] ?? ''), columnIndex(match[2] ?? '')]);
}

function parseRows(text: string): Area | null {
  const match = /^(\d{1,7}):(\d{1,7})$/.exec(text);
  return match === null ? null : span([Number(match[1]) - 1, Number(match[2]) - 1], [0, MAX_COLUMNS - 1]);
}

function span(rows: readonly [number, number], columns: readonly [number, number]): Area | null {
  const [top, bottom] = [Math.min(...rows), Math.max(...rows)];
  const [left, right] = [Math.min(...columns), Math.max(...columns)];
  if (top < 0 || left < 0 || bottom >= MAX_ROWS || right >= MAX_COLUMNS) return null;
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}
