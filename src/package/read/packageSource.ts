import type { PartReader } from '../opc/partReader';
import type { Palette } from './colours';
import type { SheetLayout } from './sheetLayout';

/** A sheet's part and, for a worksheet, the places in its text. */
export interface SheetSource {
  readonly part: string;
  readonly layout?: SheetLayout;
}

/** A table's part and the sheet it lies on. */
export interface TableSource {
  readonly part: string;
  readonly sheetId: string;
}

/** A custom XML item's parts. */
export interface CustomXmlSource {
  readonly id: string;
  readonly part: string;
  readonly properties?: string;
  /** The part whose relationships hold the item: the workbook, or "" for the package. */
  readonly owner: string;
}

/** The parts a package was read from, as the patcher needs them. */
export interface PackageSource {
  readonly parts: PartReader;
  readonly bytes: Uint8Array;
  readonly workbook: string;
  readonly styles?: string;
  readonly palette: Palette;
  /** By sheet id. */
  readonly sheets: ReadonlyMap<string, SheetSource>;
  readonly tables: readonly TableSource[];
  readonly customXml: readonly CustomXmlSource[];
  readonly addinFunctions: ReadonlySet<string>;
}
