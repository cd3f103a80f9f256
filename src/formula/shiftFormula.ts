import { tokenize, type FormulaToken } from './tokens';
import { columnName, columnNumber, MAX_COLUMNS, MAX_ROWS, parseArea } from '../sheet/address';

/** How far a formula moves. */
export interface Shift {
  readonly rows: number;
  readonly columns: number;
}

/** A formula prepared to be moved many times, as the cells of a shared formula need. */
export class ShiftableFormula {
  readonly #tokens: readonly FormulaToken[];

  constructor(formula: string) {
    this.#tokens = tokenize(formula);
  }

  /** Its text moved by a distance: relative references move, those with "$" stay, and the sheet's edge wraps as in Excel. */
  at(shift: Shift): string {
    return this.#tokens.map((token) => shiftToken(token, shift)).join('');
  }
}

function shiftToken({ kind, text }: FormulaToken, shift: Shift): string {
  if (kind === 'cell') return shiftCell(text, shift);
  if (kind === 'columns')
    return text
      .split(':')
      .map((column) => shiftColumn(column, shift))
      .join(':');
  if (kind === 'rows')
    return text
      .split(':')
      .map((row) => shiftRow(row, shift))
      .join(':');
  return text;
}

/** XFE1 and beyond are names that look like cells: they stay. */
function shiftCell(text: string, shift: Shift): string {
  if (!parseArea(text)) return text;
  const row = text.search(/\$?\d+$/);
  return shiftColumn(text.slice(0, row), shift) + shiftRow(text.slice(row), shift);
}

function shiftColumn(column: string, { columns }: Shift): string {
  if (column.startsWith('$') || columns === 0) return column;
  const number = columnNumber(column);
  return number < 0 || number >= MAX_COLUMNS ? column : columnName(wrap(number + columns, MAX_COLUMNS));
}

function shiftRow(row: string, { rows }: Shift): string {
  return row.startsWith('$') || rows === 0 ? row : String(wrap(Number(row) - 1 + rows, MAX_ROWS) + 1);
}

const wrap = (number: number, size: number) => ((number % size) + size) % size;
