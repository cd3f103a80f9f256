import { repairFormula } from '../../../engine/share/index';
import type { CellBlock, CellValue, SheetFormulas, SheetPlan } from '../../../workbook/port';

/** The cells of a sheet whose formulas call our functions and are misspelt or show an error, each entered again; undefined for none. */
export function planRepair(
  sheetId: string,
  { area, formulas }: SheetFormulas,
  given: { readonly values: readonly (readonly CellValue[])[]; readonly functions: readonly string[] },
): SheetPlan | undefined {
  const blocks = formulas.flatMap((line, row) =>
    line.flatMap((formula, column): CellBlock[] => {
      if (typeof formula !== 'string' || !formula.startsWith('=')) return [];
      const mended = repairFormula(formula, given.functions);
      const isBroken = mended !== formula || given.values[row]?.[column] === '#NAME?';
      if (mended === undefined || !isBroken) return [];
      const at = { row: area.row + row, column: area.column + column, rows: 1, columns: 1 };
      return [{ area: at, formulas: [[mended]], replaces: [[formula]] }];
    }),
  );
  return blocks.length === 0 ? undefined : { sheet: { id: sheetId }, blocks };
}
