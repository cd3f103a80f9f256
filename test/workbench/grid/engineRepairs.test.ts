import {
  ArrayValueObject,
  CELL_INVERTED_INDEX_CACHE,
  functionLookup,
  NumberValueObject,
  type BaseFunction,
} from '@univerjs/engine-formula';
import { expect, it } from 'vitest';
import { repairCellCompare, repairSorting } from '../../../src/workbench/grid/engineRepairs';

const column = (values: readonly number[]) =>
  ArrayValueObject.create({
    calculateValueList: values.map((value) => [NumberValueObject.create(value)]),
    ...{ rowCount: values.length, columnCount: 1, unitId: '', sheetId: '', row: 0, column: 0 },
  });
const read = (array: ArrayValueObject) => array.getArrayValue().map(([cell]) => cell?.getValue());

it('SORT and SORTBY leave the range as it stands for every other formula', () => {
  repairSorting();
  const types = functionLookup as unknown as readonly (readonly [new (name: string) => BaseFunction, string])[];
  for (const name of ['SORT', 'SORTBY']) {
    const Type = types.find(([, own]) => own === name)?.[0];
    if (!Type) throw new Error(name);
    const [range, by] = [column([11, 20, 30, 40, 50]), column([5, 4, 3, 2, 1])];
    const order = NumberValueObject.create(-1);
    const sorted =
      name === 'SORT'
        ? new Type(name).calculate(range, NumberValueObject.create(1), order)
        : new Type(name).calculate(range, by);
    expect(read(sorted as ArrayValueObject)).toEqual([50, 40, 30, 20, 11]);
    expect([read(range), read(by)]).toEqual([
      [11, 20, 30, 40, 50],
      [5, 4, 3, 2, 1],
    ]);
  }
});

it('one cell is compared as it stands, whatever of its column a search has indexed', () => {
  const place = ['book', 'sheet', 0] as const;
  CELL_INVERTED_INDEX_CACHE.setContinueBuildingCache(...place, 0, 9);
  for (let row = 0; row < 10; row++) CELL_INVERTED_INDEX_CACHE.set(...place, row % 2 === 0 ? '甲' : '乙', row, true);
  repairCellCompare();
  expect(CELL_INVERTED_INDEX_CACHE.canUseCache(...place, 3, 3)).toEqual({ rowsInCache: [], rowsNotInCache: [] });
  expect(CELL_INVERTED_INDEX_CACHE.canUseCache(...place, 0, 9).rowsInCache.length).toBeGreaterThan(0);
});
