import type { Area } from '../../sheet/area';

export type SheetCell = string | number | boolean;

/** How cells look; `columnWidth` and `rowHeight` are in points and go for whole columns and rows. */
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
  readonly rowHeight?: number;
  /** On a protected sheet only cells with `locked: false` can be typed into. */
  readonly locked?: boolean;
}

/** A block of cells from a corner on (counted from 0). Where a formula is not '', it goes before the value. */
export interface SheetBlock {
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly SheetCell[])[];
  readonly formulas?: readonly (readonly string[])[];
  readonly format?: SheetFormat;
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

/** How a sheet prints, on A4. */
export interface SheetPrint {
  readonly landscape: boolean;
  readonly area: Area;
  /** Rows repeated at the top of every page. */
  readonly titleRows?: { readonly first: number; readonly last: number };
  /** In centimetres. */
  readonly margins: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
  /** In the footer's middle; &P is the page, &N the number of pages. */
  readonly footer?: string;
  readonly centred?: boolean;
  /** Rows that begin a new page (one card a page). Pages are otherwise one wide and as many high as needed. */
  readonly breaks?: readonly number[];
}

/** A sheet to be written: plain cells, classic formulas, looks; nothing of the spreadsheet that will hold it. */
export interface SheetModel {
  readonly name: string;
  readonly blocks: readonly SheetBlock[];
  readonly freezeRows: number;
  readonly merges?: readonly Area[];
  readonly choices?: readonly SheetChoice[];
  readonly charts?: readonly SheetChart[];
  readonly print?: SheetPrint;
  /** Protect without a password; cells are locked unless their format says otherwise. */
  readonly protect?: boolean;
  /** Not shown to people (words of long lists, anchors of a copy). */
  readonly hidden?: boolean;
}
