import { numbersOf, textAt } from '../column/verbs';
import { eachRow, finish, type Steps } from '../../steps/steps';
import type { Ledger } from '../ledger/readLedger';
import { rowsOfKind } from '../ledger/rowKind';
import { keysOf } from './keys';
import { sumByOwner, type BroughtTogether } from './onceOrSum';
import type { EntityRules } from './rules';
import { takesPart } from './status';

/** The rows that are judged as one. `lead` stands for them; land is in 亩, tax in 万元, NaN where not known. */
export interface UnitGroup {
  readonly lead: number;
  /** The rows that are added up. */
  readonly rows: readonly number[];
  readonly area: number;
  readonly tax: number;
  readonly taxes: readonly BroughtTogether[];
}

/** Rows that a person has called one enterprise. */
export interface Firms {
  /** Each with the first of them. */
  readonly leads: ReadonlyMap<number, number>;
  /** Rows that are not added up with the others: sums of them, or the same again. */
  readonly spare: ReadonlySet<number>;
  /** Land that is the same on each row is one piece of land. */
  readonly landOnce: boolean;
}

/** Nobody has said anything of that kind. */
export const NO_FIRMS: Firms = { leads: new Map(), spare: new Set(), landOnce: false };

/** What the rules make of a ledger's rows. */
export interface Grouping {
  readonly groups: readonly UnitGroup[];
  /** Rows that share the answer of another: their lead, by row. Rows of a group count among them but for the lead. */
  readonly follows: ReadonlyMap<number, number>;
  readonly leftOut: readonly number[];
  /** Repeats of earlier rows and tenants without land: they follow without being added up. */
  readonly notAdded: { readonly repeats: readonly number[]; readonly tenants: readonly number[] };
  readonly area: Float64Array;
  readonly firms: Firms;
  /** What is one piece of land: rows of the same one name it once. */
  readonly landOf: EntityKeys['code'];
}

/** What rows are known by: looked up once, however many rules are tried. */
export interface EntityKeys {
  readonly code: (row: number) => string | undefined;
  readonly parcel: (row: number) => string | undefined;
  readonly firms: Firms;
  readonly data: readonly number[];
  readonly inactive: readonly number[];
}

/** Reads what rows are known by off a ledger and what a person has said of them. */
export function entityKeys(ledger: Ledger, firms: Firms = NO_FIRMS): EntityKeys {
  const data = rowsOfKind(ledger.kinds, 'data');
  const known = new Map<string | undefined, boolean>();
  const isOut = (word: string | undefined) => {
    let out = known.get(word);
    if (out === undefined) known.set(word, (out = takesPart(word) === 'out'));
    return out;
  };
  const inactive = data.filter((row) => isOut(textAt(ledger, 'enterpriseStatus', row)));
  const [code, parcel] = [keysOf(ledger, 'creditCode'), keysOf(ledger, 'parcelId')];
  return { code, parcel, firms, data, inactive };
}

/** Groups the data rows of a ledger by a person's rules; nothing of the ledger is changed. */
export function groupRows(ledger: Ledger, rules: EntityRules, keys: EntityKeys = entityKeys(ledger)): Grouping {
  return finish(groupSteps(ledger, rules, keys));
}

/** The same in steps. */
export function* groupSteps(ledger: Ledger, rules: EntityRules, keys: EntityKeys): Steps<Grouping> {
  const { code, parcel, firms, data, inactive } = keys;
  const leftOut = rules.leaveOutInactive ? inactive : [];
  const active = without(data, leftOut);
  const area = rules.netRented ? netArea(ledger) : numbersOf(ledger, 'landArea');
  const tax = numbersOf(ledger, 'taxPaid');
  const again = rules.dropRepeats ? repeatsOf(active, { code, parcel, area, tax }) : new Map<number, number>();
  const repeats = new Map([...again, ...spareRows(active, firms)]);
  const once = without(active, [...repeats.keys()]);
  const tenants = rules.tenantsFollowOwner ? tenantsOf(once, parcel, area) : new Map<number, number>();
  const counted = without(once, [...tenants.keys()]);
  const together = joined(ledger.rows, counted, [
    ...(rules.mergeEnterprises ? [code] : []),
    ...(rules.shareParcels ? [parcel] : []),
    ...(firms.leads.size > 0 ? [firmKey(firms)] : []),
  ]);
  const [payer, landOf] = [payerOf(keys), landOwner(keys, area)];
  yield;
  const groups: UnitGroup[] = [];
  yield* eachRow(together, (rows) => {
    const [only = 0] = rows;
    if (rows.length === 1) {
      groups.push({ lead: only, rows, area: area[only] ?? NaN, tax: tax[only] ?? NaN, taxes: [] });
      return;
    }
    const land = sumByOwner(rows, area, landOf);
    const paid = sumByOwner(rows, tax, payer);
    groups.push({ lead: only, rows, area: land.value, tax: paid.value, taxes: paid.parts });
  });
  const follows = followers(groups, repeats, tenants);
  const notAdded = { repeats: [...repeats.keys()], tenants: [...tenants.keys()] };
  return { groups, follows, leftOut, notAdded, area, firms, landOf };
}

const firmKey =
  ({ leads }: Firms) =>
  (row: number): string | undefined => {
    const lead = leads.get(row);
    return lead === undefined ? undefined : `行${lead}`;
  };

/** Whose a tax is: by its code, of a row that is one enterprise with others by the code of their first. */
export function payerOf({ code, firms }: Pick<EntityKeys, 'code' | 'firms'>): EntityKeys['code'] {
  const firm = firmKey(firms);
  return (row) => code(firms.leads.get(row) ?? row) ?? firm(row);
}

/**
 * Whose a piece of land or a floor is: the parcel's, or the enterprise's whose rows all name the same. Of an enterprise's rows
 * by a person's word one that names neither a parcel nor an area has no land of its own.
 */
export function landOwner(
  { parcel, firms }: Pick<EntityKeys, 'parcel' | 'firms'>,
  areas: Float64Array,
): EntityKeys['parcel'] {
  const { leads, landOnce } = firms;
  if (leads.size === 0) return parcel;
  const firm = firmKey(firms);
  if (landOnce) return (row) => firm(row) ?? parcel(row);
  const isKnown = (row: number) => !Number.isNaN(areas[row] ?? NaN);
  const first = new Map<number, number>();
  for (const [row, lead] of leads) if (isKnown(row) && !first.has(lead)) first.set(lead, row);
  return (row) => {
    const lead = leads.get(row);
    return parcel(row) ?? (lead === undefined ? undefined : `地${isKnown(row) ? row : (first.get(lead) ?? row)}`);
  };
}

/** Rows that a person's word, or the figures, leave out of a sum, each with the one that they follow. */
function spareRows(active: readonly number[], { leads, spare }: Firms): [number, number][] {
  return active.flatMap((row) => {
    const lead = spare.has(row) ? leads.get(row) : undefined;
    return lead === undefined || lead === row ? [] : [[row, lead]];
  });
}

function without(rows: readonly number[], left: readonly number[]): readonly number[] {
  if (left.length === 0) return rows;
  const out = new Set(left);
  return rows.filter((row) => !out.has(row));
}

function followers(groups: readonly UnitGroup[], ...others: ReadonlyMap<number, number>[]): Map<number, number> {
  const leads = new Map<number, number>();
  for (const { lead, rows } of groups) if (rows.length > 1) for (const row of rows) leads.set(row, lead);
  const follows = new Map([...leads].filter(([row, lead]) => row !== lead));
  // A repeat may be of a tenant, and a tenant's owner may be one of a group: a few steps lead to the row that is judged.
  const [repeats, tenants] = others;
  for (const [row, first] of [...(repeats ?? []), ...(tenants ?? [])]) {
    const owner = tenants?.get(first) ?? first;
    follows.set(row, leads.get(owner) ?? owner);
  }
  return follows;
}

interface Columns {
  readonly code: (row: number) => string | undefined;
  readonly parcel: (row: number) => string | undefined;
  readonly area: Float64Array;
  readonly tax: Float64Array;
}

/** Rows that say the same of the same enterprise and parcel as an earlier one. */
function repeatsOf(rows: readonly number[], { code, parcel, area, tax }: Columns): Map<number, number> {
  const first = new Map<string, number>();
  const repeats = new Map<number, number>();
  for (const row of rows) {
    const own = code(row);
    if (own === undefined) continue;
    const key = [own, parcel(row) ?? '', area[row], tax[row]].join('|');
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, row);
    else repeats.set(row, earlier);
  }
  return repeats;
}

/** Rows without land on a parcel that another row has land on. */
function tenantsOf(
  rows: readonly number[],
  parcel: (row: number) => string | undefined,
  area: Float64Array,
): Map<number, number> {
  const hasLand = (row: number) => (area[row] ?? NaN) > 0;
  const owners = new Map<string, number>();
  for (const row of rows) {
    const key = parcel(row);
    if (key !== undefined && hasLand(row) && !owners.has(key)) owners.set(key, row);
  }
  const pairs = rows.flatMap((row): [number, number][] => {
    const owner = hasLand(row) ? undefined : owners.get(parcel(row) ?? '');
    return owner === undefined ? [] : [[row, owner]];
  });
  return new Map(pairs);
}

/** Own and rented in less rented out; the ledger's own land where it has no such parts; 0 or less is missing. */
function netArea(ledger: Ledger): Float64Array {
  const land = numbersOf(ledger, 'landArea');
  const [owned, rentedIn, rentedOut] = ['ownedArea', 'rentedInArea', 'rentedOutArea'].map((id) =>
    numbersOf(ledger, id),
  );
  return land.map((whole, row) => {
    const parts = [owned?.[row] ?? NaN, rentedIn?.[row] ?? NaN, -(rentedOut?.[row] ?? NaN)];
    const known = parts.filter((part) => !Number.isNaN(part));
    // A ledger that tells only what is rented out gives the whole in its column of land.
    const start = Number.isNaN(parts[0] ?? NaN) && !Number.isNaN(whole) ? whole : 0;
    const sum = start + known.reduce((total, part) => total + part, 0);
    if (known.length === 0) return whole;
    return sum > 0 ? sum : NaN;
  });
}

/** Rows that share any of their keys, together, in the order of their first rows. */
function joined(total: number, rows: readonly number[], keys: readonly EntityKeys['code'][]): number[][] {
  if (keys.length === 0) return rows.map((row) => [row]);
  const join = new Joined(total);
  for (const key of keys) join.by(rows, key);
  return join.groups(rows);
}

/** Rows joined by what they share (union-find). */
class Joined {
  private readonly parent: Int32Array;

  constructor(rows: number) {
    this.parent = Int32Array.from({ length: rows }, (_, row) => row);
  }

  by(rows: readonly number[], key: (row: number) => string | undefined): void {
    const first = new Map<string, number>();
    for (const row of rows) {
      const own = key(row);
      if (own === undefined) continue;
      const other = first.get(own);
      if (other === undefined) first.set(own, row);
      else this.parent[this.root(row)] = this.root(other);
    }
  }

  /** The groups in the order of their first rows. */
  groups(rows: readonly number[]): number[][] {
    const groups = new Map<number, number[]>();
    for (const row of rows) {
      const root = this.root(row);
      const group = groups.get(root);
      if (group) group.push(row);
      else groups.set(root, [row]);
    }
    return [...groups.values()];
  }

  private root(row: number): number {
    let at = row;
    while (this.parent[at] !== at) {
      const above = this.parent[this.parent[at] ?? at] ?? at;
      this.parent[at] = above;
      at = above;
    }
    return at;
  }
}
