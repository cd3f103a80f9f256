import type { PackageChange } from '../model';
import type { OpenedPackage } from '../openPackage';
import type { FormulaRenames } from './formulaRenames';
import type { SheetPlan } from './planSheets';

/** What the workbook part is changed by. */
export interface WorkbookEditContext {
  readonly opened: OpenedPackage;
  readonly change: PackageChange;
  readonly plan: SheetPlan;
  readonly renames: FormulaRenames;
  /** Relationship ids of added sheets by sheet id. */
  readonly addedRelations: ReadonlyMap<string, string>;
  readonly recalculate: boolean;
}
