import { completes, fieldOf, PAIRED, periodOf, yearsOfRows } from '../../../engine/ledger/index';
import type { PaneValues } from '../../../text/pane';
import { pairingOf, withAttached, type AttachedAs } from './attached';
import { listName } from './joined';
import type { Attached, BesideSaid, BesideWay, Piece, Source, TableWay } from './source';

/** Tables that can be read beside others: as a way that a person may choose, and the ledger that comes of it. */
export interface FoundBeside {
  readonly way: TableWay & { readonly beside: BesideWay };
  readonly isSure: boolean;
  readonly ids: readonly string[];
  readonly source: (apart: boolean) => Source;
}

/** One way in which a list can be read beside the rows of another. */
export interface PairedWay {
  readonly beside: BesideWay;
  /** Nothing speaks against it: one row there for each enterprise, and next to all of them found. */
  readonly isSure: boolean;
  readonly onto: (source: Source, how: Pick<AttachedAs, 'apart' | 'fields'>) => Source;
}

interface Given {
  /** Tables with the land of enterprises and tables with their tax, those together that are one list. */
  readonly lands: readonly (readonly Piece[])[];
  readonly taxes: readonly (readonly Piece[])[];
  readonly joined: (pieces: readonly Piece[]) => Source | undefined;
}

/** Pairs looked at in one workbook. */
const MOST = 12;

/** The lists whose taxes are those of another one's enterprises, by what stands in both; the newest and surest first. */
export function besidesIn({ lands, taxes, joined }: Given): FoundBeside[] {
  const completing = lands.flatMap((own) =>
    taxes.flatMap((theirs) => (isCompleted(own[0], theirs[0]) ? [{ own, theirs }] : [])),
  );
  const found = completing.slice(0, MOST).flatMap(({ own, theirs }): FoundBeside[] => {
    const [first, second] = [joined(own), joined(theirs)];
    return first && second ? pairedWays(first, second).map((paired) => foundBeside(first, paired)) : [];
  });
  const period = ({ way }: FoundBeside) => periodOf({ sheet: way.beside.name, table: {} });
  return found.toSorted((a, b) => Number(b.isSure) - Number(a.isSure) || period(b).localeCompare(period(a)));
}

function isCompleted(own: Piece | undefined, other: Piece | undefined): boolean {
  const isSeen = own?.contents.sheet.visible === other?.contents.sheet.visible;
  return own !== undefined && other !== undefined && isSeen && completes(own.located.headers, other.located.headers);
}

function foundBeside(source: Source, { beside, isSure, onto }: PairedWay): FoundBeside {
  const tables = idsOf(source);
  return {
    ...{ isSure, ids: [...tables, ...beside.ids] },
    way: { tables, text: beside.to, count: source.located.dataRows, beside },
    source: (apart) => onto(source, { apart }),
  };
}

/** How a list can be read beside another's rows: its rows of one enterprise added up or not; none where too few are in both. */
export function pairedWays(source: Source, other: Source): PairedWay[] {
  const pairing = isOfOnce(other) ? pairingOf(source, other) : undefined;
  if (!pairing || pairing.share < PAIRED.likely) return [];
  const { pairs, unsure, share, onlyFirst, onlySecond, by } = pairing;
  const isOnce = pairs.every(({ second }) => second.length === 1);
  const isSure = isOnce && unsure.length === 0 && other.amounts.length === 0 && share >= PAIRED.sure;
  const pieces = [...source.pieces, ...other.pieces];
  const named = { ids: idsOf(other), name: listName(other, pieces), to: listName(source, pieces) };
  const counted = { pairs: pairs.length, alone: onlyFirst.length, left: onlySecond.length };
  return (isOnce ? [false] : [true, false]).map((sums) => ({
    ...{ isSure, beside: { ...named, ...counted, by, sums } },
    onto: (into, how) => withAttached(into, other, pairing, { ...named, ...how, sums }),
  }));
}

/** Nothing is open in one of its tables alone, and none has a row a year: of such a list nobody could be asked. */
function isOfOnce({ located, rows, open = [] }: Source): boolean {
  return open.length === 0 && yearsOfRows(located.headers, rows).length === 0;
}

const idsOf = ({ pieces }: Pick<Source, 'pieces'>): string[] => pieces.map(({ id }) => id);

/** What a person said, or would have, of tables that are read beside others. */
export function besideSaid({ pieces, sums }: Attached): BesideSaid {
  return { ids: idsOf({ pieces }), sums };
}

/** The way that a person has chosen, where the tables still allow it. */
export function besideChosen(
  found: readonly FoundBeside[],
  {
    tables = [],
    beside: [said] = [],
  }: { readonly tables?: readonly string[]; readonly beside?: readonly BesideSaid[] },
): FoundBeside | undefined {
  const ways = found.filter(({ way }) => areSame(way.tables, tables) && areSame(way.beside.ids, said?.ids ?? []));
  return ways.find(({ way }) => way.beside.sums === said?.sums) ?? ways[0];
}

/** The same tables in whatever order. */
export function areSame(ids: readonly string[], others: readonly string[]): boolean {
  return ids.length === others.length && others.every((id) => ids.includes(id));
}

/** How tables are read beside others, as the sentences about it take it. */
export function besideValues({ name, to, by, pairs, alone, left }: Omit<BesideWay, 'ids' | 'sums'>): PaneValues {
  return { name, to, by: fieldOf(by).label, pairs, alone, left };
}

/** What a workbook kept; anything that is not ours is left out. */
export function readBeside(stored: unknown): BesideSaid[] {
  if (!Array.isArray(stored)) return [];
  return stored.slice(0, MOST).flatMap((one): BesideSaid[] => {
    const { id, ids, sums, not } = (one ?? {}) as Partial<Record<keyof BesideSaid | 'id', unknown>>;
    // One table alone had been kept as its id.
    const all = (Array.isArray(ids) ? ids : [id]).filter((own): own is string => typeof own === 'string');
    const said = { ids: all.slice(0, 200), sums: sums === true };
    return all.length > 0 ? [not === true ? { ...said, not } : said] : [];
  });
}
