import type { ChartModel, PrintModel } from '../model';
import type { Area } from '../../sheet/area';

/** How cells look; widths and heights are in points and go for whole columns and rows. */
export interface DescribedFormat {
  readonly numberFormat?: string;
  readonly bold?: boolean;
  readonly fontName?: string;
  readonly fontSize?: number;
  readonly fill?: string;
  readonly fontColor?: string;
  readonly wrap?: boolean;
  readonly horizontal?: 'Left' | 'Center' | 'Right';
  readonly vertical?: 'Top' | 'Center' | 'Bottom';
  readonly border?: boolean;
  readonly columnWidth?: number;
  readonly rowHeight?: number;
  readonly locked?: boolean;
}

/** A block of cells from a corner on. Where a formula is not '', the value beside it is what it gave. */
export interface DescribedBlock {
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly (string | number | boolean)[])[];
  readonly formulas?: readonly (readonly string[])[];
  readonly format?: DescribedFormat;
}

/** A sheet said in plain cells and looks; the engine's sheet models are of this shape. */
export interface DescribedSheet {
  readonly name: string;
  readonly blocks: readonly DescribedBlock[];
  readonly freezeRows: number;
  readonly merges?: readonly Area[];
  readonly choices?: readonly { readonly area: Area; readonly list: readonly string[] }[];
  readonly charts?: readonly ChartModel[];
  readonly print?: PrintModel;
  readonly protect?: boolean;
  readonly hidden?: boolean;
}
