import { ownFormula, repairFormula } from '../../../engine/share/index';
import type { CellBlock, CellValue, SheetFormulas, SheetPlan, SheetRef } from '../../../workbook/port';
import type { EnteredFormula } from './plainCopy/planRestore';
import { cellName } from '../../../sheet/address';

/** What it takes to enter the formulas of a sheet again. */
export interface SheetRepair {
  readonly sheet: SheetRef;
  /** Undefined where nothing is to be entered. */
  readonly plan: SheetPlan | undefined;
  readonly entering: readonly EnteredFormula[];
  /** Formulas that call ours beside something that reaches outside the workbook or that nobody here knows: left alone. */
  readonly refused: readonly EnteredFormula[];
}

interface Given {
  readonly values: readonly (readonly CellValue[])[];
  readonly functions: readonly string[];
}

/** What a formula of ours shows where Excel does not know it, or waits for an answer that does not come (office-js 6930). */
const NOT_ANSWERED: ReadonlySet<CellValue | undefined> = new Set(['#NAME?', '#BUSY!', '#GETTING_DATA', '#CONNECT!']);

/** The cells of a sheet whose formulas call our functions and are misspelt, unknown or not answered, each to be entered again. */
export function planRepair(
  sheet: SheetRef,
  { area, formulas }: SheetFormulas,
  { values, functions }: Given,
): SheetRepair {
  const blocks: CellBlock[] = [];
  const entering: EnteredFormula[] = [];
  const refused: EnteredFormula[] = [];
  formulas.forEach((line, r) =>
    line.forEach((held, c) => {
      if (typeof held !== 'string' || !held.startsWith('=')) return;
      const mended = repairFormula(held, functions);
      const isBroken = mended !== held || NOT_ANSWERED.has(values[r]?.[c]);
      if (mended === undefined || !isBroken) return;
      const [row, column] = [area.row + r, area.column + c];
      const own = ownFormula(held, functions);
      const told = { sheet: sheet.name, address: cellName(row, column), formula: mended, now: values[r]?.[c] ?? '' };
      (own === undefined ? refused : entering).push(told);
      if (own !== undefined)
        blocks.push({ area: { row, column, rows: 1, columns: 1 }, formulas: [[own]], replaces: [[held]] });
    }),
  );
  return { sheet, plan: blocks.length === 0 ? undefined : { sheet: { id: sheet.id }, blocks }, entering, refused };
}
