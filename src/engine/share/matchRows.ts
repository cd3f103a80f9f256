import { sameCell, type Grid, type RowKeys } from './sharedLedger';

/** How surely two rows are one: by code, by our own row code, by their cells among rows of one code, or by name alone. */
export type MatchedBy = 'parcel' | 'creditCode' | 'rowCode' | 'cells' | 'name';

export interface RowMatch {
  readonly base: number;
  readonly by: MatchedBy;
  /** The row code says that it is this row, and its parcel or credit code is another one now. */
  readonly keyChanged: boolean;
}

/** Why a row cannot be told: its codes point to different rows, several rows fit, or another row was that one already. */
export type UnsureReason = 'contradiction' | 'ambiguous' | 'duplicate';

export interface UnsureRow {
  readonly row: number;
  readonly reason: UnsureReason;
  readonly candidates: readonly number[];
}

/** Rows of another table found again in a base table; every row of either is in exactly one place. */
export interface RowMatching {
  readonly pairs: ReadonlyMap<number, RowMatch>;
  readonly added: readonly number[];
  readonly missing: readonly number[];
  readonly unsure: readonly UnsureRow[];
}

/** One side: keys by row (undefined: not data), and cells by column, both sides' columns in one order. */
export interface KeyedRows {
  readonly keys: readonly (RowKeys | undefined)[];
  readonly cells: Grid;
}

/**
 * Finds rows again by parcel code, then credit code, then the row code, then name. Codes that several rows share decide nothing
 * by themselves: there the row code or the cells do. Nothing depends on the order of the rows.
 */
export function matchRows(base: KeyedRows, other: KeyedRows): RowMatching {
  const found = new Matcher(base, other);
  found.byCodes();
  found.bySharedCodes();
  found.byName();
  return found.result();
}

type Key = keyof RowKeys;

/** Pairs of rows of one code that are compared cell by cell; beyond that a person decides. */
const MOST_COMPARED = 2_500;

class Matcher {
  private readonly pairs = new Map<number, RowMatch>();
  private readonly taken = new Set<number>();
  private readonly unsure = new Map<number, UnsureRow>();
  private readonly index: Readonly<Record<Key, ReadonlyMap<string, readonly number[]>>>;
  private readonly others: Readonly<Record<Key, ReadonlyMap<string, readonly number[]>>>;

  constructor(
    private readonly base: KeyedRows,
    private readonly other: KeyedRows,
  ) {
    this.index = indexes(base.keys);
    this.others = indexes(other.keys);
  }

  byCodes(): void {
    this.eachOpen((row, keys) => {
      const parcel = this.single('parcel', keys);
      const credit = this.single('creditCode', keys);
      const own = this.single('rowCode', keys);
      const business = parcel ?? credit;
      const told = new Set([business, own].filter((one) => one !== undefined));
      if (told.size > 1) this.doubt(row, 'contradiction', [...told]);
      else if (business !== undefined)
        this.pair(row, { base: business, by: parcel === undefined ? 'creditCode' : 'parcel', keyChanged: false });
      else if (own !== undefined) this.pair(row, { base: own, by: 'rowCode', keyChanged: this.hasOtherKey(own, keys) });
    });
  }

  /** One enterprise with several parcels and no parcel codes: the cells tell which is which, where they do. */
  bySharedCodes(): void {
    for (const key of ['parcel', 'creditCode', 'rowCode'] as const) {
      for (const [text, rows] of this.others[key]) {
        const open = rows.filter((row) => this.isOpen(row));
        const free = (this.index[key].get(text) ?? []).filter((row) => !this.taken.has(row));
        if (open.length > 0 && (this.index[key].get(text) ?? []).length > 0) this.pairGroup(open, free, 'cells');
      }
    }
  }

  /** By name only where the name is all there is: a name under another code is another row. */
  byName(): void {
    this.eachOpen((row, keys) => {
      const { name } = keys;
      const rows = name === undefined ? [] : (this.index.name.get(name) ?? []);
      const free = rows.filter((one) => !this.taken.has(one) && !this.contradicts(one, keys));
      const rivals = name === undefined ? [] : (this.others.name.get(name) ?? []).filter((one) => this.isOpen(one));
      if (free.length === 0) return;
      // Several of one name: the cells propose who is who, and a person decides.
      if (free.length > 1 || rivals.length > 1) this.pairGroup(rivals, free, 'name');
      else if (free[0] !== undefined) this.pair(row, { base: free[0], by: 'name', keyChanged: false });
    });
  }

  result(): RowMatching {
    const added = this.rowsOf(this.other).filter((row) => this.isOpen(row));
    const asked = new Set([...this.unsure.values()].flatMap(({ candidates }) => candidates));
    const missing = this.rowsOf(this.base).filter((row) => !this.taken.has(row) && !asked.has(row));
    return { pairs: this.pairs, added, missing, unsure: [...this.unsure.values()].toSorted((a, b) => a.row - b.row) };
  }

  private rowsOf({ keys }: KeyedRows): number[] {
    return keys.flatMap((key, row) => (key ? [row] : []));
  }

  private isOpen(row: number): boolean {
    return !this.pairs.has(row) && !this.unsure.has(row);
  }

  private eachOpen(visit: (row: number, keys: RowKeys) => void): void {
    this.other.keys.forEach((keys, row) => {
      if (keys && this.isOpen(row)) visit(row, keys);
    });
  }

  /** The only base row with the key, where only one row of the other table has it. */
  private single(key: Key, keys: RowKeys): number | undefined {
    const text = keys[key];
    if (text === undefined || this.others[key].get(text)?.length !== 1) return undefined;
    const rows = this.index[key].get(text) ?? [];
    return rows.length === 1 ? rows[0] : undefined;
  }

  private pair(row: number, match: RowMatch): void {
    if (this.taken.has(match.base)) this.doubt(row, 'duplicate', [match.base]);
    else {
      this.taken.add(match.base);
      this.pairs.set(row, match);
    }
  }

  private doubt(row: number, reason: UnsureReason, candidates: readonly number[]): void {
    this.unsure.set(row, { row, reason, candidates });
  }

  private hasOtherKey(base: number, keys: RowKeys): boolean {
    return (['parcel', 'creditCode'] as const).some((key) => differs(this.base.keys[base]?.[key], keys[key]));
  }

  private contradicts(base: number, keys: RowKeys): boolean {
    const own = this.base.keys[base];
    return (['parcel', 'creditCode', 'rowCode'] as const).some(
      (key) => own?.[key] !== undefined && keys[key] !== undefined && own[key] !== keys[key],
    );
  }

  /** The closest pairs first; a tie between rows that differ is left to a person. */
  private pairGroup(rows: readonly number[], free: readonly number[], by: MatchedBy): void {
    const open = new Set(rows);
    const left = new Set(free);
    while (rows.length * free.length <= MOST_COMPARED && open.size > 0 && left.size > 0) {
      const best = this.closest([...open], [...left]);
      if (!best) break;
      this.pair(best.row, { base: best.base, by, keyChanged: false });
      open.delete(best.row);
      left.delete(best.base);
    }
    for (const row of open) {
      const fitting = [...left].filter((base) => this.mayBe(row, base));
      const twice = this.takenByCode(row);
      if (fitting.length > 0) this.doubt(row, 'ambiguous', fitting);
      else if (twice !== undefined) this.doubt(row, 'duplicate', [twice]);
      else if (free.length < rows.length && this.repeats(row)) this.doubt(row, 'duplicate', [...free]);
    }
  }

  /** A row that carries the code of one row is no other, however alike the two may be. */
  private mayBe(row: number, base: number): boolean {
    return !this.contradicts(base, this.other.keys[row] ?? {});
  }

  /** The base row that a row's own code names, where another row was that one already. */
  private takenByCode(row: number): number | undefined {
    const code = this.other.keys[row]?.rowCode;
    const named = code === undefined ? [] : (this.index.rowCode.get(code) ?? []);
    return named.find((base) => this.taken.has(base));
  }

  /** A row that is there twice, cell for cell, is a copy and no new row. */
  private repeats(row: number): boolean {
    return [...this.pairs.keys()].some((one) => this.score(this.other.cells[one], this.other.cells[row]) === Infinity);
  }

  private closest(rows: readonly number[], free: readonly number[]): { row: number; base: number } | undefined {
    const scored = rows.flatMap((row) =>
      free
        .filter((base) => this.mayBe(row, base))
        .map((base) => ({ row, base, score: this.score(this.base.cells[base], this.other.cells[row]) })),
    );
    const top = Math.max(...scored.map(({ score }) => score));
    const best = scored.filter(({ score }) => score === top);
    const [first] = best;
    if (!first || best.length === 1 || top === Infinity) return first;
    // Several pairs are equally close: they decide only if they do not compete for a row.
    const isAlone = (one: typeof first) =>
      best.every((two) => two === one || (two.row !== one.row && two.base !== one.base));
    return best.find(isAlone);
  }

  private score(left: readonly unknown[] = [], right: readonly unknown[] = []): number {
    const width = Math.max(left.length, right.length);
    let same = 0;
    for (let at = 0; at < width; at++) if (sameCell(left[at] as never, right[at] as never)) same++;
    return same === width ? Infinity : same;
  }
}

function differs(left: string | undefined, right: string | undefined): boolean {
  return left !== undefined && right !== undefined && left !== right;
}

function indexes(rows: readonly (RowKeys | undefined)[]): Record<Key, Map<string, number[]>> {
  const index = { parcel: new Map(), creditCode: new Map(), name: new Map(), rowCode: new Map() } as Record<
    Key,
    Map<string, number[]>
  >;
  rows.forEach((keys, row) => {
    for (const [key, text] of Object.entries(keys ?? {}) as [Key, string][]) {
      index[key].set(text, [...(index[key].get(text) ?? []), row]);
    }
  });
  return index;
}
