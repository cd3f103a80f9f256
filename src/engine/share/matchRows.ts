import type { Rows } from '../ledger/cell';
import { RowIndex, type Key } from './rowIndex';
import { sameCell, type RowKeys } from './sharedLedger';

/** What says that two rows are one: a code, our own row code, their cells among rows of one code, or the name alone. */
export type MatchedBy = 'parcel' | 'creditCode' | 'rowCode' | 'cells' | 'name';

export interface RowMatch {
  readonly base: number;
  readonly by: MatchedBy;
  /** Its parcel or credit code is another one now. */
  readonly keyChanged: boolean;
  /** It may be another row: found by name or by likeness, or by a row code that nothing else in the row bears out. */
  readonly doubtful: boolean;
}

/**
 * Why a row cannot be told: what it says of itself points to different rows, several rows fit, another row was that one already, it
 * is a total, a heading or a note by now, or it is too little: a name without figures, or figures without a name.
 */
export type UnsureReason = 'contradiction' | 'ambiguous' | 'duplicate' | 'noRow' | 'scrap';

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
  readonly cells: Rows;
  /** What rows are called elsewhere: the names behind masks. They contradict a match and never make one. */
  readonly aliases?: readonly (RowKeys | undefined)[];
}

/** Whether everything a row says of itself must name one row; else a parcel code goes before a credit code, whoever owns it by now. */
export interface Agreeing {
  readonly agreeing: boolean;
}

/**
 * Finds rows again by parcel code, then credit code, then the row code, then name. Codes that several rows share decide nothing
 * by themselves: there the row code or the cells do. Nothing depends on the order of the rows.
 */
export function matchRows(base: KeyedRows, other: KeyedRows, how: Agreeing = { agreeing: false }): RowMatching {
  const found = new Matcher(base, other, how);
  found.byCodes();
  found.bySharedCodes();
  found.byName();
  return found.result();
}

/** Pairs of rows of one code that are compared cell by cell; beyond that a person decides. */
const MOST_COMPARED = 2_500;
const BUSINESS = ['parcel', 'creditCode'] as const;

class Matcher {
  private readonly pairs = new Map<number, RowMatch>();
  private readonly taken = new Set<number>();
  private readonly unsure = new Map<number, UnsureRow>();
  private readonly index: RowIndex;
  private readonly others: RowIndex;

  constructor(
    private readonly base: KeyedRows,
    private readonly other: KeyedRows,
    private readonly how: Agreeing,
  ) {
    this.index = new RowIndex(base.keys, base.aliases);
    this.others = new RowIndex(other.keys);
  }

  byCodes(): void {
    this.eachOpen((row, keys) => {
      const parcel = this.single('parcel', keys);
      const credit = this.single('creditCode', keys);
      const own = this.single('rowCode', keys);
      const business = parcel ?? credit;
      const told = new Set([business, own].filter((one) => one !== undefined));
      const others = this.how.agreeing ? this.index.contradicting(keys) : [];
      if (told.size > 1 || others.length > 0) this.doubt(row, 'contradiction', [...new Set([...told, ...others])]);
      else if (business !== undefined)
        this.pair(row, {
          base: business,
          by: parcel === undefined ? 'creditCode' : 'parcel',
          keyChanged: false,
          doubtful: this.mayHaveMoved(business, keys),
        });
      else if (own !== undefined) this.pair(row, this.byRowCode(own, keys));
    });
  }

  /** One enterprise with several parcels and no parcel codes: the cells tell which is which, where they do. */
  bySharedCodes(): void {
    for (const key of ['parcel', 'creditCode', 'rowCode'] as const) {
      for (const [text, rows] of this.others.all(key)) {
        const open = rows.filter((row) => this.isOpen(row));
        const known = this.index.rows(key, text);
        const free = known.filter((row) => !this.taken.has(row));
        if (open.length > 0 && known.length > 0) this.pairGroup(open, free, 'cells');
      }
    }
  }

  /** By name only where the name is all there is: a name under another code is another row. */
  byName(): void {
    for (const [name, rows] of this.others.all('name')) {
      const rivals = rows.filter((row) => this.isOpen(row));
      const free = this.index.rows('name', name).filter((base) => !this.taken.has(base));
      if (rivals.length * free.length > MOST_COMPARED) this.doubtAll(rivals, free);
      else for (const row of rivals) if (this.isOpen(row)) this.byNameOf(row, rivals, free);
    }
  }

  result(): RowMatching {
    const added = rowsOf(this.other).filter((row) => this.isOpen(row));
    const asked = new Set<number>();
    // Rows of one big group share one list of candidates: it is gone through once.
    for (const list of new Set([...this.unsure.values()].map(({ candidates }) => candidates)))
      for (const base of list) asked.add(base);
    const missing = rowsOf(this.base).filter((row) => !this.taken.has(row) && !asked.has(row));
    return { pairs: this.pairs, added, missing, unsure: [...this.unsure.values()].toSorted((a, b) => a.row - b.row) };
  }

  /** Several of one name: the cells propose who is who, and a person decides. */
  private byNameOf(row: number, rivals: readonly number[], all: readonly number[]): void {
    const free = all.filter((base) => !this.taken.has(base) && this.mayBe(row, base));
    const open = rivals.filter((one) => this.isOpen(one));
    if (free.length > 1 || (free.length === 1 && open.length > 1)) this.pairGroup(open, free, 'name');
    else if (free[0] !== undefined) this.pair(row, { base: free[0], by: 'name', keyChanged: false, doubtful: true });
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
    if (text === undefined || this.others.rows(key, text).length !== 1) return undefined;
    const rows = this.index.rows(key, text);
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

  private doubtAll(rows: readonly number[], candidates: readonly number[]): void {
    for (const row of rows) this.doubt(row, 'ambiguous', candidates);
  }

  /** Where none of the row's names and codes is left, another enterprise may stand there, or cells moved away from their code. */
  private byRowCode(base: number, keys: RowKeys): RowMatch {
    const own = this.base.keys[base] ?? {};
    const named = [...BUSINESS, 'name' as const].filter((key) => own[key] !== undefined);
    const changed = named.filter((key) => keys[key] !== undefined && own[key] !== keys[key]);
    const isNamed = named.length === 0 || named.some((key) => own[key] === keys[key]);
    const doubtful = !isNamed || this.mayHaveMoved(base, keys);
    return { base, by: 'rowCode', keyChanged: changed.some((key) => key !== 'name'), doubtful };
  }

  /**
   * A new name beside the row's code: the enterprise was renamed, or another one's cells stand here. It may be the latter where no row
   * code bears it out, or where the old name stands in another row.
   */
  private mayHaveMoved(base: number, { name, rowCode }: RowKeys): boolean {
    const own = this.base.keys[base]?.name;
    if (!this.how.agreeing || own === undefined || name === undefined || own === name) return false;
    return rowCode === undefined || this.others.rows('name', own).length > 0;
  }

  /** A row that carries the code of one row is no other, however alike the two may be. */
  private mayBe(row: number, base: number): boolean {
    const [own, keys] = [this.base.keys[base], this.other.keys[row]];
    return [...BUSINESS, 'rowCode' as const].every(
      (key) => own?.[key] === undefined || keys?.[key] === undefined || own[key] === keys[key],
    );
  }

  /** Rows that are the same cell for cell first, then the closest; a tie between rows that differ is left to a person. */
  private pairGroup(rows: readonly number[], free: readonly number[], by: 'cells' | 'name'): void {
    const open = new Set(rows);
    const left = new Set(free);
    const settle = (row: number, base: number, doubtful: boolean) => {
      this.pair(row, { base, by, keyChanged: false, doubtful });
      open.delete(row);
      left.delete(base);
    };
    for (const [row, base] of this.equalPairs(rows, free)) settle(row, base, by === 'name');
    const isSmall = open.size * left.size <= MOST_COMPARED;
    while (isSmall && open.size > 0 && left.size > 0) {
      const best = this.closest([...open], [...left]);
      if (!best) break;
      settle(best.row, best.base, true);
    }
    this.doubtRest(open, [...left], { isSmall, group: rows, isShort: free.length < rows.length, free });
  }

  private doubtRest(
    open: ReadonlySet<number>,
    left: readonly number[],
    given: {
      readonly isSmall: boolean;
      readonly group: readonly number[];
      readonly isShort: boolean;
      readonly free: readonly number[];
    },
  ): void {
    const paired = new Set(
      given.group.filter((row) => this.pairs.has(row)).map((row) => this.cellsKey(this.other, row)),
    );
    for (const row of open) {
      const fitting = given.isSmall ? left.filter((base) => this.mayBe(row, base)) : left;
      const twice = this.takenByCode(row);
      if (fitting.length > 0) this.doubt(row, 'ambiguous', fitting);
      else if (twice !== undefined) this.doubt(row, 'duplicate', [twice]);
      // A row that is there twice, cell for cell, is a copy and no new row.
      else if (given.isShort && paired.has(this.cellsKey(this.other, row))) this.doubt(row, 'duplicate', given.free);
    }
  }

  /** The base row that a row's own code names, where another row was that one already. */
  private takenByCode(row: number): number | undefined {
    const code = this.other.keys[row]?.rowCode;
    return code === undefined ? undefined : this.index.rows('rowCode', code).find((base) => this.taken.has(base));
  }

  private cellsKey({ cells }: KeyedRows, row: number): string {
    return JSON.stringify(
      (cells[row] ?? []).map((cell) => (typeof cell === 'string' ? cell.replaceAll('\r\n', '\n') : (cell ?? ''))),
    );
  }

  /** Rows of a group with the same cells; of several that are all the same, any is any. */
  private equalPairs(rows: readonly number[], free: readonly number[]): [row: number, base: number][] {
    const byCells = new Map<string, number[]>();
    for (const base of free) {
      const key = this.cellsKey(this.base, base);
      const known = byCells.get(key);
      if (known) known.push(base);
      else byCells.set(key, [base]);
    }
    return rows.flatMap((row): [number, number][] => {
      const known = byCells.get(this.cellsKey(this.other, row));
      const at = known?.findIndex((base) => this.mayBe(row, base)) ?? -1;
      const base = at < 0 ? undefined : known?.splice(at, 1)[0];
      return base === undefined ? [] : [[row, base]];
    });
  }

  private closest(rows: readonly number[], free: readonly number[]): { row: number; base: number } | undefined {
    const scored = rows.flatMap((row) =>
      free
        .filter((base) => this.mayBe(row, base))
        .map((base) => ({ row, base, score: score(this.base.cells[base], this.other.cells[row]) })),
    );
    const top = Math.max(...scored.map((one) => one.score));
    const best = scored.filter((one) => one.score === top);
    // Several pairs are equally close: they decide only if they do not compete for a row.
    return best.find((one) => best.every((two) => two === one || (two.row !== one.row && two.base !== one.base)));
  }
}

function rowsOf({ keys }: KeyedRows): number[] {
  return keys.flatMap((key, row) => (key ? [row] : []));
}

/** How many cells of two rows agree. */
function score(left: readonly unknown[] = [], right: readonly unknown[] = []): number {
  const width = Math.max(left.length, right.length);
  let same = 0;
  for (let at = 0; at < width; at++) if (sameCell(left[at] as never, right[at] as never)) same++;
  return same;
}
