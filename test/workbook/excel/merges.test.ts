import { describe, expect, it } from 'vitest';
import { createMergeMemory } from '../../../src/workbook/excel/merges';

const area = (row: number, column: number, rows = 1, columns = 1) => ({ row, column, rows, columns });

/** A sheet with two merged cells, and how often Excel was asked for them. */
function sheetOf(merges = [area(0, 0, 1, 2), area(2, 0, 2, 1)]) {
  let asked = 0;
  const memory = createMergeMemory(() => {
    asked += 1;
    return Promise.resolve(merges);
  });
  return { memory, asked: () => asked, merges };
}

const VALUES = [
  ['标题', ''],
  ['企业', '税收'],
  ['甲', 1],
  ['', 2],
];
const cells = { area: area(0, 0, 4, 2), values: VALUES };

describe('the merged cells of a sheet', () => {
  it('are asked for once: on Windows the question empties the undo list', async () => {
    const { memory, asked, merges } = sheetOf();
    expect(await memory.of('a', cells)).toEqual(merges);
    expect(await memory.of('a', { area: area(0, 0, 5, 2), values: [...VALUES, ['乙', 3]] })).toEqual(merges);
    expect(asked()).toBe(1);
  });

  it('are told only where they lie in the cells that are read', async () => {
    const { memory, merges } = sheetOf();
    await memory.of('a', cells);
    expect(await memory.of('a', { area: area(1, 0, 3, 2), values: VALUES.slice(1) })).toEqual([merges[1]]);
  });

  it('are asked for again after rows or columns have moved, for that sheet alone', async () => {
    const { memory, asked } = sheetOf();
    await memory.of('a', cells);
    await memory.of('b', cells);
    memory.forget('a');
    await memory.of('a', cells);
    await memory.of('b', cells);
    expect(asked()).toBe(3);
  });

  it('are asked for again where a cell that one would have swallowed holds a value', async () => {
    const { memory, asked } = sheetOf();
    await memory.of('a', cells);
    await memory.of('a', { ...cells, values: VALUES.with(3, ['乙', 2]) });
    expect(asked()).toBe(2);
  });
});
