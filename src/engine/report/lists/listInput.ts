import type { Judgement } from '../../assess/judge';
import type { Ledger } from '../../ledger/readLedger';
import type { AppliedPolicy } from '../../assess/context';
import type { Day } from '../../quantity/day';
import type { SheetCell } from '../../../sheet/sheet';
import type { WhereCellsStand } from '../../../sheet/whereCellsStand';

/** What people decided about a row; it goes before what the rules say. */
export interface Conclusion {
  readonly status: string;
  readonly tier: string;
  readonly path: string;
}

/** What a list is made of: a ledger read with all of its fields, and what the policy says of its rows. */
export interface ViewInput {
  /** 嵊州市, or '' where neither the ledger's title nor a policy names one. */
  readonly place: string;
  readonly year: number;
  readonly ledger: Ledger;
  /** The ledger rows to list, in order; a selection where people selected some. */
  readonly rows: readonly number[];
  /** Where the ledger's rows stand. */
  readonly standing: WhereCellsStand;
  readonly policy?: AppliedPolicy;
  readonly tiers?: Judgement;
  readonly paths?: Judgement;
  readonly asOf?: Day;
  /** The row whose answer a row has, where rows were brought together; undefined for a row that takes no part. */
  readonly lead?: (row: number) => number | undefined;
  /** 系统初步研判，须经认定, with the policy and its status. */
  readonly note: string;
  /** What a cell says of a row that lacks these fields. */
  readonly unresolved: (missing: readonly string[]) => string;
  /** Why a row got its tier and path, with the clause. */
  readonly grounds?: (row: number) => string;
  /** By ledger row. */
  readonly conclusions?: ReadonlyMap<number, Conclusion>;
  /** Codes, parcels and names on the lists that departments have handed in, as `comparedName` writes them. */
  readonly reported?: ReadonlySet<string>;
}

/** A line of a list: one row of the ledger, or several that are one enterprise; none on a form. */
export interface ListLine {
  /** Tells the line apart from run to run. */
  readonly key: string;
  readonly rows: readonly number[];
  /** Words of a form by the head of the column. */
  readonly own?: Readonly<Record<string, SheetCell>>;
}
