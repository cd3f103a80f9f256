/**
 * What the add-in asks of a spreadsheet. One contract suite holds every implementation to it. Rows and columns count
 * from 0. Calls that give no outcome reject with a PortError.
 */

export type CellValue = string | number | boolean;

export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface SheetRef {
  /** Stable while the sheet is renamed. */
  readonly id: string;
  readonly name: string;
  readonly visible: boolean;
  readonly protected: boolean;
}

/** A sheet's used cells. `values` is '' for blanks; errors are their text ("#N/A"). */
export interface SheetContents {
  readonly sheet: SheetRef;
  readonly area: Area;
  readonly values: readonly (readonly CellValue[])[];
  readonly hiddenColumns: readonly number[];
  readonly hiddenRows: readonly number[];
  /** Excel tables on the sheet; a table's formulas cannot spill. */
  readonly tables: readonly { readonly name: string; readonly area: Area }[];
}

export interface Selection {
  readonly sheetId: string;
  readonly area: Area;
}

/** What a name of the workbook stands for: cells, or a formula as it stood before ("=Sheet1!$A$1"). */
export type NameTarget = Selection | { readonly formula: string };

/** How cells written by the add-in look; only what is given is set. */
export interface CellFormat {
  readonly numberFormat?: string;
  readonly bold?: boolean;
  readonly fill?: string;
  readonly fontColor?: string;
  readonly wrap?: boolean;
  readonly horizontal?: 'Left' | 'Center' | 'Right';
  /** In points, as Excel counts it; set for whole columns. */
  readonly columnWidth?: number;
}

/**
 * A block of cells to write. A string beginning with "=" in `formulas` is a formula; in `values` every string stays
 * text, whatever Excel would make of it, and '' or a number that is not finite leaves the cell blank.
 */
export interface CellBlock {
  readonly area: Area;
  readonly values?: readonly (readonly CellValue[])[];
  /** Formulas by cell; a single spilling formula is a 1 x 1 block whose result fills what lies below. */
  readonly formulas?: readonly (readonly string[])[];
  /** Cells that the formulas will spill over: they must be blank too. */
  readonly spill?: Area;
  readonly format?: CellFormat;
  /**
   * What each cell must hold now (a formula as its text, '' where blank). Only such a block may overwrite cells in use,
   * and only while they hold exactly this; their looks stay, but for a number format that is given.
   */
  readonly replaces?: readonly (readonly CellValue[])[];
}

/** A cell that does not hold what a plan expects, and what it holds instead. */
export interface HeldCell {
  readonly row: number;
  readonly column: number;
  readonly address: string;
  readonly held: CellValue;
}

/** A write that either happens whole or not at all. */
export interface WritePlan {
  readonly title: string;
  /** An existing sheet, or a new one (the name gets a number behind it if it is taken). */
  readonly sheet: { readonly id: string } | { readonly newName: string };
  readonly blocks: readonly CellBlock[];
  /** Rows that stay in view at the top of a new sheet; an existing sheet keeps its own. */
  readonly freezeRows?: number;
  /** Show and select the written cells afterwards. */
  readonly activate?: boolean;
}

export type WriteOutcome =
  | { readonly kind: 'done'; readonly sheet: SheetRef; readonly receipt: WriteReceipt }
  | { readonly kind: 'occupied'; readonly sheet: string; readonly address: string; readonly text: string }
  | { readonly kind: 'protected'; readonly sheet: string }
  | { readonly kind: 'inTable'; readonly sheet: string; readonly table: string }
  /** Cells to be replaced hold something else now: all of them are named, and nothing was written. */
  | { readonly kind: 'changed'; readonly sheet: string; readonly cells: readonly HeldCell[] }
  | WriteFailure;

/** The write broke off. Nothing of it is left, unless `leftBehind` says which cells could not be cleared again. */
export interface WriteFailure {
  readonly kind: 'failed';
  readonly code: string;
  readonly message: string;
  readonly leftBehind?: string;
}

/** What is needed to take a write back: the cells written and what they then held (a formula is held as its text). */
export interface WriteReceipt {
  readonly title: string;
  readonly sheetId: string;
  readonly addedSheet: boolean;
  readonly areas: readonly Area[];
  readonly written: readonly (readonly (readonly CellValue[])[])[];
  /** Cells that the formulas were to spill over. */
  readonly spills: readonly Area[];
  /** What replaced cells held before, and their number formats. Their areas are among `areas` too. */
  readonly replaced: readonly ReplacedCells[];
  /** Cells whose look was set. */
  readonly formatted: readonly Area[];
  /** Widths, in points, that columns had before. */
  readonly widths: readonly { readonly column: number; readonly width: number }[];
}

/** Cells before they were overwritten. */
export interface ReplacedCells {
  readonly area: Area;
  readonly held: readonly (readonly CellValue[])[];
  readonly numberFormats: readonly (readonly string[])[];
}

export type UndoOutcome =
  | { readonly kind: 'done' }
  /** Somebody edited a written cell since: nothing was taken back. */
  | { readonly kind: 'edited'; readonly address: string }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string };

export interface WorkbookPort {
  /** Whether this Excel has custom functions (volume-licensed 2021 and older do not). */
  readonly customFunctions: boolean;
  sheets(): Promise<readonly SheetRef[]>;
  activeSheet(): Promise<SheetRef>;
  /** Reads in blocks of at most 5 MB, calling back between them (`done` and `total` in rows); undefined when `stop` says so. */
  read(sheetId: string, progress?: ReadProgress): Promise<SheetContents | undefined>;
  selection(): Promise<Selection>;
  select(sheetId: string, area: Area): Promise<void>;
  write(plan: WritePlan): Promise<WriteOutcome>;
  undo(receipt: WriteReceipt): Promise<UndoOutcome>;
  /** The cells that a name of the workbook stands for; undefined where there is no such name or it stands for none. */
  namedCells(name: string): Promise<Selection | undefined>;
  /**
   * Lets a name of the workbook stand for cells, for a formula, or for nothing (the name goes). Gives the formula it stood for
   * before, to be set again when that is taken back; undefined where there was no such name.
   */
  setName(name: string, target: NameTarget | undefined): Promise<string | undefined>;
  /** A small JSON value kept in the workbook under a key of ours. */
  loadSetting(key: string): Promise<unknown>;
  saveSetting(key: string, value: unknown): Promise<void>;
  onSelectionChanged(listener: (selection: Selection) => void): Promise<() => void>;
  /** Cells edited by anybody but this add-in, and sheets activated, added or deleted (by anybody). */
  onChanged(listener: (change: WorkbookChange) => void): Promise<() => void>;
}

/** The cells changed, as "A1:B2"; '' when the sheet was activated, added or deleted. */
export interface WorkbookChange {
  readonly sheetId: string;
  readonly address: string;
}

export interface ReadProgress {
  readonly onProgress: (done: number, total: number) => void;
  readonly stop: () => boolean;
}
