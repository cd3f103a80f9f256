import { describe, expect, it } from 'vitest';
import { filledDown } from '../../src/formula/filledDown';

describe('formulas of a column that are one filled down', () => {
  it('are runs of at least two; a blank, another formula or a row left out ends one', () => {
    const formulas = ['=A1+$B$1', '=A2+$B$1', '=A3+$B$1', '', '=A5', '=A7', '=A8', '="A9"', '="A10"'];
    expect(filledDown(formulas, 4)).toEqual([
      { row: 0, column: 4, rows: 3 },
      { row: 5, column: 4, rows: 2 },
    ]);
  });

  it('follow rows of other sheets too, and no fixed ones', () => {
    expect(filledDown(["='标准 台账'!E9", "='标准 台账'!E10", "='标准 台账'!E11"])).toEqual([
      { row: 0, column: 0, rows: 3 },
    ]);
    expect(filledDown(['=$E$9', '=$E$10'])).toEqual([]);
    expect(filledDown(['=$E$9', '=$E$9'])).toEqual([{ row: 0, column: 0, rows: 2 }]);
    expect(filledDown([])).toEqual([]);
  });
});
