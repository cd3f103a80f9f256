import type { ICellData, IRange, Nullable } from '@univerjs/core';
import { areaOfRange, intersect } from './area';
import type { BookContext } from './bookContext';
import type { Matrix } from './matrix';
import type { Area } from '../../sheet/area';

type SpillRanges = Record<number, Record<number, IRange | null>>;

/** A formula whose answer covers more than its own cell. */
export interface Spill {
  readonly row: number;
  readonly column: number;
  readonly area: Area;
}

/** Spilled answers: the grid keeps them beside its cells, not in them. */
export class Spills {
  constructor(private readonly context: BookContext) {}

  /** Spilled values by row and column. */
  cells(sheetId: string): Matrix | undefined {
    return this.context.formulas.getArrayFormulaCellData()[this.context.unitId]?.[sheetId];
  }

  /** The spilled value at a cell whose own content is `own`: a formula or a value of its own hides it. */
  overlay(own: Nullable<ICellData>, spilled: Nullable<ICellData>): Nullable<ICellData> {
    if (own?.f || own?.si) return own;
    return spilled ?? own;
  }

  /** Every spill of a sheet that covers more than one cell. */
  list(sheetId: string): Spill[] {
    const ranges = this.context.formulas.getArrayFormulaRange()[this.context.unitId]?.[sheetId] as
      SpillRanges | undefined;
    const list: Spill[] = [];
    for (const [row, line] of Object.entries(ranges ?? {})) {
      for (const [column, range] of Object.entries(line)) {
        if (!range) continue;
        const area = areaOfRange(range);
        if (area.rows * area.columns > 1) list.push({ row: Number(row), column: Number(column), area });
      }
    }
    return list;
  }

  /** The spill that covers a cell, its anchor included. */
  at(sheetId: string, cell: { row: number; column: number }): Spill | undefined {
    const area: Area = { ...cell, rows: 1, columns: 1 };
    return this.list(sheetId).find((spill) => intersect(spill.area, area) !== null);
  }
}
