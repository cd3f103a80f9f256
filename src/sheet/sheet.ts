import type { Area } from './area';

/** What stands in a cell. */
export type SheetCell = string | number | boolean;

/** How cells look; only what is given is set. `columnWidth` and `rowHeight` are in points and go for whole columns and rows. */
export interface SheetFormat {
  readonly numberFormat?: string;
  readonly bold?: boolean;
  readonly fontName?: string;
  /** In points. */
  readonly fontSize?: number;
  readonly fill?: string;
  readonly fontColor?: string;
  readonly wrap?: boolean;
  readonly horizontal?: 'Left' | 'Center' | 'Right';
  readonly vertical?: 'Top' | 'Center' | 'Bottom';
  /** A thin line around every cell. */
  readonly border?: boolean;
  readonly columnWidth?: number;
  /** For rows of a new sheet; an existing one keeps its own. */
  readonly rowHeight?: number;
  /** On a protected sheet only cells with `locked: false` can be typed into. */
  readonly locked?: boolean;
}

/** A block of cells from a corner on (counted from 0). Where a formula is not '', the value beside it is what it gave. */
export interface SheetBlock {
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly SheetCell[])[];
  readonly formulas?: readonly (readonly string[])[];
  /** Which of the formulas are one filled down: who writes them may write the first and let the spreadsheet fill. */
  readonly filled?: readonly FilledDown[];
  readonly format?: SheetFormat;
}

/** Formulas of one column of a block, from a row on (both counted in the block): each is the one above it, moved down by a row. */
export interface FilledDown {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
}

/** What may be typed into some cells: one of a list of words. */
export interface SheetChoice {
  readonly area: Area;
  readonly list: readonly string[];
}

/** A native chart over cells of the same sheet. The categories and each series are single rows or columns of cells. */
export interface SheetChart {
  readonly kind: 'column' | 'bar' | 'line' | 'stackedColumn';
  readonly title: string;
  /** The cells that the chart covers. */
  readonly place: Area;
  readonly categories: Area;
  readonly series: readonly SheetSeries[];
}

/** One series of a chart. */
export interface SheetSeries {
  readonly name: string;
  readonly values: Area;
  /** In stacked columns: not drawn itself, it only lifts what stands on it. */
  readonly lifts?: boolean;
}

/** Margins of a page in centimetres. */
export type SheetMargins = Readonly<Record<'top' | 'bottom' | 'left' | 'right', number>>;

/** How a sheet prints: as many pages high as needed, and one page of A4 wide unless it says otherwise. */
export interface SheetPrint {
  readonly landscape: boolean;
  readonly paper?: 'A4' | 'A3';
  /** Pages side by side. */
  readonly pagesWide?: number;
  /** Left out: all that the sheet holds, also what is added later. */
  readonly area?: Area;
  /** Rows repeated at the top of every page. */
  readonly titleRows?: { readonly first: number; readonly last: number };
  /** Columns repeated at the left of every page. */
  readonly titleColumns?: { readonly first: number; readonly last: number };
  readonly margins: SheetMargins;
  /** In the footer's middle; &P is the page, &N the number of pages. */
  readonly footer?: string;
  readonly centred?: boolean;
  /** Rows that begin a new page (one card a page). */
  readonly breaks?: readonly number[];
}

/** What is said of a new sheet besides its name and cells, whoever writes it. */
export interface SheetFeatures {
  readonly merges?: readonly Area[];
  readonly charts?: readonly SheetChart[];
  readonly print?: SheetPrint;
  /** Protect without a password; cells are locked unless their format says otherwise. */
  readonly protect?: boolean;
  /** Not shown to people (words of long lists, anchors of a copy). */
  readonly hidden?: boolean;
}

/** A sheet to be written: plain cells, classic formulas, looks; nothing of the spreadsheet that will hold it. */
export interface NewSheet extends SheetFeatures {
  readonly name: string;
  readonly blocks: readonly SheetBlock[];
  /** Rows that stay in view at the top. */
  readonly freezeRows: number;
  readonly choices?: readonly SheetChoice[];
}
