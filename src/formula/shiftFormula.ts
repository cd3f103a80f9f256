import { tokenize, type FormulaToken } from './tokens';
import { columnName, columnNumber, MAX_COLUMNS, MAX_ROWS, parseArea } from '../sheet/address';

/** How far a formula moves. */
export interface Shift {
  readonly rows: number;
  readonly columns: number;
}

/** A column or a row that moves with its formula. */
interface Moving {
  readonly axis: keyof Shift;
  /** As it is written, for a move that leaves it where it is. */
  readonly text: string;
  readonly number: number;
}

/** A formula prepared to be moved many times, as the cells of a shared formula need. */
export class ShiftableFormula {
  /** Signs that its text has at the least, wherever it moves. */
  readonly least: number;
  readonly #pieces: readonly (string | Moving)[];

  constructor(formula: string) {
    this.#pieces = joined(tokenize(formula).flatMap(piecesOf));
    this.least = this.#pieces.reduce((sum, piece) => sum + (typeof piece === 'string' ? piece.length : 1), 0);
  }

  /** Its text moved by a distance: relative references move, those with "$" stay, and the sheet's edge wraps as in Excel. */
  at(shift: Shift): string {
    return this.#pieces.map((piece) => (typeof piece === 'string' ? piece : moved(piece, shift[piece.axis]))).join('');
  }
}

function piecesOf({ kind, text }: FormulaToken): readonly (string | Moving)[] {
  if (kind === 'cell') return cellPieces(text);
  if (kind !== 'columns' && kind !== 'rows') return [text];
  const [from = '', to = ''] = text.split(':');
  const piece = kind === 'columns' ? columnPiece : rowPiece;
  return [piece(from), ':', piece(to)];
}

/** XFE1 and beyond are names that look like cells: they stay. */
function cellPieces(text: string): readonly (string | Moving)[] {
  if (!parseArea(text)) return [text];
  const row = text.search(/\$?\d+$/);
  return [columnPiece(text.slice(0, row)), rowPiece(text.slice(row))];
}

function columnPiece(text: string): string | Moving {
  const number = text.startsWith('$') ? -1 : columnNumber(text);
  return number < 0 || number >= MAX_COLUMNS ? text : { axis: 'columns', text, number };
}

function rowPiece(text: string): string | Moving {
  return text.startsWith('$') ? text : { axis: 'rows', text, number: Number(text) - 1 };
}

/** Texts that follow each other as one. */
function joined(pieces: readonly (string | Moving)[]): readonly (string | Moving)[] {
  const all: (string | Moving)[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') all[all.length - 1] = last + piece;
    else all.push(piece);
  }
  return all;
}

function moved({ axis, text, number }: Moving, by: number): string {
  if (by === 0) return text;
  return axis === 'columns' ? columnName(wrap(number + by, MAX_COLUMNS)) : String(wrap(number + by, MAX_ROWS) + 1);
}

const wrap = (number: number, size: number) => ((number % size) + size) % size;
