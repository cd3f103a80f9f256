import type { Grades } from '../../assess/grade';
import type { Judged, Judgement } from '../../assess/judge';
import type { Cell } from '../../ledger/cell';
import type { Ledger } from '../../ledger/readLedger';

/** What the clean ledger is made of. `row` and `column` are the place of the first cell of `rows` on the sheet read. */
export interface CleanLedgerInput {
  readonly title: string;
  readonly sheetName: string;
  readonly row: number;
  readonly column: number;
  readonly rows: readonly (readonly Cell[])[];
  readonly ledger: Ledger;
  /** The row whose source cell holds what a cell of `rows` says, where it is another one (merged cells). */
  readonly standsAt?: (row: number, column: number) => number;
  readonly tiers?: Judgement;
  readonly paths?: Judgement;
  readonly grades?: Grades;
  /** 系统初步研判，须经认定, with the policy and its status. */
  readonly note: string;
  /** A classic formula that reads a row's field anew from the source cells; undefined where there is none for the field. */
  readonly link?: (field: string, row: number) => string | undefined;
  /** With 认定状态 and 人工结论, typed by people, and what follows from them. */
  readonly decided?: boolean;
  /** What a cell says of a row that lacks these fields. */
  readonly unresolved: (missing: readonly string[]) => string;
}

/** The policy of a clean ledger with what it reads of the rows; undefined without a policy. */
export function judgedOf({ tiers, paths, grades }: CleanLedgerInput): Judged | undefined {
  return tiers ?? paths ?? grades;
}
