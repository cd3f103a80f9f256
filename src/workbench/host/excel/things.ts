import { Handle } from '../wire/handle';
import type { Area } from '../../../sheet/area';

/** Cells of one sheet. */
export interface RangeThing {
  readonly sheetId: string;
  readonly area: Area;
}

/** One or several areas of one sheet. */
export interface AreasThing {
  readonly sheetId: string;
  readonly areas: readonly Area[];
}

/** One side of the borders of a range, by Office's name for it. */
export interface BorderThing {
  readonly range: RangeThing;
  readonly side: BorderSide;
}

/** The sides a border may be asked for. */
export type BorderSide = 'EdgeTop' | 'EdgeBottom' | 'EdgeLeft' | 'EdgeRight' | 'InsideHorizontal' | 'InsideVertical';

/** A collection of the whole workbook, or of one sheet. */
export interface CollectionScope {
  readonly sheetId?: string;
}

/** A column of a table, by its place. */
export interface TableColumnThing {
  readonly tableId: string;
  readonly index: number;
}

/** Custom XML parts: all, or those of one namespace. */
export interface XmlScope {
  readonly namespace?: string;
}

/** The row a new page begins with. */
export interface PageBreakThing {
  readonly sheetId: string;
  readonly row: number;
}

/** A chart of a sheet. */
export interface ChartThing {
  readonly sheetId: string;
  readonly id: string;
}

/** A series of a chart, by its place. */
export interface SeriesThing extends ChartThing {
  readonly index: number;
}

/** What stands behind each Office type this host knows. */
export interface Things {
  Workbook: null;
  Application: null;
  WorkbookCreated: string;
  WorkbookProtection: null;
  WorksheetCollection: null;
  Worksheet: string;
  WorksheetFreezePanes: string;
  WorksheetProtection: string;
  Range: RangeThing;
  RangeAreas: AreasThing;
  RangeCollection: AreasThing;
  RangeFormat: RangeThing;
  RangeFill: RangeThing;
  RangeFont: RangeThing;
  RangeBorderCollection: RangeThing;
  RangeBorder: BorderThing;
  FormatProtection: RangeThing;
  DataValidation: RangeThing;
  PageLayout: string;
  HeaderFooterGroup: string;
  HeaderFooter: string;
  PageBreakCollection: string;
  PageBreak: PageBreakThing;
  ChartCollection: string;
  Chart: ChartThing;
  ChartTitle: ChartThing;
  ChartSeriesCollection: ChartThing;
  ChartSeries: SeriesThing;
  ChartSeriesFormat: SeriesThing;
  ChartFill: SeriesThing;
  ChartLineFormat: SeriesThing;
  TableCollection: CollectionScope;
  Table: string;
  TableColumnCollection: string;
  TableColumn: TableColumnThing;
  TableRowCollection: string;
  NamedItemCollection: CollectionScope;
  NamedItem: string;
  SettingCollection: null;
  Setting: string;
  CustomXmlPartCollection: XmlScope;
  CustomXmlPartScopedCollection: XmlScope;
  CustomXmlPart: string;
  CustomFunctionsContainer: null;
  CustomFunctions: null;
  AddinInternalService: null;
  AppRuntimeService: null;
  AppRuntimePersistenceService: null;
}

/** Makes the handle of a thing, so that its type and its thing always fit. */
export function handle<K extends keyof Things>(type: K, thing: Things[K]): Handle {
  return new Handle(type, thing);
}
