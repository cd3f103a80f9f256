import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFormula } from '../../src/package/formula/readFormula';
import { renameSheets } from '../../src/formula/renameSheets';
import { ShiftableFormula } from '../../src/formula/shiftFormula';
import { storeFormula, storePlainly } from '../../src/package/formula/storeFormula';
import { tokenize } from '../../src/formula/tokens';

const own = new Set(['MUJUN_TIER']);
const store = (formula: string, table?: string) =>
  storeFormula(formula, { addinFunctions: own, ...(table === undefined ? {} : { table }) });

describe('a shared formula moved by two rows and one column', () => {
  it.each([
    ['A1+$A1+A$1+$A$1', 'B3+$A3+B$1+$A$1'],
    ['SUM(A1:B2)', 'SUM(B3:C4)'],
    ["'亩均 台账'!G2&Sheet1!G2&台账!G2", "'亩均 台账'!H4&Sheet1!H4&台账!H4"],
    ["'it''s A1'!B2", "'it''s A1'!C4"],
    ['"A1 stays ""A1"""&A1', '"A1 stays ""A1"""&B3'],
    ['SUM(A:A)+SUM($A:B)+SUM(1:1)+SUM($1:2)', 'SUM(B:B)+SUM($A:C)+SUM(3:3)+SUM($1:4)'],
    ['LOG10(A1)*A1_rate+tax2023x', 'LOG10(B3)*A1_rate+tax2023x'],
    ['IF(A1=#REF!,#N/A,1E5)', 'IF(B3=#REF!,#N/A,1E5)'],
    ['表1[[#This Row],[税收 A1]]*A1', '表1[[#This Row],[税收 A1]]*B3'],
    ['[1]Sheet1!A1+Sheet1:Sheet3!A1', '[1]Sheet1!B3+Sheet1:Sheet3!B3'],
    ['XFE1+ABCD1', 'XFE1+ABCD1'],
    ['XFD1048576', 'A2'],
  ])('%s becomes %s', (formula, moved) => {
    expect(new ShiftableFormula(formula).at({ rows: 2, columns: 1 })).toBe(moved);
  });
});

describe('a formula as stored and as typed', () => {
  it.each([
    ['_xlfn.XLOOKUP(A1,B:B,C:C)', 'XLOOKUP(A1,B:B,C:C)'],
    ['_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A1:A9,B1:B9>0))', 'SORT(FILTER(A1:A9,B1:B9>0))'],
    ['_xlfn.LET(_xlpm.税,A1,_xlpm.税/2)', 'LET(税,A1,税/2)'],
    ['_xlfn.LAMBDA(_xlpm.x,_xlop.y,_xlpm.x+_xlpm.y)(1)', 'LAMBDA(x,[y],x+y)(1)'],
    ['_xlfn.ANCHORARRAY(Sheet1!A1)+SUM(_xlfn.ANCHORARRAY(B2))', 'Sheet1!A1#+SUM(B2#)'],
    ['_xlfn.SINGLE(A1:A9)*2', '@A1:A9*2'],
    ['_xldudf_MUJUN_TIER(A1:A9,"_xlfn.")', 'MUJUN_TIER(A1:A9,"_xlfn.")'],
    ['_xldudf_CONTOSO_ADD(1)', '_xldudf_CONTOSO_ADD(1)'],
    ['IFERROR(COUNTIFS(A:A,"x"),0)', 'IFERROR(COUNTIFS(A:A,"x"),0)'],
  ])('%s is typed %s, and back', (stored, typed) => {
    expect(readFormula(stored, own)).toBe(typed);
    expect(store(typed)).toBe(stored);
  });

  it('is stored as token by token, whatever it is made of', () => {
    const pieces =
      `IF( IFS( mujun_tier( MUJUN_TIER( LET( LAMBDA( x A1 A1# @A1 # @ [@税收] [税收] " ' "#" 'a#'! '台账'!A1 ( ) , + 1 1IFS(
      _IFS( .IFS( $IFS( 甲IFS( IFS\\( T.TEST( A1.IFS( LOG10( A:B B:IFS( #REF! "IFS(" ! :`
        .split(/\s+/)
        .concat(' ', 'IFS (', 'IF\n(');
    const formulas = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join(''));
    const context = { addinFunctions: own, table: '台账' };
    const check = (formula: string) => {
      const typed = formula.replace(/^=/, '');
      expect(storeFormula(formula, context)).toBe(storePlainly(typed, context));
    };
    fc.assert(fc.property(formulas, check), { numRuns: 3_000 });
  });

  it('keeps error values apart from the spill mark', () => {
    expect(store('IF(A1#=#N/A,#REF!,1)')).toBe('IF(_xlfn.ANCHORARRAY(A1)=#N/A,#REF!,1)');
  });

  it('names the table a [@column] stands in', () => {
    expect(store('[@税收]/表甲[@[用地 面积]]', '台账')).toBe('台账[[#This Row],[税收]]/表甲[[#This Row],[用地 面积]]');
  });

  it('takes time in proportion to the length of a hostile formula', () => {
    for (const piece of ['_xlfn.ANCHORARRAY(', "'", '"', '[', '1$', 'a', '_xlfn.LET(']) {
      const formula = piece.repeat(100_000);
      expect(
        tokenize(formula)
          .map((token) => token.text)
          .join(''),
      ).toBe(formula);
      expect(readFormula(formula, own).length).toBeLessThanOrEqual(formula.length);
    }
  });
});

describe('sheets renamed and removed', () => {
  const renames = new Map([
    ['台账', '新 台账'],
    ['old', undefined],
  ]);
  it.each([
    ['SUM(台账!A1:B2)', "SUM('新 台账'!A1:B2)"],
    ["'台账'!A:A", "'新 台账'!A:A"],
    ['"台账!A1"&别的!A1', '"台账!A1"&别的!A1'],
    ['SUM(Old!A1:B2)*2', 'SUM(#REF!)*2'],
    ['[1]台账!A1', '[1]台账!A1'],
    ['台账:末!A1', "'新 台账:末'!A1"],
  ])('%s becomes %s', (before, after) => {
    expect(renameSheets(before, renames)).toBe(after);
  });
});
