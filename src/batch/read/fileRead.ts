import type { Column } from '../../engine/column/index';

/** A question of a file as it is put in 待答.yaml. */
export interface OpenQuestion {
  readonly text: string;
  readonly answers: readonly string[];
}

/** The rows of a ledger that stand for enterprises, as columns by field; what could not be read is told with its text. */
export interface FileRows {
  readonly count: number;
  readonly sheets: readonly string[];
  readonly rows: readonly number[];
  readonly columns: ReadonlyMap<string, Column>;
  /** Row by row: the fields whose cells could not be read, with what they say. */
  readonly unread: readonly (readonly (readonly [string, string])[])[];
}

/** What became of one file. */
export interface FileRead {
  readonly file: string;
  /** SHA-256 of its bytes. */
  readonly print: string;
  readonly place: string;
  readonly refused?: string;
  readonly rows?: FileRows;
  readonly questions: readonly OpenQuestion[];
  readonly told: readonly string[];
  /** Rows that stand for no enterprise: totals, notes, members of another row. */
  readonly setAside: number;
}
