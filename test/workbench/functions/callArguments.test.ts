import {
  ArrayValueObject,
  BooleanValueObject,
  ErrorValueObject,
  NullValueObject,
  NumberValueObject,
  StringValueObject,
  type BaseValueObject,
} from '@univerjs/engine-formula';
import { describe, expect, it } from 'vitest';
import { callArguments, type Blank } from '../../../src/workbench/functions/callArguments';
import type { FunctionMetadata } from '../../../src/workbench/functions/metadata';

const metadata: FunctionMetadata = {
  id: 'F',
  name: 'F',
  description: '',
  parameters: [
    { name: 'rows', description: '', type: 'any', dimensionality: 'matrix' },
    { name: 'policy', description: '', type: 'any', optional: true },
  ],
};
const text = (value: string) => StringValueObject.create(value);
const error = (value: string) => ErrorValueObject.create(value as never);
const grid = (rows: BaseValueObject[][]) =>
  ArrayValueObject.create({
    calculateValueList: rows,
    rowCount: rows.length,
    columnCount: rows[0]?.length ?? 0,
    unitId: '',
    sheetId: '',
    row: 0,
    column: 0,
  });

describe('arguments of a function', () => {
  it('come as Excel hands them over: a matrix for a range, null for what is left out', () => {
    const rows = grid([
      [NumberValueObject.create(1), text('１２０')],
      [BooleanValueObject.create(true), text('')],
    ]);
    expect(callArguments(metadata, [rows], 0)).toEqual({
      args: [
        [
          [1, '１２０'],
          [true, ''],
        ],
        null,
      ],
    });
    expect(callArguments(metadata, [NumberValueObject.create(5), text('嵊州2021')], 0)).toEqual({
      args: [[[5]], '嵊州2021'],
    });
  });

  it.each<[Blank]>([[0], [null], ['']])('deliver blank cells as %j', (blank) => {
    expect(callArguments(metadata, [grid([[NullValueObject.create(), text('a')]])], blank)).toEqual({
      args: [[[blank, 'a']], null],
    });
  });

  it('answer with an error among them, unless the function takes errors', () => {
    const rows = grid([[text('a'), error('#DIV/0!')]]);
    expect(callArguments(metadata, [rows], 0)).toEqual({ error: '#DIV/0!' });
    expect(callArguments({ ...metadata, allowErrorForDataTypeAny: true }, [rows], 0)).toEqual({
      args: [[['a', { type: 'CustomFunctionError', code: '#DIV/0!' }]], null],
    });
  });

  it('wait for what is still being evaluated, whatever the function takes', () => {
    const busy = { ...metadata, allowErrorForDataTypeAny: true };
    expect(callArguments(busy, [grid([[error('#BUSY!')]])], 0)).toEqual({ error: '#BUSY!' });
  });

  it('refuse a range where one value is wanted', () => {
    const range = grid([[text('a')], [text('b')]]);
    expect(callArguments(metadata, [range, range], 0)).toEqual({ error: '#VALUE!' });
    expect(callArguments(metadata, [range, grid([[text('x')]])], 0)).toEqual({ args: [[['a'], ['b']], 'x'] });
  });
});
