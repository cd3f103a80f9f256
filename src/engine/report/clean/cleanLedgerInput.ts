import type { Grades } from '../../assess/grade';
import type { Judged, Judgement } from '../../assess/judge';
import type { Rows } from '../../ledger/cell';
import type { Ledger } from '../../ledger/readLedger';
import type { WhereCellsStand } from '../../../sheet/whereCellsStand';

/**
 * The columns that versions gave 标准台账, newest first: sums taken once for each group; long formulas cut, each row adding up whole
 * columns; long formulas in one piece.
 */
export const CLEAN_VERSIONS = ['once', 'cut', 'whole'] as const;
export type CleanVersion = (typeof CLEAN_VERSIONS)[number];

/** What the clean ledger is made of: `rows` as they were read, and where they stand. */
export interface CleanLedgerInput {
  readonly title: string;
  readonly standing: WhereCellsStand;
  readonly rows: Rows;
  readonly ledger: Ledger;
  readonly tiers?: Judgement;
  readonly paths?: Judgement;
  readonly grades?: Grades;
  /** 系统初步研判，须经认定, with the policy and its status. */
  readonly note: string;
  /** A classic formula that reads a row's field anew from the source cells; undefined where there is none for the field. */
  readonly link?: (field: string, row: number) => string | undefined;
  /** With 认定状态 and 人工结论, typed by people, and what follows from them. */
  readonly decided?: boolean;
  /** In the columns of an earlier version; the newest where left out. */
  readonly version?: CleanVersion;
  /** What a cell says of a row that lacks these fields. */
  readonly unresolved: (missing: readonly string[]) => string;
}

/** The policy of a clean ledger with what it reads of the rows; undefined without a policy. */
export function judgedOf({ tiers, paths, grades }: CleanLedgerInput): Judged | undefined {
  return tiers ?? paths ?? grades;
}
