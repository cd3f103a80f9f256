import { isBlank, readNumber, type Cell, type Rows } from '../../../engine/ledger/index';

/** Rows looked through. */
const DEPTH = 60;
/** Rows of numbers that must follow. */
const BODY = 3;

/** The first row that looks like names of columns over rows with numbers, for a sheet on which no name is known. */
export function unknownHeaderRow(cells: Rows): number | undefined {
  const row = cells.slice(0, DEPTH).findIndex((line, index) => isNames(line) && hasBody(cells, index));
  return row < 0 ? undefined : row;
}

function isNames(line: readonly Cell[]): boolean {
  const filled = line.filter((cell) => !isBlank(cell));
  const texts = filled.filter(
    (cell) => typeof cell === 'string' && cell.length <= 40 && readNumber(cell).kind !== 'value',
  );
  return filled.length >= 3 && texts.length === filled.length && new Set(texts).size === texts.length;
}

function hasBody(cells: Rows, header: number): boolean {
  const body = cells.slice(header + 1, header + 1 + BODY);
  return body.length === BODY && body.every((line) => line.some((cell) => typeof cell === 'number'));
}
