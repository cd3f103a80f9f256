import { isBlank, type Cell, type Rows } from '../cell';
import { isSumOf } from '../columns/proofs';
import type { HeaderMatch } from '../matchHeaders';
import { readNumber } from '../number';
import { isElsewhere } from '../words/kinds';
import { likeName } from './firmNames';

/** Enterprises of several lines, each line another figure: 本年 | 上年, or 增值税 | 所得税 | 小计. */
export interface Lines {
  /** The column that says which figure a line is. */
  readonly column: number;
  /** What differs from line to line. */
  readonly columns: readonly number[];
  /** First row and number of rows of each enterprise, and of each sum. */
  readonly blocks: readonly { readonly row: number; readonly rows: number }[];
  /** What lines are called, in their order. */
  readonly words: readonly string[];
  /** The line that counts, where the words or the sums say so. */
  readonly sure?: string;
}

/** All lines added up count. */
export const ALL_LINES = '+';

const LEAST = { blocks: 3, share: 0.6, again: 0.7 } as const;
const MOST_WORDS = 12;

/**
 * Finds enterprises that are written in several lines: the name stands once, and below it lines of which a column says in a
 * few words, the same for every enterprise, what they are, with tax in each.
 */
export function linesOf(given: Rows, { byField, doubts, texts }: HeaderMatch): Lines | undefined {
  const columnOf = (id: string) =>
    byField.get(id)?.column ?? doubts.find(({ field }) => field.id === id)?.columns[0]?.column;
  const [name, tax] = [columnOf('enterprise'), columnOf('taxPaid')];
  if (name === undefined || tax === undefined) return undefined;
  const rows = withoutRepeats(given, name);
  const open = rows.flatMap((row, at) => (isBlank(row[name]) && !isBlank(row[tax]) ? [at] : []));
  const named = rows.filter((row) => !isBlank(row[name])).length;
  if (named < LEAST.blocks || open.length < named * LEAST.share) return undefined;
  const isOften = (column: number) =>
    open.filter((at) => !isBlank(rows[at]?.[column])).length >= open.length * LEAST.share;
  const columns = texts.flatMap((_, column) => (isOften(column) ? [column] : []));
  const blocks = blocksOf(rows, new Set(columns));
  const column = columns.find((one) => isOfWords(rows, blocks, one));
  if (column === undefined || !columns.includes(tax)) return undefined;
  // Which year counts is a question of its own.
  if (rows !== given && column === byField.get('evaluationYear')?.column) return undefined;
  const words = [...new Set(blocks.flatMap(({ row, rows: count }) => wordsAt(rows, column, row, count)))];
  const sure = sureLine(rows, blocks, { column, tax, words });
  return { column, columns, blocks, words, ...(sure === undefined ? {} : { sure }) };
}

/** Rows with the name of the one above say nothing of what it says as well: the same lines, written out. */
function withoutRepeats(rows: Rows, name: number): Rows {
  const isAgain = (at: number) =>
    at > 0 && likeName(rows[at]?.[name]) !== '' && likeName(rows[at]?.[name]) === likeName(rows[at - 1]?.[name]);
  if (!rows.some((_, at) => isAgain(at))) return rows;
  let lead: readonly Cell[] = [];
  return rows.map((row, at) => {
    if (!isAgain(at)) {
      lead = row;
      return row;
    }
    return row.map((cell, column) => (column === name || cell === lead[column] ? '' : cell));
  });
}

/** A row that holds nothing but what differs from line to line belongs to the one above it. */
function blocksOf(rows: Rows, columns: ReadonlySet<number>): Lines['blocks'] {
  const blocks: { row: number; rows: number }[] = [];
  rows.forEach((row, at) => {
    const filled = row.flatMap((cell, column) => (isBlank(cell) ? [] : [column]));
    const last = blocks.at(-1);
    if (filled.length === 0) return;
    const isBelow = last?.row !== undefined && last.row + last.rows === at;
    if (isBelow && filled.every((column) => columns.has(column))) last.rows++;
    else blocks.push({ row: at, rows: 1 });
  });
  return blocks.filter(({ rows: count }) => count > 1);
}

const wordsAt = (rows: Rows, column: number, row: number, count: number): string[] =>
  rows.slice(row, row + count).map((cells) => String(cells[column] ?? '').trim());

/** A few words, each of them once in an enterprise's lines, most of them in several enterprises'. */
function isOfWords(rows: Rows, blocks: Lines['blocks'], column: number): boolean {
  const counts = new Map<string, number>();
  for (const { row, rows: count } of blocks) {
    const words = wordsAt(rows, column, row, count);
    if (new Set(words).size < words.length || words.some(isNoWord)) return false;
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const often = [...counts.values()].filter((count) => count > 1).length;
  return blocks.length >= LEAST.blocks && counts.size <= MOST_WORDS && often >= counts.size * LEAST.again;
}

const YEAR = /^((?:19|20)\d{2})年?度?$/;

const isNoWord = (word: string): boolean => word === '' || (!YEAR.test(word) && readNumber(word).kind === 'value');

interface Known {
  readonly column: number;
  readonly tax: number;
  readonly words: readonly string[];
}

/** The line that is the sum of the others; else the only one that is neither of another time nor an intention. */
function sureLine(rows: Rows, blocks: Lines['blocks'], { column, tax, words }: Known): string | undefined {
  const values = words.map((word) =>
    Float64Array.from(blocks, ({ row, rows: count }) => {
      const at = wordsAt(rows, column, row, count).indexOf(word);
      const reading = readNumber(at < 0 ? undefined : rows[row + at]?.[tax], undefined, 'money');
      return reading.kind === 'value' ? reading.value : NaN;
    }),
  );
  const isWhole = (own: Float64Array) =>
    words.length > 2 &&
    isSumOf(
      own,
      values.filter((other) => other !== own),
    );
  const whole = words.filter((_, at) => isWhole(values[at] as Float64Array));
  if (whole.length === 1) return whole[0];
  const here = words.filter((word) => !isElsewhere(word));
  return here.length === 1 && words.length > 1 ? here[0] : newestOf(here);
}

/** 2022年 | 2023年, a rate of change beside them: the newest. */
function newestOf(words: readonly string[]): string | undefined {
  const years = words.map((word) => YEAR.exec(word)?.[1]);
  if (years.length === 0 || years.some((year) => year === undefined)) return undefined;
  return words[years.indexOf([...years].sort().at(-1))];
}

/** The rows with one line an enterprise, on its first row. */
export function asFirstLines(rows: Rows, lines: Lines, counted: string): Rows {
  const changed = [...rows];
  for (const block of lines.blocks) {
    const own = rows[lineAt(rows, lines, block, counted) ?? -1] ?? [];
    // 小计 in an enterprise's row would make a total of it.
    const said = (column: number): Cell => {
      if (column === lines.column) return '';
      return counted === ALL_LINES ? sumOf(rows, block, column) : own[column];
    };
    changed[block.row] = (rows[block.row] ?? []).map((cell, column) =>
      lines.columns.includes(column) ? (said(column) ?? '') : cell,
    );
    for (let row = block.row + 1; row < block.row + block.rows; row++) changed[row] = [];
  }
  return changed;
}

/** The row that holds what an enterprise's first row says, by that first row. */
export function rowsOfLine(rows: Rows, lines: Lines, counted: string): ReadonlyMap<number, number> {
  const found = lines.blocks.map((block) => [block.row, lineAt(rows, lines, block, counted)] as const);
  return new Map(found.flatMap(([row, at]) => (at === undefined ? [] : [[row, at] as const])));
}

type Block = Lines['blocks'][number];

function lineAt(rows: Rows, { column }: Lines, { row, rows: count }: Block, counted: string): number | undefined {
  const at = wordsAt(rows, column, row, count).indexOf(counted);
  return at < 0 ? undefined : row + at;
}

/** Numbers added up; where one cannot be read it stands for all, so that it is told. Words are those of the first line. */
function sumOf(rows: Rows, { row, rows: count }: Block, column: number): Cell {
  let sum: number | undefined;
  for (const cells of rows.slice(row, row + count)) {
    const reading = readNumber(cells[column], undefined, 'money');
    if (reading.kind === 'unreadable') return cells[column];
    if (reading.kind === 'value') sum = (sum ?? 0) + reading.value;
  }
  return sum ?? '';
}
