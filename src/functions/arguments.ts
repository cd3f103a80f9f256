import { isBlank, isBlankArgument, type Cell, type Rows } from '../engine/ledger/index';
import { functionText } from '../text/functions';
import { invalid } from './failure';
import { chineseName } from './parameterNames';

/** An argument as Excel delivers it: one value, a matrix, or nothing where it was left out. */
export type Argument = Cell | Rows;

/** An error cell arrives as an object with a code; here it is its text ("#DIV/0!"), which reads as missing. */
function withoutError(cell: Cell | ErrorCell): Cell {
  if (typeof cell !== 'object' || cell === null) return cell;
  return cell.code ?? '#VALUE!';
}

function withoutErrors(row: readonly Cell[]): readonly Cell[] {
  // A row without objects, nearly every one, is handed on as it is.
  return Array.isArray(row) && row.some((cell) => typeof cell === 'object' && cell !== null)
    ? row.map(withoutError)
    : row;
}

interface ErrorCell {
  readonly code?: string;
}

/** An argument as a matrix; one value is 1 x 1, nothing is 0 x 0. Rows of different lengths are refused. */
export function matrixOf(argument: Argument, name: string): Rows {
  if (argument === undefined || argument === null) return [];
  const matrix = Array.isArray(argument) ? (argument as Rows).map(withoutErrors) : [[withoutError(argument as Cell)]];
  const width = matrix[0]?.length ?? 0;
  if (matrix.some((row) => !Array.isArray(row) || row.length !== width)) {
    throw invalid(functionText('ragged', { name: chineseName(name) }));
  }
  return matrix;
}

/** An argument meant as one value. A blank cell arrives as 0, null or '' and means: left out. */
export function scalarOf(argument: Argument, name: string): string | number | undefined {
  const matrix = matrixOf(argument, name);
  if (matrix.length > 1 || (matrix[0]?.length ?? 0) > 1)
    throw invalid(functionText('notOneCell', { name: chineseName(name) }));
  const cell = matrix[0]?.[0];
  if (isBlank(cell) || cell === 0) return undefined;
  if (typeof cell === 'string' || typeof cell === 'number') return cell;
  throw invalid(functionText('notOneCell', { name: chineseName(name) }));
}

/** The rows without trailing blank ones: a whole-column reference ends at the last row used. */
export function withoutTail(rows: Rows): Rows {
  let end = rows.length;
  while (end > 0 && (rows[end - 1] ?? []).every(isBlankArgument)) end--;
  return rows.slice(0, end);
}
