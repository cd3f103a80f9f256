import type { PackageChange } from '../model';
import type { OpenedPackage } from '../openPackage';
import type { HeadingChange } from './followHeadings';
import type { FormulaRenames } from './formulaRenames';
import type { StyleSession } from './openStyleEdit';
import type { PackageEdit } from './packageEdit';
import type { PlannedSheet, PackageSheets } from './planSheets';

/** What every step of a save shares. */
export interface SaveContext {
  readonly opened: OpenedPackage;
  readonly change: PackageChange;
  readonly plan: PackageSheets;
  readonly renames: FormulaRenames;
  /** Tables of the file whose headings are written over. */
  readonly headings: readonly HeadingChange[];
  readonly edit: PackageEdit;
  readonly styles: StyleSession;
  /** The cm attribute of dynamic-array formulas; their metadata is added when first asked for. */
  readonly dynamicMetadata: () => number;
  readonly nextTableId: () => number;
  /** Whether a sheet must be marked selected or not; undefined leaves it alone. */
  readonly selection: (sheet: PlannedSheet) => boolean | undefined;
}
