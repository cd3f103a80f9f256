import { isBlankArgument, type Cell, type Rows } from '../engine/ledger/index';
import { functionText } from '../text/functions';
import { matrixOf, type Argument } from './arguments';
import { FunctionFailure, invalid } from './failure';
import { chineseName } from './parameterNames';

/** An answer of one cell: a value, or the refusal that stands in it as #N/A or #VALUE! with its message. */
export type CellAnswer = string | number | FunctionFailure;

/** Whether a range has the size; one cell stands for every cell of the other ranges, and nothing fits anywhere. */
export function fits(matrix: Rows, height: number, width: number): boolean {
  const single = matrix.length <= 1 && widthOf(matrix) <= 1;
  return single || (matrix.length === height && widthOf(matrix) === width);
}

/** The cell of a range that `fits` the size. */
function cellAt(matrix: Rows, row: number, column: number): Cell {
  const single = matrix.length === 1 && widthOf(matrix) === 1;
  return single ? matrix[0]?.[0] : matrix[row]?.[column];
}

export function widthOf(matrix: Rows): number {
  return matrix[0]?.length ?? 0;
}

/** A range's size as messages say it: 3×1. */
export function sizeText(matrix: Rows): string {
  return `${matrix.length}×${widthOf(matrix)}`;
}

/** Ranges of one size, or single cells, in the order of the arguments. */
export interface SameSize {
  readonly matrices: readonly Rows[];
  readonly height: number;
  readonly width: number;
}

/** The arguments as ranges of one size, with that size. Sizes that differ are #VALUE!. */
export function sameSize(given: Readonly<Record<string, Argument>>): SameSize {
  const named = Object.entries(given).map(([name, argument]) => [name, matrixOf(argument, name)] as const);
  const matrices = named.map(([, matrix]) => matrix);
  const largest = named.find(([, matrix]) => matrix.length > 1 || widthOf(matrix) > 1) ?? named[0];
  const [height, width] = [largest?.[1].length ?? 0, widthOf(largest?.[1] ?? [])];
  const misfit = named.find(([, matrix]) => !fits(matrix, height, width));
  if (misfit && largest) {
    const [name, other] = [chineseName(misfit[0]), chineseName(largest[0])];
    const sizes = { name, size: sizeText(misfit[1]), other, wanted: sizeText(largest[1]) };
    throw invalid(functionText('misfit', sizes));
  }
  return { matrices, height, width };
}

/** The cells of arguments of one size, position by position: left to right, row by row, without trailing rows of nothing but the first. */
export interface LaidOut {
  readonly cells: Rows;
  readonly width: number;
  readonly holds: (index: number) => boolean;
  /** One behind the last position that holds something. */
  readonly end: number;
}

/** Lays ranges of one size out; a position holds something where one of the ranges does, unless told otherwise. */
export function laidOut(
  { matrices, height, width }: SameSize,
  isNothing: (cells: readonly Cell[]) => boolean = nothingIn(matrices),
): LaidOut {
  const at = (index: number) => matrices.map((matrix) => cellAt(matrix, Math.floor(index / width), index % width));
  // Looked for from behind: a whole column of a sheet has a million rows, and a ledger some thousand.
  let end = height * width;
  while (end > 0 && isNothing(at(end - 1))) end--;
  const rows = Math.min(height, Math.max(1, Math.ceil(end / Math.max(1, width))));
  const cells = Array.from({ length: rows * width }, (_, index) => at(index));
  return { cells, width, holds: (index) => !isNothing(cells[index] ?? []), end };
}

/** Single cells stand for every position, so only ranges tell which positions are meant. */
function nothingIn(matrices: readonly Rows[]): (cells: readonly Cell[]) => boolean {
  const ranges = matrices.flatMap((matrix, index) => (matrix.length > 1 || widthOf(matrix) > 1 ? [index] : []));
  const asked = ranges.length > 0 ? ranges : [0];
  return (cells) => asked.every((index) => isBlankArgument(cells[index]));
}

/** Answers in rows of a width; one blank where there are none. */
export function inRows<T>(answers: readonly T[], width: number): (T | '')[][] {
  const rows: (T | '')[][] = [];
  for (let start = 0; start < answers.length; start += width) rows.push(answers.slice(start, start + width));
  return rows.length > 0 ? rows : [['']];
}

/**
 * Answers cell by cell over arguments of one size; `answer` gets a cell of each, in their order. Where the ranges hold nothing
 * the answer is '', and trailing rows of nothing are cut.
 */
export function cellByCell(
  given: Readonly<Record<string, Argument>>,
  answer: (cells: readonly Cell[]) => CellAnswer,
): CellAnswer[][] {
  const { cells, width, holds, end } = laidOut(sameSize(given));
  const kept = cells.slice(0, Math.ceil(end / Math.max(1, width)) * width);
  return inRows(
    kept.map((own, index) => (holds(index) ? answer(own) : '')),
    width,
  );
}

/** The first refusal among readings, or the answer made of the numbers. */
export function withNumbers(
  readings: readonly (number | FunctionFailure)[],
  answer: (numbers: readonly number[]) => CellAnswer,
): CellAnswer {
  const failure = readings.find((reading) => reading instanceof FunctionFailure);
  return failure instanceof FunctionFailure ? failure : answer(readings as readonly number[]);
}

/**
 * Answers row by row over arguments of one size, each cell with several columns of its own; cells of a wide range follow one
 * another, left to right. Where the ranges hold nothing the columns are '', and trailing rows of nothing are cut.
 */
export function rowByRow(
  given: Readonly<Record<string, Argument>>,
  columns: number,
  answer: (cells: readonly Cell[]) => readonly CellAnswer[],
): CellAnswer[][] {
  const blank: readonly CellAnswer[] = Array.from({ length: columns }, () => '');
  const rows = cellsOf(given).map((cells) => (cells ? [...answer(cells)] : [...blank]));
  return rows.length > 0 ? rows : [[...blank]];
}

/** The cells of arguments of one size, one after another; undefined where the ranges hold nothing, cut behind the last. */
export function cellsOf(given: Readonly<Record<string, Argument>>): (readonly Cell[] | undefined)[] {
  const { cells, holds, end } = laidOut(sameSize(given));
  return cells.slice(0, end).map((own, index) => (holds(index) ? own : undefined));
}
