import { ShiftableFormula } from '../../formula/shiftFormula';
import type { Area } from '../../sheet/area';
import type { FilledDown } from '../../sheet/sheet';
import type { CellBlock, CellValue } from '../port';

/** A shorter run is written out: it would cost more requests than it saves. */
const LEAST = 16;

/** What is sent of a block for a new sheet, where blank cells need not be written and formulas can be filled down. */
export interface SentBlock {
  /** Cells that are written, apart: columns side by side, and the first formula of each run. */
  readonly pieces: readonly SentPiece[];
  readonly fills: readonly Fill[];
}

/** Cells of a sheet and what is typed into them. */
export interface SentPiece {
  readonly area: Area;
  readonly lines: readonly (readonly CellValue[])[];
}

/** A line of formulas, and the cells below it that it is filled over. */
export interface Fill {
  readonly from: Area;
  readonly over: Area;
}

/** The runs of a block that are filled by the spreadsheet. */
export function longRuns({ filled = [] }: CellBlock): readonly FilledDown[] {
  return filled.filter(({ rows }) => rows >= LEAST);
}

/** A block without its filled formulas; `lines` is all that its cells are to hold. */
export function sentBlock(block: CellBlock, lines: readonly (readonly CellValue[])[]): SentBlock {
  const runs = longRuns(block);
  if (runs.length === 0) return { pieces: columnsUsed(block, lines), fills: [] };
  const left = lines.map((line) => [...line]);
  for (const { row, column, rows } of runs)
    for (let at = row; at < row + rows; at++) (left[at] as CellValue[])[column] = '';
  const fills = fillsOf(block, runs);
  const heads = fills.map(({ from }) => ({ area: from, lines: cut(block, lines, from) }));
  return { pieces: [...columnsUsed(block, left), ...heads], fills };
}

/** Columns side by side that hold anything, as one piece each. */
function columnsUsed({ area }: CellBlock, lines: readonly (readonly CellValue[])[]): SentPiece[] {
  const used = Array.from({ length: area.columns }, (_, column) => lines.some((line) => line[column] !== ''));
  if (!used.includes(false)) return [{ area, lines }];
  const starts = used.flatMap((isUsed, column) => (isUsed && used[column - 1] !== true ? [column] : []));
  return starts.map((start) => {
    const end = used.indexOf(false, start);
    const columns = (end < 0 ? area.columns : end) - start;
    const own = lines.map((line) => line.slice(start, start + columns));
    return { area: { ...area, column: area.column + start, columns }, lines: own };
  });
}

/** Runs of the same rows in columns side by side are filled at once. */
function fillsOf({ area }: CellBlock, runs: readonly FilledDown[]): Fill[] {
  const fills: Fill[] = [];
  for (const { row, column, rows } of runs.toSorted(
    (a, b) => a.row - b.row || a.rows - b.rows || a.column - b.column,
  )) {
    const from = { row: area.row + row, column: area.column + column, rows: 1, columns: 1 };
    const last = fills.at(-1);
    const isBeside = last?.from.row === from.row && last.over.rows === rows - 1;
    if (last && isBeside && last.from.column + last.from.columns === from.column) {
      fills[fills.length - 1] = withColumn(last);
    } else fills.push({ from, over: { ...from, row: from.row + 1, rows: rows - 1 } });
  }
  return fills;
}

function withColumn({ from, over }: Fill): Fill {
  const columns = from.columns + 1;
  return { from: { ...from, columns }, over: { ...over, columns } };
}

function cut({ area }: CellBlock, lines: SentPiece['lines'], part: Area): CellValue[][] {
  const [row, column] = [part.row - area.row, part.column - area.column];
  return lines.slice(row, row + part.rows).map((line) => line.slice(column, column + part.columns));
}

/** What must be read to know what a block's cells hold once formulas were filled: the pieces, and the last line of each fill. */
export function readAreas({ pieces, fills }: SentBlock): readonly Area[] {
  const lasts = fills.map(({ over }) => ({ ...over, row: over.row + over.rows - 1, rows: 1 }));
  return [...pieces.map(({ area }) => area), ...lasts];
}

/** Cells as they were found, by what `readAreas` asks. */
interface Found {
  readonly sent: SentBlock;
  readonly held: readonly SentPiece['lines'][];
}

/**
 * What a block's cells hold, by what was found: a filled formula is the first one moved down. Undefined where the last of a run is
 * none such, for then nothing is known of those between.
 */
export function heldWhole(block: CellBlock, typed: SentPiece['lines'], found: Found): CellValue[][] | undefined {
  const { area } = block;
  const { sent, held } = found;
  const whole = Array.from({ length: area.rows }, () => new Array<CellValue>(area.columns).fill(''));
  for (const [at, piece] of sent.pieces.entries()) put(whole, area, piece.area, held[at] ?? []);
  for (const [at, { from, over }] of sent.fills.entries()) {
    const lasts = held[sent.pieces.length + at]?.[0] ?? [];
    for (let c = 0; c < from.columns; c++) {
      const run = { row: from.row - area.row, column: from.column - area.column + c, rows: over.rows };
      if (lasts[c] !== fillDown(whole, typed, run)) return undefined;
    }
  }
  return whole;
}

function put(whole: CellValue[][], area: Area, part: Area, lines: SentPiece['lines']): void {
  for (const [r, line] of lines.entries())
    for (const [c, value] of line.entries())
      (whole[part.row - area.row + r] as CellValue[])[part.column - area.column + c] = value;
}

/** Moves the first formula of a run down over the cells below it, which are `rows`; gives the last. Texts that we have already are kept once. */
function fillDown(whole: CellValue[][], typed: SentPiece['lines'], { row, column, rows }: FilledDown): string {
  const first = whole[row]?.[column] ?? '';
  const isOurs = first === typed[row]?.[column];
  const moved = new ShiftableFormula(String(first));
  for (let down = 1; down <= rows; down++) {
    const ours = typed[row + down]?.[column] ?? '';
    (whole[row + down] as CellValue[])[column] = isOurs ? ours : moved.at({ rows: down, columns: 0 });
  }
  return moved.at({ rows, columns: 0 });
}
