import { ROW_DOUBTS } from '../../../engine/ledger/index';
import type { FindingCode, Severity } from '../../../text/findings';

/** A cell to look at: the ledger row, the column of the table (none: the whole row), and its text. */
export interface FoundCell {
  readonly row: number;
  readonly column?: number;
  readonly text: string;
  /** What a total row calls itself; other rows go by their enterprise. */
  readonly name?: string;
  /** What the cell should say, and what its own row alone would give; the line a reading lies at. */
  readonly expected?: string;
  readonly own?: string;
  readonly line?: string;
  /** What it may have meant: candidates for a code, the other month, the unit it names. */
  readonly meant?: string;
  /** The sheet's row with the same code. */
  readonly sameAs?: number;
}

/** What makes it doubtful whether a row is one of the list at all. */
export const DOUBTFUL_ROWS: ReadonlySet<FindingCode> = new Set(ROW_DOUBTS);

/** Findings of one kind in one field. `label` names the field. */
export interface FindingGroup {
  readonly id: string;
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly label: string;
  /** For `blankRead` and `noColumn`: the word a blank was taken for. */
  readonly word?: string;
  readonly count: number;
  readonly cells: readonly FoundCell[];
}

/** A group before it is known how much it matters. */
export type Ungraded = Omit<FindingGroup, 'severity'>;
