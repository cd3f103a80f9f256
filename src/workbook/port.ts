import type { Area } from '../sheet/area';
import type { FilledDown, SheetCell, SheetFeatures, SheetFormat } from '../sheet/sheet';

/**
 * What the add-in asks of a spreadsheet. One contract suite holds every implementation to it. Rows and columns count
 * from 0. Calls that give no outcome reject with a PortError.
 */

export type CellValue = SheetCell;

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
  /** Cells merged into one; only the first of them holds a value. */
  readonly merges: readonly Area[];
  /** Excel tables on the sheet; a table's formulas cannot spill. */
  readonly tables: readonly { readonly name: string; readonly area: Area }[];
  /** Number formats of the first rows of `values` (`formattedRows` of the area), "General" where nobody set one: they may show a unit. */
  readonly formats?: readonly (readonly string[])[];
}

export interface Selection {
  readonly sheetId: string;
  readonly area: Area;
}

/** What a name of the workbook stands for: cells, or a formula as it stood before ("=Sheet1!$A$1"). */
export type NameTarget = Selection | { readonly formula: string };

/**
 * A block of cells to write. A string beginning with "=" in `formulas` is a formula; in `values` every string stays
 * text, whatever Excel would make of it, and '' or a number that is not finite leaves the cell blank.
 */
export interface CellBlock {
  readonly area: Area;
  readonly values?: readonly (readonly CellValue[])[];
  /** Formulas by cell; a single spilling formula is a 1 x 1 block whose result fills what lies below. */
  readonly formulas?: readonly (readonly string[])[];
  /** Which of the formulas may be written once and filled down by the spreadsheet; all of them stand in `formulas`. */
  readonly filled?: readonly FilledDown[];
  /** Cells that the formulas will spill over: they must be blank too. */
  readonly spill?: Area;
  readonly format?: SheetFormat;
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

/** What may be typed into some cells: one of a short list, or one of the words in cells of a sheet of the same plan. */
export type CellChoice = { readonly area: Area } & (
  | { readonly list: readonly string[] }
  /** `sheet` counts the plan's sheets; 0 is the first. */
  | { readonly words: { readonly sheet: number; readonly area: Area } }
);

/** What is written to one sheet. All but the blocks is for a new sheet; an existing one keeps its own. */
export interface SheetPlan extends SheetFeatures {
  /** An existing sheet, or a new one (the name gets a number behind it if it is taken). */
  readonly sheet: { readonly id: string } | { readonly newName: string };
  readonly blocks: readonly CellBlock[];
  /** Rows that stay in view at the top. */
  readonly freezeRows?: number;
  readonly choices?: readonly CellChoice[];
}

/** A write that either happens whole or not at all. */
export interface WritePlan extends SheetPlan {
  readonly title: string;
  /** More sheets of the same write, in order, taken back together. */
  readonly more?: readonly SheetPlan[];
  /** Show and select the first sheet's written cells afterwards. */
  readonly activate?: boolean;
}

export type WriteOutcome =
  | {
      readonly kind: 'done';
      /** The first sheet, and all of them in the plan's order. */
      readonly sheet: SheetRef;
      readonly sheets: readonly SheetRef[];
      readonly receipt: WriteReceipt;
      /** A formula that was written shows #NAME?: this spreadsheet does not know the add-in's functions, whatever it claims. */
      readonly nameUnknown?: true;
    }
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
  /** Nobody could look whether these cells hold anything: the spreadsheet no longer answered. */
  readonly unseen?: true;
}

/** What is needed to take a write back. */
export interface WriteReceipt extends SheetReceipt {
  readonly title: string;
  /** The write's other sheets. */
  readonly more?: readonly SheetReceipt[];
}

/** The cells written to one sheet and what they then held (a formula is held as its text). */
export interface SheetReceipt {
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
  /** Cells that hold a text which begins with "=" and is no formula; left out where there is none. */
  readonly words?: readonly (readonly boolean[])[];
  readonly numberFormats: readonly (readonly string[])[];
}

export type UndoOutcome =
  | { readonly kind: 'done' }
  /** Somebody edited a written cell since: nothing was taken back. */
  | { readonly kind: 'edited'; readonly address: string; /** In a write of several sheets. */ readonly sheet?: string }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string };

export interface WorkbookPort {
  /** What keeps the workbook from being written to as usual: it is open for reading only, or in the old format. */
  readonly limit?: 'readOnly' | 'oldFormat';
  /** Whether this Excel has custom functions (volume-licensed 2021 and older do not). */
  readonly customFunctions: boolean;
  sheets(): Promise<readonly SheetRef[]>;
  activeSheet(): Promise<SheetRef>;
  /** Reads in blocks of at most 5 MB, calling back between them (`done` and `total` in rows); undefined when `stop` says so. */
  read(sheetId: string, progress?: ReadProgress): Promise<SheetContents | undefined>;
  /** A sheet's used cells: formulas as their text, constants as their values; undefined when `stop` says so. */
  readFormulas(sheetId: string, progress?: ReadProgress): Promise<SheetFormulas | undefined>;
  selection(): Promise<Selection>;
  /** The rows, in order, of every area that is selected, as far as the sheet is used. */
  selectedRows(): Promise<SelectedRows>;
  select(sheetId: string, area: Area): Promise<void>;
  /** Selects as many of some areas of a sheet, from the first on, as this spreadsheet can at once; gives their number. */
  selectAreas(sheetId: string, areas: readonly Area[]): Promise<number>;
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
  /** The XML parts of the workbook whose outermost element is of a namespace. */
  customXml(namespace: string): Promise<readonly string[]>;
  /** Keeps one XML part of a namespace, in place of those there are; undefined takes them away. */
  putCustomXml(namespace: string, xml: string | undefined): Promise<void>;
  /** The workbook as a file, as it stands. */
  currentFile(): Promise<Uint8Array>;
  /** Opens a file as another workbook. */
  openCopy(bytes: Uint8Array): Promise<void>;
  onSelectionChanged(listener: (selection: Selection) => void): Promise<() => void>;
  /** Cells edited by anybody but this add-in, and sheets activated, added or deleted (by anybody). */
  onChanged(listener: (change: WorkbookChange) => void): Promise<() => void>;
}

/** A sheet's used cells with their formulas. */
export interface SheetFormulas {
  readonly area: Area;
  readonly formulas: readonly (readonly CellValue[])[];
}

/** Rows of one sheet, counted from 0. */
export interface SelectedRows {
  readonly sheetId: string;
  readonly rows: readonly number[];
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
