import type { Cell } from '../ledger/cell';
import type { FormulaHazard } from './formulaHazards';
import type { UnsureReason } from './matchRows';
import type { Carried, Recognised } from './returned';
import type { SentCopy } from './sentBatch';

/** A value that a returned file has for a home cell; `fileRow` counts from 0 on the file's sheet. */
export interface Offer {
  readonly file: number;
  readonly value: Cell;
  readonly fileRow: number;
}

/**
 * there: changed there only. both: changed here too, or differently in two files. locked: changed there in a cell that was not to
 * be filled in. formula: a formula stands here, which a value would overwrite. doubtfulRow: it may belong to another row. shifted: the
 * column came back with other rows' values, as after sorting it alone. otherSheet: it stands on a second sheet of the file.
 */
export type ChangeKind = 'there' | 'both' | 'locked' | 'formula' | 'doubtfulRow' | 'shifted' | 'otherSheet';

/** A home cell for which returned files hold something else than what was sent. Rows and columns are the home ledger's. */
export interface MergeChange {
  readonly id: string;
  readonly kind: ChangeKind;
  readonly row: number;
  readonly column: number;
  readonly title: string;
  readonly sent: Cell;
  readonly here: Cell;
  /** Different values, each once; the first is what is taken unless a person says otherwise. */
  readonly offers: readonly Offer[];
  readonly department?: string;
}

/**
 * Something found that no cell is changed for; always listed. added: a row that was never sent, with its cells. removed: a row of
 * the copy that did not come back. goneHere: its row is no longer in the home ledger. namesake: its row was found by a name that
 * several rows had, so that a change found here too may be another row's. unsure: a row that cannot be told. hazard: a
 * formula that reaches outside. carried: macros, links and the like that the file holds. errorValue: an error where a value was. typedFormula: the result of a
 * formula is what is taken. resultOverwritten: a formula of ours was typed over. maskValue: a mask or 已隐去 where a value should be.
 * sheetAlso: a second sheet with the table, compared too. sheetLeft: a sheet with its headers and without row codes, not compared.
 */
export type NoteKind =
  | 'added'
  | 'removed'
  | 'goneHere'
  | 'namesake'
  | 'unsure'
  | 'keyChanged'
  | 'hazard'
  | 'carried'
  | 'errorValue'
  | 'typedFormula'
  | 'resultOverwritten'
  | 'maskChanged'
  | 'maskValue'
  | 'columnLost'
  | 'columnNew'
  | 'columnGoneHere'
  | 'sheetRenamed'
  | 'sheetAlso'
  | 'sheetLeft';

export interface MergeNote {
  readonly kind: NoteKind;
  readonly file: number;
  /** On the file's sheet, from 0. */
  readonly fileRow?: number;
  readonly fileColumn?: number;
  readonly sheet?: string;
  /** In the home ledger, from 0. */
  readonly row?: number;
  readonly column?: number;
  readonly title?: string;
  readonly name?: string;
  readonly value?: Cell;
  readonly count?: number;
  readonly reason?: UnsureReason;
  readonly hazard?: FormulaHazard;
  readonly carried?: Carried;
  /** Of an added row: values by the home ledger's column. */
  readonly cells?: readonly (readonly [column: number, value: Cell])[];
}

/** What became of a file: compared, the same as another one, of another year, or not what was asked for. */
export type FileStatus =
  | { readonly kind: 'compared'; readonly copy: SentCopy; readonly rows: number; readonly changed: number }
  | { readonly kind: 'sameAs'; readonly other: number }
  | { readonly kind: 'otherYear'; readonly sent: string; readonly here: string }
  | Exclude<Recognised, { kind: 'copy' }>;

export interface MergedFile {
  readonly label: string;
  readonly status: FileStatus;
  /** Another file of the same copy, with other cells: where they differ there is a conflict. */
  readonly alsoReturned?: number;
}

export interface MergeResult {
  readonly files: readonly MergedFile[];
  readonly changes: readonly MergeChange[];
  readonly notes: readonly MergeNote[];
  /** Cells compared that are as sent, changed here only, and changed to the same on both sides. */
  readonly unchanged: number;
  readonly changedHere: number;
  readonly sameChange: number;
}
