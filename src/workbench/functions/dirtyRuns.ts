import type { IUnitRange } from '@univerjs/core';

/** A cell of a workbook in the grid. */
export interface UnitCell {
  readonly unit: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** A key that tells cells apart. */
export function placeKey({ unit, sheet, row, column }: UnitCell): string {
  return `${unit}\n${sheet}\n${row}\n${column}`;
}

/** Cells as few column runs as possible: the grid tests every formula against every dirty range. */
export function dirtyRuns(cells: readonly UnitCell[]): IUnitRange[] {
  const runs: IUnitRange[] = [];
  for (const cell of [...cells].sort(byColumnThenRow)) {
    const last = runs.at(-1);
    const joins = last?.unitId === cell.unit && last.sheetId === cell.sheet && last.range.startColumn === cell.column;
    if (last !== undefined && joins && last.range.endRow + 1 >= cell.row) last.range.endRow = cell.row;
    else runs.push(runOf(cell));
  }
  return runs;
}

function byColumnThenRow(a: UnitCell, b: UnitCell): number {
  if (a.unit !== b.unit) return a.unit < b.unit ? -1 : 1;
  if (a.sheet !== b.sheet) return a.sheet < b.sheet ? -1 : 1;
  return a.column - b.column || a.row - b.row;
}

function runOf({ unit, sheet, row, column }: UnitCell): IUnitRange {
  return {
    unitId: unit,
    sheetId: sheet,
    range: { startRow: row, endRow: row, startColumn: column, endColumn: column },
  };
}
