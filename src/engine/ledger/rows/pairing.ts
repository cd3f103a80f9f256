import { cellText, type Rows } from '../cell';
import { codeKey } from '../duplicates';
import type { HeaderMatch } from '../matchHeaders';
import { plainText } from '../normalise';
import { rowKinds } from '../rowKind';
import { likeName } from './firmNames';

/** A table whose enterprises are looked for in another one: its columns as understood, its rows with merged cells written out. */
export interface PairedTable {
  readonly headers: HeaderMatch;
  readonly rows: Rows;
}

/** Which rows of a second table are of the same enterprises as those of a first one. Rows count from 0 in their own table. */
export interface Pairing {
  /** What most of them are told by. */
  readonly by: 'creditCode' | 'enterprise';
  /** For each enterprise of both, its rows there and here. */
  readonly pairs: readonly Pair[];
  /** Rows of the first table whose row in the second nobody can tell: one name of several. */
  readonly unsure: readonly number[];
  /** Data rows of one table whose enterprise is not in the other. */
  readonly onlyFirst: readonly number[];
  readonly onlySecond: readonly number[];
  /** Enterprises of both, of the shorter table's, from 0 to 1. */
  readonly share: number;
}

/** The rows of one enterprise: parcels in the first table, parts of an amount in the second. */
export interface Pair {
  readonly first: readonly number[];
  readonly second: readonly number[];
  /** The names agree in another spelling only (有限责任公司 for 有限公司). */
  readonly isRespelt: boolean;
}

/** Enough of the shorter table's enterprises must be in both; from the second share on nothing speaks against it. */
export const PAIRED = { likely: 0.7, sure: 0.95 } as const;

interface Firm {
  readonly row: number;
  readonly code: string | undefined;
  readonly name: string;
  readonly like: string;
}

/** Finds the rows of the same enterprises: by credit code, else by name, at last by name in whatever spelling. */
export function pairRows(first: PairedTable, second: PairedTable): Pairing | undefined {
  const [firms, others] = [firmsOf(first), firmsOf(second)];
  if (firms.length === 0 || others.length === 0) return undefined;
  const found: Found = { pairs: [], unsure: [], firms, others };
  const byCode = pairedBy(found, (firm) => firm.code ?? '').length;
  pairedBy(found, ({ name }) => name);
  const inSpelling = new Set(pairedBy(found, ({ like }) => like));
  const { unsure, firms: onlyFirst, others: onlySecond } = found;
  const pairs = found.pairs.map((pair, at) => ({
    first: pair.first,
    second: pair.second,
    isRespelt: inSpelling.has(at),
  }));
  const shorter = Math.min(countOf(firms), countOf(others));
  return {
    by: byCode * 2 > pairs.length ? 'creditCode' : 'enterprise',
    pairs,
    unsure,
    onlyFirst: onlyFirst.map(({ row }) => row),
    onlySecond: onlySecond.map(({ row }) => row),
    share: pairs.length / shorter,
  };
}

/** Both tables' rows whose partner is still looked for, and what was found. */
interface Found {
  readonly pairs: Omit<Pair, 'isRespelt'>[];
  readonly unsure: number[];
  firms: readonly Firm[];
  others: readonly Firm[];
}

function firmsOf({ headers, rows }: PairedTable): Firm[] {
  const [name, code] = ['enterprise', 'creditCode'].map((id) => headers.byField.get(id)?.column);
  const kinds = rowKinds(rows, headers, { zeroIsBlank: false });
  return rows.flatMap((cells, row): Firm[] => {
    if (kinds[row] !== 'data') return [];
    const own = name === undefined ? '' : cells[name];
    const like = likeName(own);
    const key = code === undefined ? undefined : codeKey(cells[code]);
    return like === '' && key === undefined ? [] : [{ row, code: key, name: like && plainText(cellText(own)), like }];
  });
}

/** Enterprises by code or, without one, by name. */
function countOf(firms: readonly Firm[]): number {
  return new Set(firms.map(({ code, like }) => code ?? like)).size;
}

/** Pairs what has one key in both tables and takes it from what is looked for; gives the places of the pairs made. */
function pairedBy(found: Found, keyOf: (firm: Firm) => string): number[] {
  const made: number[] = [];
  const there = groupsBy(found.others, keyOf);
  const gone = new Set<Firm>();
  for (const [key, firms] of groupsBy(found.firms, keyOf)) {
    const others = there.get(key) ?? [];
    if (key === '' || others.length === 0 || areApart(firms, others)) continue;
    for (const firm of [...firms, ...others]) gone.add(firm);
    if (isOne(firms, others)) {
      made.push(found.pairs.length);
      found.pairs.push({ first: rowsOf(firms), second: rowsOf(others) });
    } else found.unsure.push(...rowsOf(firms));
  }
  found.firms = found.firms.filter((firm) => !gone.has(firm));
  found.others = found.others.filter((firm) => !gone.has(firm));
  return made;
}

function groupsBy(firms: readonly Firm[], keyOf: (firm: Firm) => string): Map<string, Firm[]> {
  const groups = new Map<string, Firm[]>();
  for (const firm of firms) {
    const group = groups.get(keyOf(firm));
    if (group) group.push(firm);
    else groups.set(keyOf(firm), [firm]);
  }
  return groups;
}

const rowsOf = (firms: readonly Firm[]): number[] => firms.map(({ row }) => row);
const codesOf = (firms: readonly Firm[]): Set<string> => new Set(firms.flatMap(({ code }) => code ?? []));
const isCoded = ({ code }: Firm): boolean => code !== undefined;

/** Other codes are other enterprises, whatever they are called. */
function areApart(firms: readonly Firm[], others: readonly Firm[]): boolean {
  const own = codesOf(firms);
  return firms.every(isCoded) && others.every(isCoded) && ![...codesOf(others)].some((code) => own.has(code));
}

/** Several rows here are parcels of one enterprise unless codes tell them apart; several there are one's only by their code. */
function isOne(firms: readonly Firm[], others: readonly Firm[]): boolean {
  return codesOf([...firms, ...others]).size < 2 && (others.length === 1 || others.every(isCoded));
}
