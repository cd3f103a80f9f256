import type { RowMatching } from './matchRows';
import { returnedCell, type ReturnedTable } from './returned';
import type { SentBatch, SentCopy } from './sentBatch';
import type { Rows } from '../ledger/cell';
import { countsUp, keyOf } from './shiftedCells';

interface Found {
  readonly table: ReturnedTable;
  readonly matching: RowMatching;
  /** Cells of the copy's rows as they were sent. */
  readonly sent: Rows;
}

/** A column that says something of a row besides what names it. */
interface Content {
  readonly was: readonly string[];
  /** Rows of the copy by what they held. */
  readonly owners: ReadonlyMap<string, readonly number[]>;
  readonly came: readonly string[];
}

/**
 * Rows of the copy that names and codes agree on and the rest of the row does not: it is at least as much another row as this one, as
 * when names change places and everything but the row codes is sorted then. Once a row of the sheet is known to have left its code,
 * a row that nothing but its names and codes bears out is one of them too.
 */
export function contestedRows(
  given: { readonly batch: SentBatch; readonly copy: SentCopy },
  found: Found,
): Set<number> {
  const { pairs, unsure } = found.matching;
  const contents = contentsOf(given, found);
  const looking = { left: MOST_LOOKED_AT };
  const contradicting = unsure.filter(({ reason }) => reason === 'contradiction');
  // Of two lines that say they are one row, neither is it for certain.
  const contested = new Set(contradicting.flatMap(({ candidates }) => candidates));
  for (const [row, { base }] of pairs) if (isAnothers(contents, { row, base }, looking)) contested.add(base);
  if (contested.size === 0 && contradicting.length === 0) return contested;
  for (const [row, { base }] of pairs) if (!isBorneOut(contents, { row, base })) contested.add(base);
  return contested;
}

/** Rows held against each other in one sheet; what is not looked at by then is asked. */
const MOST_LOOKED_AT = 10_000_000;
const NAMING = ['enterprise', 'creditCode', 'parcelId'];

/** Columns besides names and codes. One that counts the lines of the sheet says nothing of its rows. */
function contentsOf({ batch, copy }: Parameters<typeof contestedRows>[0], { table, sent }: Found): Content[] {
  return copy.columns.flatMap(({ column }, at): Content[] => {
    if (!table.columnOf.has(column) || NAMING.includes(batch.fields[column] ?? '')) return [];
    const body = table.sheet.values.slice(table.firstRow);
    const came = body.map((_, row) => keyOf(returnedCell(table, row + table.firstRow, column)));
    const was = sent.map((row) => keyOf(row[at]));
    return countsUp(came) ? [] : [{ came, was, owners: ownersOf(was) }];
  });
}

function ownersOf(was: readonly string[]): Map<string, number[]> {
  const owners = new Map<string, number[]>();
  was.forEach((text, row) => {
    const known = owners.get(text);
    if (known) known.push(row);
    else owners.set(text, [row]);
  });
  return owners;
}

interface Place {
  readonly row: number;
  readonly base: number;
}

/** Whether some other row has as many of the cells that came back as this one, of those in which the two differed, and none was its alone. */
function isAnothers(contents: readonly Content[], at: Place, looking: { left: number }): boolean {
  const { row, base } = at;
  const told = contents.filter(({ came }) => (came[row] ?? '') !== '');
  const strange = told.filter(({ came, was, owners }) => came[row] !== was[base] && owners.has(came[row] ?? ''));
  const kept = told.filter(({ came, was }) => came[row] === was[base]);
  const alone = kept.filter(({ was, owners }) => owners.get(was[base] ?? '')?.length === 1).length;
  if (strange.length === 0 || alone >= strange.length) return false;
  const others = new Set(strange.flatMap(({ came, owners }) => owners.get(came[row] ?? '') ?? []));
  looking.left -= others.size;
  if (looking.left < 0) return true;
  return [...others].some((other) => {
    const theirs = strange.filter(({ came, was }) => was[other] === came[row]).length;
    return theirs >= kept.filter(({ was }) => was[other] !== was[base]).length;
  });
}

/** Whether no other row held all that this one has kept. */
function isBorneOut(contents: readonly Content[], { row, base }: Place): boolean {
  const kept = contents.filter(({ came, was }) => (came[row] ?? '') !== '' && came[row] === was[base]);
  const lists = kept.map(({ was, owners }) => owners.get(was[base] ?? '') ?? []);
  const [fewest = []] = lists.toSorted((a, b) => a.length - b.length);
  return (
    kept.length > 0 && !fewest.some((other) => other !== base && kept.every(({ was }) => was[other] === was[base]))
  );
}
