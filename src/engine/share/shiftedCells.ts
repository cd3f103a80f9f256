import type { Cell, Rows } from '../ledger/cell';
import type { RowMatching } from './matchRows';
import { returnedCell, type ReturnedTable } from './returned';
import type { SentCopy } from './sentBatch';
import { sameCell } from './sharedLedger';

interface Moved {
  readonly table: ReturnedTable;
  readonly matching: RowMatching;
  readonly sent: Rows;
}

/** Places in the copy's columns, and rows of the copy, that came back with other rows' values. */
export interface Shifted {
  readonly columns: ReadonlySet<number>;
  readonly rows: ReadonlySet<number>;
}

/**
 * What came back with other rows' values, as after sorting some columns by themselves or shifting their cells: the codes beside them
 * may still stand where they stood, so nothing else tells.
 */
export function shiftedCells({ columns }: SentCopy, moved: Moved): Shifted {
  const found = { columns: new Set<number>(), rows: new Set<number>() };
  columns.forEach((_, at) => {
    const { isShifted, rows } = shiftIn(moved, columns, at);
    if (isShifted) found.columns.add(at);
    for (const row of rows) found.rows.add(row);
  });
  return found;
}

interface Came {
  readonly row: number;
  readonly base: number | undefined;
  readonly is: string;
}

const UNMOVED = { isShifted: false, rows: [] as readonly number[] };

function shiftIn(compared: Moved, columns: SentCopy['columns'], at: number): typeof UNMOVED {
  const { table, matching, sent } = compared;
  const column = columns[at]?.column ?? -1;
  const was = sent.map((row) => keyOf(row[at]));
  const came = table.sheet.values.slice(table.firstRow).map((_, row): Came => ({
    row,
    base: matching.pairs.get(row)?.base,
    is: keyOf(returnedCell(table, row + table.firstRow, column)),
  }));
  const changed = came.filter(({ base, is }) => base !== undefined && !sameCell(is, was[base]));
  if (changed.length === 0 || !table.columnOf.has(column)) return UNMOVED;
  const others = columns.flatMap((one, index) => (index === at ? [] : [{ column: one.column, index }]));
  const moved = movedIn({ came, changed, was }, ({ row }, owner) =>
    others.some(({ column: other, index }) => {
      const is = keyOf(returnedCell(table, row + table.firstRow, other));
      return isTelling(is) && is === keyOf(sent[owner]?.[index]);
    }),
  );
  return {
    isShifted: moved.length > 0 || isPermuted(changed, was),
    rows: moved.flatMap(({ base }) => (base === undefined ? [] : [base])),
  };
}

/** The changed cells hold, all together, what they held before. */
function isPermuted(changed: readonly Came[], was: readonly string[]): boolean {
  if (changed.length < 2) return false;
  const back = countsOf(changed.map(({ is }) => is));
  return [...countsOf(changed.map(({ base }) => was[base ?? -1] ?? ''))].every(
    ([text, count]) => back.get(text) === count,
  );
}

/**
 * Where an amount that only one row had stands in another row now, while its own row has another one or cannot be told. A row that is
 * nobody's may be its owner under another name: there something else of the owner must have come along.
 */
function movedIn(
  { came, changed, was }: Readonly<Record<'came' | 'changed', readonly Came[]>> & { readonly was: readonly string[] },
  isLike: (one: Came, owner: number) => boolean,
): readonly Came[] {
  const counts = countsOf(was);
  const ownerOf = new Map(
    was.flatMap((text, base) => (counts.get(text) === 1 && isTelling(text) ? [[text, base] as const] : [])),
  );
  const known = new Set(came.map(({ base }) => base));
  const lost = new Set(changed.map(({ base }) => base));
  return came.filter((one) => {
    const owner = ownerOf.get(one.is);
    if (owner === undefined || owner === one.base) return false;
    return lost.has(owner) || (!known.has(owner) && (one.base !== undefined || !isLike(one, owner)));
  });
}

/** A word or a small whole number may be typed anywhere; an amount is a row's own. */
function isTelling(text: string): boolean {
  return text.length > 2;
}

/** A cell as it is compared with those of other rows. */
export function keyOf(cell: Cell): string {
  return String(cell ?? '').trim();
}

function countsOf(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

/** Whether a column only counts the lines, from one on to the next, as it is made to anew after sorting. */
export function countsUp(texts: readonly string[]): boolean {
  const numbers = texts.filter((text) => text !== '').map(Number);
  return numbers.length > 1 && numbers.every((number, at) => at === 0 || number === (numbers[at - 1] ?? 0) + 1);
}
