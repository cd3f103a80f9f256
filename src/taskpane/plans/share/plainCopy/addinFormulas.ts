import { eachRow, type Steps } from '../../../../steps/steps';
import { repairFormula } from '../../../../engine/share/index';
import type { CellModel, PackageModel, SheetModel } from '../../../../package/model';
import { parseArea } from '../../../../sheet/address';
import type { Area } from '../../../../sheet/area';

/** A formula of a workbook that calls our functions, and the cells that show its answer. */
export interface AddinFormula {
  readonly sheetId: string;
  readonly sheet: string;
  readonly area: Area;
  /** With "=", our functions' names as Excel knows them. */
  readonly formula: string;
  /** What the cells showed when the workbook was saved, by row and column of the area. */
  readonly cells: readonly (readonly CellModel[])[];
}

const BLANK: CellModel = { value: null, type: 'blank', style: 0 };

/** Every formula that calls one of the functions, however another program has spelled it. */
export function* addinFormulas({ sheets }: PackageModel, functions: readonly string[]): Steps<AddinFormula[]> {
  const found: AddinFormula[] = [];
  for (const sheet of sheets)
    yield* eachRow([...sheet.cells], ([row, line]) => {
      for (const [column, cell] of line) {
        const formula = cell.formula === undefined ? undefined : repairFormula(`=${cell.formula}`, functions);
        if (formula === undefined) continue;
        const area = areaOf(cell, { row, column });
        found.push({ sheetId: sheet.id, sheet: sheet.name, area, formula, cells: cellsIn(sheet, area) });
      }
    });
  return found;
}

function areaOf({ arrayRange }: CellModel, at: { readonly row: number; readonly column: number }): Area {
  const own = { ...at, rows: 1, columns: 1 };
  return (arrayRange === undefined ? undefined : parseArea(arrayRange)) ?? own;
}

function cellsIn({ cells }: SheetModel, { row, column, rows, columns }: Area): CellModel[][] {
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (__, c) => cells.get(row + r)?.get(column + c) ?? BLANK),
  );
}
