/**
 * What a pane offers a person over a workbook, and nothing of how it came by it: all that readings are judged by.
 * However the reader changes, only `paneReader.ts` has to follow.
 */

/** A row that counts as an enterprise; `row` as the sheet counts it, land in 亩, tax in 万元, nothing where not known. */
export interface OfferedRow {
  readonly sheet: string;
  readonly row: number;
  readonly enterprise?: string;
  readonly landArea?: number;
  readonly taxPaid?: number;
  readonly grade?: string;
  /** What would be written beside it; absent while it is 待核实. */
  readonly tier?: string;
}

/** A question that waits, with the answers that can be pressed, by their words. */
export interface OfferedQuestion {
  readonly id: string;
  /** The field it is about (`taxPaid`, `landArea`, `enterprise` ...), or `table` or `year`. */
  readonly about: string;
  readonly text: string;
  /** It touches some rows only, which stay 待核实; the others are none the less firm. */
  readonly ofSomeRows?: true;
  readonly answers: readonly string[];
}

/** A sentence that warns of something, and what it is about: a row, rows up to `lastRow`, a sheet, or the whole workbook. */
export interface Told {
  readonly text: string;
  readonly sheet?: string;
  readonly row?: number;
  readonly lastRow?: number;
  /** The field that is doubted; absent where it is the row itself. */
  readonly about?: string;
}

/** A cell that the pane would tidy, and what it would become. */
export interface OfferedTidying {
  readonly sheet: string;
  /** "C5" */
  readonly cell: string;
  readonly from: string;
  readonly to: string;
}

/** All that stands in the pane at one moment. */
export interface Offered {
  readonly rows: readonly OfferedRow[];
  readonly questions: readonly OfferedQuestion[];
  readonly told: readonly Told[];
  readonly tidyings: readonly OfferedTidying[];
}

/** A pane over one workbook with a policy chosen. */
export interface Reader {
  readonly offered: () => Offered;
  /** Presses an answer of a question that waits; rejects where there is none such. */
  readonly press: (question: string, answer: string) => Promise<void>;
  /** The workbook opened anew, as a later session finds it. */
  readonly again: () => Promise<Reader>;
  /** Presses 写入结果列; gives what each sheet holds afterwards, from A1 on. */
  readonly write: () => Promise<ReadonlyMap<string, readonly (readonly unknown[])[]>>;
}

/** Opens a workbook's file in a pane of its own. */
export type OpenReader = (file: Uint8Array, policy: string) => Promise<Reader>;
