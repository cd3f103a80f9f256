import {
  alikeLists,
  amountsSaid,
  isKeptBeside,
  offered,
  type BookTable,
  type HeaderMatch,
} from '../../../engine/ledger/index';
import { areSame, pairedWays, type PairedWay } from './besides';
import { piecesRead } from './places';
import type { BesideSaid, FurtherWay, Piece, Source } from './source';

/** A table of the workbook, and what it is chosen by. */
export interface TableFound {
  readonly piece: Piece;
  readonly table: BookTable;
}

interface Given {
  readonly tables: readonly TableFound[];
  /** The fields that the policy in force reads. */
  readonly wanted: readonly string[];
  readonly said: readonly BesideSaid[];
  /** Rows of one enterprise are judged each by itself. */
  readonly apart: boolean;
  readonly joined: (pieces: readonly Piece[]) => Source | undefined;
}

/** Lists looked at, and the fewest enterprises that one of them must have in common with the ledger. */
const BOUND = { lists: 12, pairs: 3 } as const;

/** A list with fields that the ledger lacks, and how it can be read beside it. */
interface Candidate {
  readonly headers: HeaderMatch;
  readonly fields: readonly string[];
  readonly ways: readonly PairedWay[];
  /** It names a year, and the ledger another one. */
  readonly isOfOtherYear: boolean;
}

/**
 * A ledger with what its policy reads and it lacks from other tables of the same enterprises (energy on a sheet of another bureau):
 * unasked where next to all of them are found, once each, no other year is named and nothing else has the same; else it is asked.
 */
export function withFurther(source: Source, given: Given): Source {
  const read = new Set(piecesRead(source).map(({ id }) => id));
  const others = given.tables.filter(({ piece }) => !read.has(piece.id) && isList(piece));
  if (others.length === 0) return source;
  const lists = others.map(({ piece }) => ({ sheet: piece.contents.sheet.id, headers: piece.located.headers }));
  const found = source.choice?.open === true ? [] : candidatesIn(source, others, given);
  const open: FurtherWay[] = [];
  let whole = source;
  for (const one of found) {
    const { ways } = one;
    const said = given.said.find(({ ids }) => ways.some(({ beside }) => areSame(beside.ids, ids)));
    const fields = offered(whole.located.headers, one.headers, one.fields);
    if (said?.not === true || fields.length === 0) continue;
    const chosen = ways.find((way) => (said ? way.beside.sums === said.sums : way.isSure && isUnrivalled(one, found)));
    if (chosen) whole = chosen.onto(whole, { fields, apart: given.apart });
    else open.push(...ways.map(({ beside }) => ({ beside, fields })));
  }
  return { ...whole, further: { said: given.said, open, lists } };
}

function isList({ located: { headers, dataRows } }: Piece): boolean {
  const isWho = headers.byField.has('enterprise') || headers.byField.has('creditCode');
  return isWho && dataRows >= BOUND.pairs;
}

function candidatesIn(source: Source, others: readonly TableFound[], { wanted, joined }: Given): Candidate[] {
  const own = source.located.headers;
  const offering = others.filter(({ piece, table }) => {
    const { land, tax } = amountsSaid(piece.located.headers);
    const isSeen = table.visible === source.contents.sheet.visible;
    // What has land and tax is a ledger of its own.
    return isSeen && !(land && tax) && !isKeptBeside(table) && offered(own, piece.located.headers, wanted).length > 0;
  });
  const lists = alikeLists(offering.map(({ table }) => table)).slice(0, BOUND.lists);
  return lists.flatMap((places): Candidate[] => {
    const other = joined(places.flatMap((at) => offering[at]?.piece ?? []));
    const headers = other?.located.headers;
    const ways = other ? pairedWays(source, other).filter(({ beside }) => beside.pairs >= BOUND.pairs) : [];
    if (!other || !headers || ways.length === 0) return [];
    const fields = offered(own, headers, wanted);
    const [years, theirs] = [yearsIn(source, ['taxPaid', 'landArea']), yearsIn(other, fields)];
    const isOfOtherYear = years.size > 0 && theirs.size > 0 && ![...theirs].some((year) => years.has(year));
    return [{ headers, fields, ways, isOfOtherYear }];
  });
}

/** The years that sheets, titles and the columns of some fields name. */
function yearsIn({ pieces, located: { headers, paths } }: Source, fields: readonly string[]): ReadonlySet<string> {
  const columns = fields.flatMap((id) => headers.byField.get(id)?.column ?? []);
  const texts = [
    ...pieces.flatMap(({ contents, located }) => [contents.sheet.name, located.titleText ?? '']),
    ...columns.flatMap((column) => paths[column] ?? []),
  ];
  return new Set(texts.flatMap((text) => text.match(/(?:19|20)\d{2}/g) ?? []));
}

function isUnrivalled(one: Candidate, all: readonly Candidate[]): boolean {
  const isRival = (other: Candidate) => other !== one && other.fields.some((id) => one.fields.includes(id));
  return !one.isOfOtherYear && !all.some(isRival);
}
