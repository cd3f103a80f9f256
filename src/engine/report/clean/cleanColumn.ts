import type { SheetCell, SheetFormat } from '../../../sheet/sheet';

/** A column: its value or its formula by ledger row and by its own row on the new sheet. */
export interface CleanColumn {
  readonly header: string;
  /** The field it shows, which a link may read anew. */
  readonly field?: string;
  readonly format: SheetFormat;
  /** How many lines it has, from the first one on, where it has none in each row: a table beside the rows. */
  readonly lines?: number;
  /** People type here; what may be typed. */
  readonly choices?: readonly string[];
  readonly value?: (row: number, line: number) => SheetCell;
  readonly formula?: (row: number, line: number) => string;
  /** Whether the formula of one row, filled down by one, is that of the next row of the sheet; never where this is not given. */
  readonly follows?: (row: number, next: number) => boolean;
}

/** A formula that looks at nothing but cells of its own row and fixed ones. */
export const ALWAYS = (): boolean => true;
