import { renameColumns, type ColumnRename } from '../../formula/renameColumns';
import { renameSheets, type SheetRenames } from '../../formula/renameSheets';

/** How formulas anywhere in the file follow renamed sheets and table columns. */
export interface FormulaRenames {
  /** Whether anything is renamed at all. */
  readonly any: boolean;
  readonly formula: (formula: string) => string;
  /** The new name of a sheet that has one. */
  readonly sheet: (name: string) => string | undefined;
}

/** Joins renamed sheets and renamed columns into one thing to do to a formula. */
export function formulaRenames(sheets: SheetRenames, columns: readonly ColumnRename[]): FormulaRenames {
  return {
    any: sheets.size > 0 || columns.length > 0,
    formula: (formula) => renameColumns(sheets.size > 0 ? renameSheets(formula, sheets) : formula, columns),
    sheet: (name) => sheets.get(name.toLowerCase()),
  };
}
