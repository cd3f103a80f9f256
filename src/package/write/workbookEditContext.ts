import type { PackageChange } from '../model';
import type { OpenedPackage } from '../openPackage';
import type { FormulaRenames } from './formulaRenames';
import type { PackageSheets } from './planSheets';

/** What the workbook part is changed by. */
export interface WorkbookEditContext {
  readonly opened: OpenedPackage;
  readonly change: PackageChange;
  readonly plan: PackageSheets;
  readonly renames: FormulaRenames;
  /** Relationship ids of added sheets by sheet id. */
  readonly addedRelations: ReadonlyMap<string, string>;
  readonly recalculate: boolean;
}
