import type { Hindsight, Study, YearLedger } from '../../engine/years/index';
import type { SheetContents } from '../../workbook/port';
import type { ReadingChoice } from '../model/reading/book';
import type { Choices } from '../model/reading/mapping';
import type { Question } from '../model/reading/question';
import type { Assessment } from '../model/verdict/assessment';

/** An earlier year's ledger that was opened to learn from: its columns, or while something in it is asked its sheets and what was said. */
export interface PastLedger {
  readonly id: string;
  /** The file or sheet, as a person knows it. */
  readonly label: string;
  /** Rows that are enterprises. */
  readonly rows: number;
  /** Left out while nobody has said, and nothing in the ledger or its name tells. */
  readonly year?: number;
  readonly table: YearLedger;
  readonly open?: OpenReading;
}

/** What is asked of an earlier ledger; until it is answered the year takes no part. */
export interface OpenReading {
  readonly sheets: readonly SheetContents[];
  readonly said: ReadingChoice;
  readonly choices: Choices;
  readonly questions: readonly Question[];
}

/** Why something was not taken, or came to nothing; its words are in src/text/pastYears.ts. */
export type PastNote =
  | { readonly kind: 'unreadable'; readonly file: string; readonly detail: string }
  | { readonly kind: 'noLedger'; readonly file: string }
  | { readonly kind: 'made'; readonly file: string }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed' };

/** What earlier ledgers are run forward with: what could be known then, the scenario's own values, or those of a kept one by its name. */
export type HindsightChoice = 'then' | 'now' | `saved:${string}`;

/** Ledgers of earlier years beside the one that is open, and what came of them. */
export interface PastYears {
  readonly ledgers: readonly PastLedger[];
  /** The year of the ledger that is open, as a person set it. */
  readonly ownYear?: number;
  readonly notes: readonly PastNote[];
  readonly study?: Study;
  readonly choice: HindsightChoice;
  readonly hindsight?: { readonly choice: HindsightChoice; readonly outcome: Hindsight };
  /** The ledger that both were learnt from with the earlier ones. */
  readonly of?: Assessment;
}

export function initialPastYears(): PastYears {
  return { ledgers: [], notes: [], choice: 'then' };
}
