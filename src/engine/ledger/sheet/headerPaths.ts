import { cellText, isBlank, isMissingMark } from '../cell';
import { mergeAt, seenAt, type CellGrid } from './grid';
import { isTranslation, type HeaderBlock } from './headerBlocks';
import { isDatabaseNames, isNumbering } from './headerness';

/** A column's header texts from top to bottom, without blanks and repetitions. `at` is the sheet's column. */
export interface ColumnTexts {
  readonly at: number;
  readonly texts: readonly string[];
}

/**
 * The header texts of some columns. A wide cell holds for all of its columns; where nothing is merged a blank goes on to the
 * right, in a middle row only inside the group above it, in the bottom row not at all.
 */
export function columnTexts(
  grid: CellGrid,
  block: Pick<HeaderBlock, 'top' | 'bottom'>,
  from: number,
  to: number,
): ColumnTexts[] {
  const isSaid = (row: number) => {
    const cells = grid.cells[row] ?? [];
    const isSecond = row > block.top && (isDatabaseNames(cells) || isTranslation(grid, block.top, row - 1));
    return !isNumbering(cells) && !isSecond;
  };
  const rows = Array.from({ length: block.bottom - block.top + 1 }, (_, at) => block.top + at).filter(isSaid);
  // What is below the last of them (栏次 1 2 3) is under no wide name.
  const said = { top: block.top, bottom: rows.at(-1) ?? block.bottom };
  const lines: string[][] = [];
  for (const row of rows) lines.push(lineOf(grid, said, { row, from, to, above: lines.at(-1) }));
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const texts = lines.map((line) => line[index] ?? '').filter((text) => text !== '');
    return { at: from + index, texts: texts.filter((text, at) => text !== texts[at - 1]) };
  });
}

interface LineAt {
  readonly row: number;
  readonly from: number;
  readonly to: number;
  readonly above: readonly string[] | undefined;
}

function lineOf(
  grid: CellGrid,
  block: Pick<HeaderBlock, 'top' | 'bottom'>,
  { row, from, to, above }: LineAt,
): string[] {
  const isWide = ({ row: top, column, columns }: { row: number; column: number; columns: number }) =>
    top === row && columns > 1 && column >= from && column <= to;
  const hasWide = grid.merges.some(isWide);
  const line: string[] = [];
  for (let column = from; column <= to; column++) {
    const cell = seenAt(grid, row, column);
    const isNothing = isBlank(cell) || cell === 0 || (row > block.top && isMissingMark(cellText(cell)));
    const text = isNothing ? '' : String(cell).trim();
    const index = column - from;
    const isOpen = text === '' && index > 0 && !mergeAt(grid, row, column) && !hasWide && row < block.bottom;
    const isInside = above === undefined || above[index] === above[index - 1];
    const goesOn = isOpen && isInside && isFilledBelow(grid, block, row, column);
    line.push(goesOn ? (line.at(-1) ?? '') : text);
  }
  return line;
}

function isFilledBelow(grid: CellGrid, { bottom }: Pick<HeaderBlock, 'bottom'>, row: number, column: number): boolean {
  for (let below = row + 1; below <= bottom; below++) {
    const cell = grid.cells[below]?.[column];
    if (!isBlank(cell) && cell !== 0) return true;
  }
  return false;
}
