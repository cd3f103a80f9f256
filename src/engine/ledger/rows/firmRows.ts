import { cellText, isBlank, type Rows } from '../cell';
import { codeKey } from '../duplicates';
import type { HeaderMatch } from '../matchHeaders';
import { amountReader } from '../medianPerMu';
import { rowKinds } from '../rowKind';
import { firmNameOf, likeName } from './firmNames';
import { isListNumber } from './look';
import { SUB_NUMBER } from './parts';

/** Rows that seem to be one enterprise's, in order: the first stands for all. */
export type FirmRows = readonly number[];

/** Names of so many enterprises below one code make no code of it: it is a park's, or a mistake. */
const MOST_NAMES = 5;

/**
 * Enterprises that seem to stand on several rows by any sign of it: one code, one name in whatever spelling, the name with a
 * phase or a plant behind it (domain/ledgers.md, quirk 18), a number below its own. Rows of one name with several whole codes are not among them. What the
 * rows are (parcels, phases, kinds of tax, the same again) a person says.
 */
export function firmRows(rows: Rows, headers: HeaderMatch): FirmRows[] {
  const amounts = amountColumns(headers);
  if (amounts.length === 0) return [];
  const below = subNumbers(rows, headers);
  const groups = groupsOf(rows, headers, below);
  if (groups.length === 0) return [];
  const kinds = rowKinds(rows, headers, { zeroIsBlank: false });
  const hasAmount = (row: number) => amounts.some((column) => !isBlank(rows[row]?.[column]));
  const isByRow = judgedByRow(rows, headers);
  return groups
    .map((group) => group.filter((row) => kinds[row] === 'data' && kinds[below.get(row) ?? row] === 'data'))
    .filter((group) => group.filter(hasAmount).length > 1 && !isByRow(group))
    .toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
}

/**
 * Rows numbered 1-1 and 1-2 below 1, with the row of the number they stand under: tenants, or parts that no sum proves, in its
 * figures or beside them.
 */
function subNumbers(rows: Rows, { byField }: HeaderMatch): ReadonlyMap<number, number> {
  const column = byField.get('sequence')?.column;
  const found = new Map<number, number>();
  if (column === undefined) return found;
  let [lead, number] = [-1, ''];
  rows.forEach((row, index) => {
    const cell = cellText(row[column]);
    if (isListNumber(row[column])) [lead, number] = [index, cell];
    else if (lead >= 0 && isBelow(cell, number)) found.set(index, lead);
  });
  return found;
}

/** 1-1, 1.1 or (1) below 1. */
function isBelow(cell: string, number: string): boolean {
  return (SUB_NUMBER.test(cell) && cell.split(/\D/)[0] === number) || /^[(（]\d{1,2}[)）]$/.test(cell);
}

const AMOUNTS = ['landArea', 'taxPaid', 'ownedArea', 'rentedInArea'] as const;

const PARCEL = /宗地|地块|图斑|坐落|位置|地址|证号|权证|不动产/;
/** 亩均 is printed with two places. */
const ROUNDING = 0.0055;

/**
 * Whether a list of parcels goes by rows itself: each of an enterprise's rows names another parcel, and its 亩均 is that of its own
 * tax and land.
 */
function judgedByRow(rows: Rows, { byField, texts }: HeaderMatch): (group: FirmRows) => boolean {
  const matches = ['taxPerMu', 'taxPaid', 'landArea'].flatMap((id) => byField.get(id) ?? []);
  const [quotient, tax, land] = matches.map(amountReader);
  const parcels = texts.flatMap((text, column) => (PARCEL.test(text) ? [column] : []));
  const isOwn = (at: number) => {
    const row = rows[at] ?? [];
    const [said, paid, held] = [quotient, tax, land].map((read) => read?.(row) ?? NaN) as [number, number, number];
    return Math.abs(paid / held - said) <= ROUNDING + 0.002 * Math.abs(said);
  };
  const differ = (group: FirmRows, column: number) =>
    new Set(group.map((row) => likeName(rows[row]?.[column])).filter((text) => text !== '')).size === group.length;
  return (group) => matches.length === 3 && group.every(isOwn) && parcels.some((column) => differ(group, column));
}

/** Whether one whole code stands on all of some rows. */
export function areOfOneCode(rows: Rows, { byField }: HeaderMatch, group: FirmRows): boolean {
  const column = byField.get('creditCode')?.column;
  const codes = new Set(group.map((row) => (column === undefined ? undefined : codeKey(rows[row]?.[column]))));
  return codes.size === 1 && !codes.has(undefined);
}

/** The columns of land and tax; none where one of the two is missing, for nothing is judged then. */
function amountColumns({ byField }: HeaderMatch): number[] {
  const found = AMOUNTS.flatMap((id) => byField.get(id) ?? []);
  const isWhole = byField.has('taxPaid') && found.length > 1;
  return isWhole ? found.flatMap((match) => [match.column, ...(match.plus ?? []).map(({ column }) => column)]) : [];
}

interface Group {
  readonly keys: string[];
  readonly rows: number[];
}

/** Rows by what they have in common, those of one key in several groups brought together. */
function groupsOf(rows: Rows, { byField }: HeaderMatch, below: ReadonlyMap<number, number>): number[][] {
  const [name, code] = ['enterprise', 'creditCode'].map((id) => byField.get(id)?.column);
  const names = rows.map((row) => (name === undefined ? '' : firmNameOf(row[name])));
  const codes = rows.map((row) => (code === undefined ? undefined : codeKey(row[code])));
  const several = namesOfSeveral(names, codes);
  const shared = codesOfMany(names, codes);
  const byName = names.map((own, row) => (several.has(own) ? `${own}|${codes[row] ?? `row ${String(row)}`}` : own));
  const byCode = codes.map((key) => (key === undefined || shared.has(key) ? '' : `code ${key}`));
  const leads = new Set(below.values());
  const byNumber = rows.map((_, row) => {
    const lead = below.get(row) ?? (leads.has(row) ? row : undefined);
    return lead === undefined ? '' : `number ${String(lead)}`;
  });
  const again = repeatedIn(byName, byCode, byNumber);
  const byKey = new Map<string, Group>();
  rows.forEach((_, row) => {
    const keys = [byName[row] ?? '', byCode[row] ?? '', byNumber[row] ?? ''].filter((key) => key !== '');
    // Whose name and code stand nowhere else is in no group.
    if (!keys.some((key) => again.has(key))) return;
    const found = [...new Set(keys.flatMap((one) => byKey.get(one) ?? []))];
    const group = found.reduce<Group>(
      (all, one) => (all === one ? all : { keys: [...all.keys, ...one.keys], rows: [...all.rows, ...one.rows] }),
      found[0] ?? { keys: [], rows: [] },
    );
    group.rows.push(row);
    group.keys.push(...keys);
    for (const one of group.keys) byKey.set(one, group);
  });
  const groups = new Set([...byKey.values()].filter((group) => group.rows.length > 1));
  return [...groups].map((group) => group.rows.toSorted((a, b) => a - b));
}

/** What stands twice or more in some lists, blanks aside. */
function repeatedIn(...lists: readonly (readonly string[])[]): ReadonlySet<string> {
  const [seen, again] = [new Set(['']), new Set<string>()];
  for (const list of lists) {
    for (const text of list) {
      if (text !== '' && seen.has(text)) again.add(text);
      else seen.add(text);
    }
  }
  return again;
}

/** Names under which several whole codes stand: they are told apart by these. */
function namesOfSeveral(names: readonly string[], codes: readonly (string | undefined)[]): ReadonlySet<string> {
  const first = new Map<string, string>();
  const several = new Set<string>();
  names.forEach((name, row) => {
    const code = codes[row];
    if (name === '' || code === undefined) return;
    const known = first.get(name);
    if (known === undefined) first.set(name, code);
    else if (known !== code) several.add(name);
  });
  return several;
}

/** Codes below which many names stand. */
function codesOfMany(names: readonly string[], codes: readonly (string | undefined)[]): ReadonlySet<string> {
  const under = new Map<string, Set<string>>();
  codes.forEach((code, row) => {
    const name = names[row] ?? '';
    if (code === undefined || name === '') return;
    under.set(code, (under.get(code) ?? new Set()).add(name));
  });
  return new Set([...under].flatMap(([code, own]) => (own.size > MOST_NAMES ? [code] : [])));
}
