export type SheetCell = string | number | boolean;

/** How cells look; `columnWidth` is in points. */
export interface SheetFormat {
  readonly numberFormat?: string;
  readonly bold?: boolean;
  readonly fill?: string;
  readonly fontColor?: string;
  readonly wrap?: boolean;
  readonly horizontal?: 'Left' | 'Center' | 'Right';
  readonly columnWidth?: number;
}

/** A block of cells from a corner on (counted from 0). Where a formula is not '', it goes before the value. */
export interface SheetBlock {
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly SheetCell[])[];
  readonly formulas?: readonly (readonly string[])[];
  readonly format?: SheetFormat;
}

/** A sheet to be written: plain cells, classic formulas, looks; nothing of the spreadsheet that will hold it. */
export interface SheetModel {
  readonly name: string;
  readonly blocks: readonly SheetBlock[];
  readonly freezeRows: number;
}
