import type { CellValue, SheetFormulas, SheetPlan, SheetRef } from '../../../../workbook/port';
import { ownFormula } from '../../../../engine/share/index';
import type { Replacement } from './replacement';
import { areaName } from '../../../../sheet/address';
import type { Area } from '../../../../sheet/area';

/** A cell that is not as the copy had it: typed over, or with another answer because inputs have changed. */
export interface ChangedCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly kind: 'typedOver' | 'recalculated';
  readonly before: CellValue;
  readonly now: CellValue;
}

/** A formula of a record, and the cell or cells for it. */
export interface EnteredFormula {
  readonly sheet: string;
  readonly address: string;
  readonly formula: string;
  readonly now: CellValue;
}

/** What it takes to turn classic formulas and values made by us back into functions. */
export interface RestorePlan {
  /** Clears what stands there, only while it stands there. */
  readonly clear: readonly SheetPlan[];
  /** Enters the functions. */
  readonly enter: readonly SheetPlan[];
  readonly count: number;
  /** Every formula that would be entered, with its cell and what stands there now. */
  readonly entering: readonly EnteredFormula[];
  /** What the record or the list names and is no formula of ours, or reaches outside the workbook: left alone. */
  readonly refused: readonly EnteredFormula[];
  readonly changed: readonly ChangedCell[];
  /** How many formulas have no record of what stood in their place: of them nothing can be said to have changed. */
  readonly unrecorded: number;
  /** Sheets that are protected or gone: their formulas stay as they are. */
  readonly locked: readonly string[];
  readonly gone: readonly string[];
}

/** A sheet as it is now. */
export interface SheetNow {
  readonly sheet: SheetRef;
  readonly formulas: SheetFormulas;
  readonly values: { readonly area: Area; readonly values: readonly (readonly CellValue[])[] };
}

/**
 * Plans it for the sheets that are there under the names they had; every cell that differs from what was sent out is named. Only
 * formulas of ours are entered: anybody may have written the record.
 */
export function planRestore(
  recorded: readonly Replacement[],
  sheets: readonly SheetNow[],
  functions: readonly string[],
): RestorePlan {
  const replacements = recorded.flatMap((one): Replacement[] => {
    const formula = ownFormula(one.formula, functions);
    return formula === undefined ? [] : [{ ...one, formula }];
  });
  const foreign = recorded.filter(({ formula }) => ownFormula(formula, functions) === undefined);
  const names = [...new Set(replacements.map(({ sheet }) => sheet))];
  const there = sheets
    .filter(({ sheet }) => names.includes(sheet.name))
    .map((now) => ({ now, own: replacements.filter(({ sheet }) => sheet === now.sheet.name) }));
  const open = there.filter(({ now }) => !now.sheet.protected);
  return {
    clear: open.map(({ now, own }) =>
      sheetPlan(
        now,
        own.flatMap((one) => clearing(now, one)),
      ),
    ),
    enter: open.map(({ now, own }) => sheetPlan(now, own.map(entering))),
    count: open.reduce((sum, { own }) => sum + own.length, 0),
    entering: open.flatMap(({ now, own }) => own.map((one) => entered(now, one))),
    refused: foreign.map((one) =>
      entered(
        sheets.find(({ sheet }) => sheet.name === one.sheet),
        one,
      ),
    ),
    changed: open.flatMap(({ now, own }) => own.flatMap((one) => changedCells(now, one))),
    unrecorded: open.reduce((sum, { own }) => sum + own.filter(({ shown }) => shown.length === 0).length, 0),
    locked: there.filter(({ now }) => now.sheet.protected).map(({ now }) => now.sheet.name),
    gone: names.filter((name) => !sheets.some(({ sheet }) => sheet.name === name)),
  };
}

function entered(now: SheetNow | undefined, { sheet, area, formula }: Replacement): EnteredFormula {
  const held = now ? at(now.values.area, now.values.values, area) : '';
  return { sheet, address: areaName(area), formula, now: held };
}

function sheetPlan({ sheet }: SheetNow, blocks: SheetPlan['blocks']): SheetPlan {
  return { sheet: { id: sheet.id }, blocks };
}

function clearing(now: SheetNow, { area }: Replacement): SheetPlan['blocks'] {
  const held = cellsIn(area, (row, column) => at(now.formulas.area, now.formulas.formulas, { row, column }));
  return [{ area, values: held.map((line) => line.map(() => '')), replaces: held }];
}

function entering({ area, formula }: Replacement): SheetPlan['blocks'][number] {
  const { row, column, rows, columns } = area;
  const spill = rows * columns > 1 ? { spill: area } : {};
  return { area: { row, column, rows: 1, columns: 1 }, formulas: [[formula]], ...spill };
}

function changedCells(now: SheetNow, { area, written, shown }: Replacement): ChangedCell[] {
  if (shown.length === 0) return [];
  return cellsIn(area, (row, column): ChangedCell | undefined => {
    const [r, c] = [row - area.row, column - area.column];
    const held = at(now.formulas.area, now.formulas.formulas, { row, column });
    const value = at(now.values.area, now.values.values, { row, column });
    const place = { sheet: now.sheet.name, row, column };
    const before = shown[r]?.[c] ?? '';
    if (!sameText(held, written[r]?.[c] ?? '')) return { ...place, kind: 'typedOver', before, now: value };
    return sameText(value, before) ? undefined : { ...place, kind: 'recalculated', before, now: value };
  }).flatMap((line) => line.filter((cell) => cell !== undefined));
}

/** Other programs leave the quotes of a sheet's name out, and write the last digits of a number differently. */
function sameText(left: CellValue, right: CellValue): boolean {
  if (typeof left === 'number' && typeof right === 'number') return Math.abs(left - right) <= 1e-12 * Math.abs(right);
  return String(left).replaceAll("'", '') === String(right).replaceAll("'", '');
}

type Grid = readonly (readonly CellValue[])[];

function at(area: Area, grid: Grid, { row, column }: { readonly row: number; readonly column: number }): CellValue {
  return grid[row - area.row]?.[column - area.column] ?? '';
}

function cellsIn<Cell>(area: Area, cell: (row: number, column: number) => Cell): Cell[][] {
  return Array.from({ length: area.rows }, (_, row) =>
    Array.from({ length: area.columns }, (__, column) => cell(area.row + row, area.column + column)),
  );
}
