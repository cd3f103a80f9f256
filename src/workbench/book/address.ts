import { columnName, MAX_COLUMNS, MAX_ROWS, parseReference } from '../../sheet/address';
import type { Area } from '../../sheet/area';

/** Every cell of a sheet. */
export const WHOLE_SHEET: Area = { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS };

/** A reference with the sheet it names, if it names one. */
export interface SheetReference {
  readonly sheet?: string;
  readonly reference: string;
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

/** Splits `'Sheet 1'!A1` into its sheet and its reference. */
export function splitReference(text: string): SheetReference {
  const match = /^(?:'((?:[^']|'')+)'|([^!']+))!(.+)$/.exec(text.trim());
  if (match === null) return { reference: text.trim() };
  const sheet = match[1]?.replace(/''/g, "'") ?? match[2] ?? '';
  return { sheet, reference: match[3] ?? '' };
}

/** Reads A1, $A$1:B2, A:C or 3:5; null where the text is no address on a sheet. */
export function parseAddress(text: string): Area | null {
  return parseReference(text.trim()) ?? null;
}
