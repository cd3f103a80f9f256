import { describe, expect, it } from 'vitest';
import { dirtyRuns, placeKey } from '../../../src/workbench/functions/dirtyRuns';

const place = (row: number, column: number, sheet = 's') => ({ unit: 'u', sheet, row, column });

describe('cells to calculate again', () => {
  it('become one run a column, in whatever order they come', () => {
    const runs = dirtyRuns([place(3, 1), place(1, 1), place(2, 1), place(2, 5), place(9, 1), place(1, 1, 't')]);
    expect(runs.map(({ sheetId, range }) => [sheetId, range.startColumn, range.startRow, range.endRow])).toEqual([
      ['s', 1, 1, 3],
      ['s', 1, 9, 9],
      ['s', 5, 2, 2],
      ['t', 1, 1, 1],
    ]);
  });

  it('are told apart by all four parts of their place', () => {
    expect(new Set([place(1, 2), place(2, 1), place(1, 2, 't')].map(placeKey)).size).toBe(3);
  });
});
