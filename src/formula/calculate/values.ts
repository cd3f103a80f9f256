import type { Area } from '../../sheet/area';

/** A spreadsheet's error: "#N/A". */
export interface ErrorValue {
  readonly error: string;
}

/** What one cell gives a formula; undefined is a blank. */
export type Scalar = number | string | boolean | ErrorValue | undefined;

/** What part of a formula comes to: one value, or a rectangle of them. */
export type Value = Scalar | Grid;

/** Values in a rectangle; `cells` where they are cells of a sheet. */
export interface Grid {
  readonly rows: number;
  readonly columns: number;
  at(row: number, column: number): Scalar;
  readonly cells?: { readonly sheet: string | undefined; readonly area: Area };
}

/** A formula that is not understood, or that would look at too many cells: its answer is left to a spreadsheet. */
export class NoAnswer extends Error {}

/** An error on its way out of a formula. */
export class Failing extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

export const isGrid = (value: Value): value is Grid => typeof value === 'object' && 'rows' in value;
export const isError = (value: Value): value is ErrorValue => typeof value === 'object' && 'error' in value;

/** One value of what should be one; a rectangle of one cell is its cell. */
export function single(value: Value): Scalar {
  if (!isGrid(value)) return value;
  if (value.rows === 1 && value.columns === 1) return value.at(0, 0);
  throw new NoAnswer();
}

/** The value, unless it is an error. */
export function sound(value: Scalar): number | string | boolean | undefined {
  if (isError(value)) throw new Failing(value.error);
  return value;
}

export function numberOf(value: Scalar): number {
  const own = sound(value);
  if (own === undefined) return 0;
  if (typeof own !== 'string') return Number(own);
  const number = numberInText(own);
  if (number === undefined) throw new Failing('#VALUE!');
  return number;
}

/** The number that a text is; none for what a spreadsheet may read in its own ways, such as days and money. */
export function numberInText(text: string): number | undefined {
  return /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i.test(text) ? Number(text) : undefined;
}

export function textOf(value: Scalar): string {
  const own = sound(value);
  if (own === undefined) return '';
  // TRUE to one spreadsheet, 1 to another.
  if (typeof own === 'boolean') throw new NoAnswer();
  return typeof own === 'number' ? String(Number(own.toPrecision(15))) : own;
}

export function truthOf(value: Scalar): boolean {
  const own = sound(value);
  if (typeof own !== 'string') return Boolean(own);
  if (/^(?:true|false)$/i.test(own)) return own.toLowerCase() === 'true';
  throw new Failing('#VALUE!');
}

/** Below 0 where the first comes before the second: numbers, then texts whatever their case, then truth values. */
export function compare(a: Scalar, b: Scalar): number {
  const [left, right] = [sound(a) ?? likeBlank(b), sound(b) ?? likeBlank(a)];
  if (typeof left !== typeof right) return rankOf(left) - rankOf(right);
  if (typeof left === 'string' && typeof right === 'string') {
    const [x, y] = [left.toLowerCase(), right.toLowerCase()];
    return x === y ? 0 : x < y ? -1 : 1;
  }
  return Number(left) - Number(right);
}

/** A blank is as good as the empty one of the other's kind. */
function likeBlank(other: Scalar): number | string | boolean {
  return typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0;
}

const rankOf = (value: number | string | boolean): number =>
  typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2;

/** Every value of a rectangle, row by row. */
export function* valuesIn(value: Value): Generator<Scalar> {
  if (!isGrid(value)) {
    yield value;
    return;
  }
  for (let row = 0; row < value.rows; row++)
    for (let column = 0; column < value.columns; column++) yield value.at(row, column);
}
