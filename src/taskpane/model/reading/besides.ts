import { completes, fieldOf, PAIRED, periodOf, yearsOfRows, type Pairing } from '../../../engine/ledger/index';
import type { PaneValues } from '../../../text/pane';
import { pairingOf, withAttached } from './attached';
import { pieceName } from './joined';
import { sourceOfPieces, type Attached, type BesideWay, type Piece, type Source, type TableWay } from './source';

/** A person's word that a table is read beside the rows of others, and whether its rows of one enterprise are added up. */
export interface BesideSaid {
  readonly id: string;
  readonly sums: boolean;
}

/** A table that can be read beside others: as a way that a person may choose, and the ledger that comes of it. */
export interface FoundBeside {
  readonly way: TableWay & { readonly beside: BesideWay };
  /** Nothing speaks against it: one row there for each enterprise, and next to all of them found. */
  readonly isSure: boolean;
  readonly ids: readonly string[];
  readonly source: (apart: boolean) => Source;
}

interface Given {
  /** Tables that are one list already, and every other one by itself. */
  readonly lists: readonly (readonly Piece[])[];
  readonly tables: readonly Piece[];
  readonly joined: (pieces: readonly Piece[]) => Source | undefined;
  readonly tablesOf: (piece: Piece) => Source['tables'];
}

/** Pairs looked at in one workbook. */
const MOST = 12;

/** The tables whose taxes are those of another one's enterprises, by what stands in both; the newest and surest first. */
export function besidesIn({ lists, tables, joined, tablesOf }: Given): FoundBeside[] {
  const completing = lists.flatMap((pieces) =>
    tables.flatMap((other) => {
      const [first] = pieces;
      const isOther = !pieces.includes(other) && first?.contents.sheet.visible === other.contents.sheet.visible;
      return first && isOther && completes(first.located.headers, other.located.headers) ? [{ pieces, other }] : [];
    }),
  );
  const found = completing.slice(0, MOST).flatMap(({ pieces, other }): FoundBeside[] => {
    const [own, theirs] = [joined(pieces), sourceOfPieces([other], tablesOf(other))];
    const isOfYears = theirs && yearsOfRows(theirs.located.headers, theirs.rows).length > 0;
    const pairing = own && theirs && !isOfYears ? pairingOf(own, theirs) : undefined;
    if (!pairing || pairing.share < PAIRED.likely) return [];
    return waysOf(own as Source, theirs as Source, pairing);
  });
  const period = ({ way }: FoundBeside) => periodOf({ sheet: way.beside.name, table: {} });
  return found.toSorted((a, b) => Number(b.isSure) - Number(a.isSure) || period(b).localeCompare(period(a)));
}

function waysOf(source: Source, other: Source, pairing: Pairing): FoundBeside[] {
  const { pairs, unsure, share, onlyFirst, onlySecond, by } = pairing;
  const isOnce = pairs.every(({ second }) => second.length === 1);
  const pieces = [...source.pieces, other];
  const [name, to] = [pieceName(other, pieces), pieceName(source, pieces)];
  return (isOnce ? [false] : [true, false]).map((sums) => {
    const found = { by, sums, pairs: pairs.length, alone: onlyFirst.length, left: onlySecond.length };
    return {
      isSure: isOnce && unsure.length === 0 && other.amounts.length === 0 && share >= PAIRED.sure,
      ids: pieces.map(({ id }) => id),
      way: {
        tables: source.pieces.map(({ id }) => id),
        ...{ text: to, count: source.located.dataRows, beside: { id: other.id, name, to, ...found } },
      },
      source: (apart) => withAttached(source, other, pairing, { name, to, sums, apart }),
    };
  });
}

/** What a person said, or would have, of a table that is read beside others. */
export function besideSaid({ piece, sums }: Attached): BesideSaid {
  return { id: piece.id, sums };
}

/** The way that a person has chosen, where the tables still allow it. */
export function besideChosen(
  found: readonly FoundBeside[],
  {
    tables = [],
    beside: [said] = [],
  }: { readonly tables?: readonly string[]; readonly beside?: readonly BesideSaid[] },
): FoundBeside | undefined {
  const same = (ids: readonly string[]) => ids.length === tables.length && tables.every((id) => ids.includes(id));
  const ways = found.filter(({ way }) => same(way.tables) && said?.id === way.beside.id);
  return ways.find(({ way }) => way.beside.sums === said?.sums) ?? ways[0];
}

/** How a table is read beside others, as the sentences about it take it. */
export function besideValues({ name, to, by, pairs, alone, left }: Omit<BesideWay, 'id' | 'sums'>): PaneValues {
  return { name, to, by: fieldOf(by).label, pairs, alone, left };
}

/** What a workbook kept; anything that is not ours is left out. */
export function readBeside(stored: unknown): BesideSaid[] {
  if (!Array.isArray(stored)) return [];
  return stored.slice(0, 1).flatMap((one): BesideSaid[] => {
    const { id, sums } = (one ?? {}) as Partial<Record<keyof BesideSaid, unknown>>;
    return typeof id === 'string' ? [{ id, sums: sums === true }] : [];
  });
}
