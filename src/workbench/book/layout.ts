import { BooleanNumber } from '@univerjs/core';
import {
  AddWorksheetMergeMutation,
  RemoveWorksheetMergeMutation,
  SetColHiddenMutation,
  SetColVisibleMutation,
  SetFrozenMutation,
  SetRowHiddenMutation,
  SetRowVisibleMutation,
  SetWorksheetColWidthMutation,
  SetWorksheetRowHeightMutation,
  SetWorksheetRowIsAutoHeightMutation,
} from '@univerjs/sheets';
import { areaOfRange, intersect, gridRange } from './area';
import type { BookContext } from './bookContext';
import type { Area } from '../../sheet/area';

/**
 * The size of rows and columns that nobody set, in pixels. The grid forgets a size that equals it, and the file would then
 * have none: so it is one that is never set.
 */
export const USUAL_SIZE = { defaultRowHeight: 20.001, defaultColumnWidth: 72.001 } as const;

/** Rows and columns kept in view. */
export interface Frozen {
  readonly rows: number;
  readonly columns: number;
}

/** Widths, heights, hidden rows and columns, merges and frozen panes. Sizes are in screen pixels. */
export class Layout {
  constructor(private readonly context: BookContext) {}

  columnWidth(sheetId: string, column: number): number {
    return this.context.sheet(sheetId).getColumnWidth(column);
  }

  setColumnWidth(sheetId: string, area: Area, pixels: number): void {
    this.context.run(SetWorksheetColWidthMutation.id, { ...this.columns(sheetId, area), colWidth: pixels });
  }

  rowHeight(sheetId: string, row: number): number {
    return this.context.sheet(sheetId).getRowHeight(row);
  }

  setRowHeight(sheetId: string, area: Area, pixels: number): void {
    const target = this.rows(sheetId, area);
    this.context.run(SetWorksheetRowHeightMutation.id, { ...target, rowHeight: pixels });
    this.context.run(SetWorksheetRowIsAutoHeightMutation.id, { ...target, autoHeightInfo: BooleanNumber.FALSE });
  }

  rowHidden(sheetId: string, row: number): boolean {
    return !this.context.sheet(sheetId).getRowVisible(row);
  }

  setRowsHidden(sheetId: string, area: Area, hidden: boolean): void {
    this.context.run(hidden ? SetRowHiddenMutation.id : SetRowVisibleMutation.id, this.rows(sheetId, area));
  }

  columnHidden(sheetId: string, column: number): boolean {
    return !this.context.sheet(sheetId).getColVisible(column);
  }

  setColumnsHidden(sheetId: string, area: Area, hidden: boolean): void {
    this.context.run(hidden ? SetColHiddenMutation.id : SetColVisibleMutation.id, this.columns(sheetId, area));
  }

  merges(sheetId: string): Area[] {
    return this.context.sheet(sheetId).getMergeData().map(areaOfRange);
  }

  /** Merges that touch the area. */
  mergesIn(sheetId: string, area: Area): Area[] {
    return this.merges(sheetId).filter((merge) => intersect(merge, area) !== null);
  }

  /** Merges the area into one cell, or each of its rows; merges it touches are taken away first. */
  merge(sheetId: string, area: Area, across: boolean): void {
    this.unmerge(sheetId, area);
    const rows = across
      ? Array.from({ length: area.rows }, (_, r) => ({ ...area, row: area.row + r, rows: 1 }))
      : [area];
    const ranges = rows.filter((row) => row.rows * row.columns > 1).map(gridRange);
    if (ranges.length > 0) this.context.run(AddWorksheetMergeMutation.id, { subUnitId: sheetId, ranges });
  }

  unmerge(sheetId: string, area: Area): void {
    const ranges = this.mergesIn(sheetId, area).map(gridRange);
    if (ranges.length > 0) this.context.run(RemoveWorksheetMergeMutation.id, { subUnitId: sheetId, ranges });
  }

  frozen(sheetId: string): Frozen {
    const { xSplit, ySplit } = this.context.sheet(sheetId).getFreeze();
    return { rows: ySplit, columns: xSplit };
  }

  freeze(sheetId: string, { rows, columns }: Frozen): void {
    this.context.run(SetFrozenMutation.id, {
      subUnitId: sheetId,
      startRow: rows > 0 ? rows : -1,
      startColumn: columns > 0 ? columns : -1,
      ySplit: rows,
      xSplit: columns,
    });
  }

  private rows(sheetId: string, area: Area): { subUnitId: string; ranges: ReturnType<typeof gridRange>[] } {
    const columns = this.context.sheet(sheetId).getColumnCount();
    return { subUnitId: sheetId, ranges: [gridRange({ ...area, column: 0, columns })] };
  }

  private columns(sheetId: string, area: Area): { subUnitId: string; ranges: ReturnType<typeof gridRange>[] } {
    const rows = this.context.sheet(sheetId).getRowCount();
    return { subUnitId: sheetId, ranges: [gridRange({ ...area, row: 0, rows })] };
  }
}
