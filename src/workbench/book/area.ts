import type { IRange } from '@univerjs/core';
import { sharedCells, type Area } from '../../sheet/area';

/** One cell as an area. */
export function cellArea(row: number, column: number): Area {
  return { row, column, rows: 1, columns: 1 };
}

/** Whether the area is one cell. */
export function isCell(area: Area): boolean {
  return area.rows === 1 && area.columns === 1;
}

/** The cells two areas share, or null. */
export function intersect(a: Area, b: Area): Area | null {
  return sharedCells(a, b) ?? null;
}

/** Whether `inner` lies wholly in `outer`. */
export function contains(outer: Area, inner: Area): boolean {
  const shared = intersect(outer, inner);
  return shared !== null && shared.rows === inner.rows && shared.columns === inner.columns;
}

/** Builds a grid of the area's shape, row by row. */
export function mapCells<T>(area: Area, make: (row: number, column: number) => T): T[][] {
  const grid: T[][] = [];
  for (let r = 0; r < area.rows; r++) {
    const line: T[] = [];
    for (let c = 0; c < area.columns; c++) line.push(make(area.row + r, area.column + c));
    grid.push(line);
  }
  return grid;
}

/** The area as the grid's own range. */
export function gridRange(area: Area): IRange {
  return {
    startRow: area.row,
    startColumn: area.column,
    endRow: area.row + area.rows - 1,
    endColumn: area.column + area.columns - 1,
  };
}

/** The grid's own range as an area. */
export function areaOfRange(range: IRange): Area {
  return {
    row: range.startRow,
    column: range.startColumn,
    rows: range.endRow - range.startRow + 1,
    columns: range.endColumn - range.startColumn + 1,
  };
}
