import type { SheetCell, SheetFormat } from '../../../sheet/sheet';

/** A column: its value or its formula by ledger row (a formula also needs its own row on the new sheet). */
export interface CleanColumn {
  readonly header: string;
  /** The field it shows, which a link may read anew. */
  readonly field?: string;
  readonly format: SheetFormat;
  /** People type here; what may be typed. */
  readonly choices?: readonly string[];
  readonly value?: (row: number) => SheetCell;
  readonly formula?: (row: number, line: number) => string;
}
