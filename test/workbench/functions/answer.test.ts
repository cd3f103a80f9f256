import { describe, expect, it } from 'vitest';
import { gridValue } from '../../../src/workbench/functions/answer';

describe('an answer in the grid', () => {
  it('is a spill where it has several cells, ragged rows filled up', () => {
    const value = gridValue({ value: [['a', 1], ['b']] });
    expect(value).toMatchObject({ _rowCount: 2, _columnCount: 2 });
  });

  it('is one value where it has one cell', () => {
    expect(gridValue({ value: [['a']] })).toMatchObject({ _value: 'a' });
    expect(gridValue({ value: null })).toMatchObject({ _value: 0 });
  });

  it('is an error where the function failed, and #CALC! where it answers no cell at all', () => {
    expect(gridValue({ error: '#N/A', message: '请指定政策' })).toMatchObject({ _errorType: '#N/A' });
    expect(gridValue({ value: [] })).toMatchObject({ _errorType: '#CALC!' });
  });
});
