import { describe, expect, it } from 'vitest';
import { areaOfRange, contains, intersect, mapCells, gridRange } from '../../../src/workbench/book/area';
import { bounding } from '../../../src/sheet/area';

const area = (row: number, column: number, rows: number, columns: number) => ({ row, column, rows, columns });

describe('areas', () => {
  it('intersect where they share cells, and not where they only touch', () => {
    expect(intersect(area(0, 0, 3, 3), area(2, 1, 5, 5))).toEqual(area(2, 1, 1, 2));
    expect(intersect(area(0, 0, 2, 2), area(2, 0, 2, 2))).toBeNull();
  });

  it('have a bounding area that holds both', () => {
    const both = bounding(area(4, 1, 1, 1), area(0, 3, 2, 2));
    expect(both).toEqual(area(0, 1, 5, 4));
    expect(contains(both, area(4, 1, 1, 1)) && contains(both, area(0, 3, 2, 2))).toBe(true);
    expect(contains(area(4, 1, 1, 1), both)).toBe(false);
  });

  it('become ranges of the grid and come back', () => {
    expect(areaOfRange(gridRange(area(2, 3, 4, 5)))).toEqual(area(2, 3, 4, 5));
  });

  it('give a grid of their shape', () => {
    expect(mapCells(area(1, 2, 2, 3), (row, column) => `${row}/${column}`)).toEqual([
      ['1/2', '1/3', '1/4'],
      ['2/2', '2/3', '2/4'],
    ]);
  });
});
