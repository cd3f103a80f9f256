import { isBlankArgument } from '../engine/ledger/index';
import type { Cell } from '../engine/ledger/index';
import { functionText } from '../text/functions';
import { matrixOf, type Argument, type Matrix } from './arguments';
import { FunctionFailure, invalid } from './failure';

/** An answer of one cell: a value, or the refusal that stands in it as #N/A or #VALUE! with its message. */
export type CellAnswer = string | number | FunctionFailure;

/** Whether a range has the size; one cell stands for every cell of the other ranges, and nothing fits anywhere. */
export function fits(matrix: Matrix, height: number, width: number): boolean {
  const single = matrix.length <= 1 && widthOf(matrix) <= 1;
  return single || (matrix.length === height && widthOf(matrix) === width);
}

/** The cell of a range that `fits` the size. */
export function cellAt(matrix: Matrix, row: number, column: number): Cell {
  const single = matrix.length === 1 && widthOf(matrix) === 1;
  return single ? matrix[0]?.[0] : matrix[row]?.[column];
}

export function widthOf(matrix: Matrix): number {
  return matrix[0]?.length ?? 0;
}

/** A range's size as messages say it: 3×1. */
export function sizeText(matrix: Matrix): string {
  return `${matrix.length}×${widthOf(matrix)}`;
}

/** The arguments as ranges of one size, in their order, with that size. Sizes that differ are #VALUE!. */
export function sameSize(given: Readonly<Record<string, Argument>>): {
  readonly matrices: readonly Matrix[];
  readonly height: number;
  readonly width: number;
} {
  const named = Object.entries(given).map(([name, argument]) => [name, matrixOf(argument, name)] as const);
  const matrices = named.map(([, matrix]) => matrix);
  const largest = named.find(([, matrix]) => matrix.length > 1 || widthOf(matrix) > 1) ?? named[0];
  const [height, width] = [largest?.[1].length ?? 0, widthOf(largest?.[1] ?? [])];
  const misfit = named.find(([, matrix]) => !fits(matrix, height, width));
  if (misfit && largest) {
    const sizes = { name: misfit[0], size: sizeText(misfit[1]), other: largest[0], wanted: sizeText(largest[1]) };
    throw invalid(functionText('misfit', sizes));
  }
  return { matrices, height, width };
}

/**
 * Answers cell by cell over arguments of one size; `answer` gets a cell of each, in their order. Where the ranges hold nothing
 * the answer is '', and trailing rows of nothing are cut.
 */
export function cellByCell(
  given: Readonly<Record<string, Argument>>,
  answer: (cells: readonly Cell[]) => CellAnswer,
): CellAnswer[][] {
  const { matrices, height, width } = sameSize(given);
  const ranges = matrices.filter((matrix) => matrix.length > 1 || widthOf(matrix) > 1);
  const asked = ranges.length > 0 ? ranges : matrices.slice(0, 1);
  const nothing = (row: number, column: number) => asked.every((matrix) => isBlankArgument(matrix[row]?.[column]));
  const answers = Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (__, column) =>
      nothing(row, column) ? '' : answer(matrices.map((matrix) => cellAt(matrix, row, column))),
    ),
  );
  const last = answers.findLastIndex((row, index) => row.some((_, column) => !nothing(index, column)));
  return last < 0 ? [['']] : answers.slice(0, last + 1);
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
  const { matrices, height, width } = sameSize(given);
  const ranges = matrices.filter((matrix) => matrix.length > 1 || widthOf(matrix) > 1);
  const asked = ranges.length > 0 ? ranges : matrices.slice(0, 1);
  const cells = Array.from({ length: height * width }, (_, index) => {
    const [row, column] = [Math.floor(index / width), index % width];
    const isNothing = asked.every((matrix) => isBlankArgument(matrix[row]?.[column]));
    return isNothing ? undefined : matrices.map((matrix) => cellAt(matrix, row, column));
  });
  return cells.slice(0, cells.findLastIndex((one) => one !== undefined) + 1);
}
