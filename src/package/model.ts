import type { Area } from '../sheet/area';
import type { SheetFeatures, SheetMargins, SheetPrint } from '../sheet/sheet';

/** What an .xlsx file holds, as far as the add-in and the workbench look into it. Rows and columns count from 0. */

export interface CellModel {
  /** Error cells hold their text ("#N/A"); `type` tells them from strings. */
  readonly value: string | number | boolean | null;
  readonly type: 'string' | 'number' | 'boolean' | 'error' | 'blank';
  /** Without the leading "="; shared and array formulas are written out for every cell that has its own text. */
  readonly formula?: string;
  /** The range of a dynamic-array or legacy array formula, in the cell that owns it. */
  readonly arrayRange?: string;
  /** The array formula is a dynamic one: its range is where it spilled, not where it was entered. */
  readonly dynamic?: true;
  /** Index into PackageModel.styles. */
  readonly style: number;
}

export interface StyleModel {
  readonly font: {
    name?: string;
    size?: number;
    bold?: boolean;
    italic?: boolean;
    underline?: boolean;
    color?: string;
  };
  /** Colours are "#RRGGBB"; theme and indexed colours are resolved. */
  readonly fill?: string;
  readonly border: Partial<Record<'left' | 'right' | 'top' | 'bottom', { style: string; color?: string }>>;
  readonly alignment: { horizontal?: string; vertical?: string; wrap?: boolean };
  /** The format code, "General" where none. */
  readonly numberFormat: string;
  /** On a protected sheet an unlocked cell can be typed into. Absent in a change: as it was. */
  readonly locked?: boolean;
}

export interface SheetModel {
  /** The sheetId attribute: stable while a sheet is renamed or moved. */
  readonly id: string;
  readonly name: string;
  readonly state: 'visible' | 'hidden' | 'veryHidden';
  /** Present on a chart sheet and the like: it has no cells and takes no cell changes. */
  readonly cellless?: true;
  /** Extent of the cells, at least 1 x 1. */
  readonly rows: number;
  readonly columns: number;
  readonly cells: ReadonlyMap<number, ReadonlyMap<number, CellModel>>;
  readonly merges: readonly Area[];
  readonly columnWidths: ReadonlyMap<number, { width: number; hidden: boolean }>;
  readonly rowHeights: ReadonlyMap<number, { height?: number; hidden: boolean }>;
  /** Rows and columns kept in view. */
  readonly freeze: { readonly rows: number; readonly columns: number };
  readonly protected: boolean;
}

export interface NameModel {
  readonly name: string;
  /** Without the leading "=". */
  readonly formula: string;
  /** Index of the sheet it belongs to; absent for the workbook. */
  readonly sheet?: number;
  readonly hidden: boolean;
}

export interface TableModel {
  readonly id: string;
  readonly name: string;
  readonly sheetId: string;
  readonly area: Area;
  readonly columns: readonly string[];
  readonly totals: boolean;
}

export interface CustomXmlModel {
  /** The item's GUID, "{...}", or the part's path where it has none. */
  readonly id: string;
  readonly xml: string;
}

/** What a file carries besides cells that could act or reach outside: it is told, and never run or followed. */
export type CarriedPart = 'macros' | 'externalLinks' | 'connections' | 'embeddings';

export interface PackageModel {
  readonly sheets: readonly SheetModel[];
  readonly activeSheet: number;
  readonly names: readonly NameModel[];
  readonly tables: readonly TableModel[];
  readonly styles: readonly StyleModel[];
  readonly customXml: readonly CustomXmlModel[];
  /** Present where there is any. */
  readonly carried?: readonly CarriedPart[];
  /** Present when serial dates count from 1904-01-01 (Excel for Mac of old). */
  readonly date1904?: true;
  /** Present when no sheet may be added, removed, renamed or moved (审阅—保护工作簿). */
  readonly structureLocked?: true;
}

/** A changed cell. `value: null` with no formula clears it and keeps its style. */
export interface CellChange {
  readonly value: string | number | boolean | null;
  readonly type: CellModel['type'];
  readonly formula?: string;
  /** The range a dynamic-array formula spilled over when it was saved: written as a dynamic array (cm) formula. */
  readonly arrayRange?: string;
  /** Absent: the cell keeps the style it has (a new cell: that of its column, else the default). */
  readonly style?: StyleModel;
}

/** What may be typed into some cells: one of a list, or one of the words in cells ("$A$1:$A$9", "词!$A$1:$A$9"). */
export type CellChoiceModel = { readonly area: Area } & (
  { readonly list: readonly string[] } | { readonly source: string }
);

/** How a sheet prints; only what is given is set. */
export interface PrintModel extends Partial<Omit<SheetPrint, 'margins'>> {
  /** The format's number of a paper size: 9 is A4. */
  readonly paperSize?: number;
  /** One page wide and as many high as it needs. */
  readonly fitWidth?: boolean;
  readonly margins?: Partial<SheetMargins>;
}

/** A changed or a new sheet. Merges, choices and charts are added to those there are; `protect: false` takes protection away. */
export interface SheetChange extends Omit<SheetFeatures, 'print' | 'hidden'> {
  /** An existing sheet's id, or a new one ("new-1", ...). */
  readonly id: string;
  readonly added?: { readonly name: string };
  readonly removed?: true;
  readonly renamed?: string;
  readonly state?: SheetModel['state'];
  readonly cells?: ReadonlyMap<number, ReadonlyMap<number, CellChange>>;
  readonly columnWidths?: ReadonlyMap<number, number>;
  readonly freeze?: { readonly rows: number; readonly columns: number };
  /** In points. */
  readonly rowHeights?: ReadonlyMap<number, number>;
  readonly choices?: readonly CellChoiceModel[];
  readonly print?: PrintModel;
}

export interface PackageChange {
  readonly sheets: readonly SheetChange[];
  /** Ids of all sheets in their new order; those left out follow in the order they had. Absent: new sheets come last. */
  readonly order?: readonly string[];
  /** The id of the sheet to show first. */
  readonly activeSheet?: string;
  /**
   * Names to add or to replace, and names to remove. `sheet` counts the sheets of the file as saved.
   * A removed name of one sheet is given as "2!name", with that sheet's index.
   */
  readonly names?: { readonly put: readonly NameModel[]; readonly removed: readonly string[] };
  readonly tables?: { readonly added: readonly TableModel[] };
  readonly customXml?: { readonly put: readonly CustomXmlModel[]; readonly removed: readonly string[] };
}
