import type { OfficialColumn } from '../layout/officialTable';
import type { SheetCell } from '../../../sheet/sheet';
import type { ListLine } from './listInput';

/** Cells of the sheet as formulas name them, by the heads of their columns. */
export interface LineCells {
  /** The cell of this line. */
  readonly cell: (head: string) => string;
  /** The cells of all lines, fixed. */
  readonly range: (head: string) => string;
  /** A figure above the header, 截止日 among them. */
  readonly figure: (label: string) => string;
}

/** A formula of a total line: sums and counts over the lines that the total is about. */
export interface TotalCells extends LineCells {
  readonly sum: (head: string, ...where: readonly Where[]) => string;
  readonly count: (...where: readonly Where[]) => string;
}

/** A column by its head, and the criterion as COUNTIFS takes it (a text, or an expression after "="). */
export interface Where {
  readonly head: string;
  readonly is: string;
}

/** A column of a list. What has neither value nor formula is for people to type. */
export interface ViewColumn extends Omit<OfficialColumn, 'open'> {
  readonly value?: (line: ListLine) => SheetCell;
  readonly formula?: (at: LineCells) => string;
  /** People may type over what stands here; it is kept in the next run. */
  readonly typed?: boolean;
  readonly choices?: readonly string[];
  /** The field that the ledger lacks, so that the column is blank. */
  readonly lacking?: string;
  readonly total?: (at: TotalCells) => string;
}

/** A total above the lines: of all of them, or of those where columns hold something. */
export interface TotalLine {
  readonly label: string;
  readonly where: readonly Where[];
}

/** A figure above the header: a value to type over, or a formula. */
export interface HeadFigure {
  readonly label: string;
  readonly value: SheetCell;
  readonly formula?: (at: TotalCells) => string;
  readonly format?: string;
}

/** What a list holds, ready to be laid out. */
export interface ViewContent {
  readonly title: string;
  readonly columns: readonly ViewColumn[];
  readonly lines: readonly ListLine[];
  /** The head of the column in which a total says what it is. */
  readonly labelAt?: string;
  readonly totals?: readonly TotalLine[];
  readonly figures?: readonly HeadFigure[];
  readonly notes: readonly string[];
}
