import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followRow } from '../../src/formula/followRow';
import { normalForm } from '../../src/formula/normalForm';
import { referencesIn } from '../../src/formula/references';
import { ShiftableFormula } from '../../src/formula/shiftFormula';

/** A piece of a formula in row 8, and what it is in row 41 after its row went there. */
type Piece = readonly [was: string, is: string];
const same = (text: string): Piece => [text, text];

const MOVES: readonly Piece[] = [
  ...([
    ['B8', 'B41'],
    ['$B8', '$B41'],
    ['XFD8', 'XFD41'],
    ['RC8', 'RC41'],
    ['b8', 'b41'],
    ['8:8', '41:41'],
    ['B$3:B8', 'B$3:B41'],
  ] as const),
  ...([
    ['SUM(B8:D8)', 'SUM(B41:D41)'],
    ['B8#', 'B41#'],
    ['@B8', '@B41'],
    ['LOG10(B8)', 'LOG10(B41)'],
    ['-C8%', '-C41%'],
  ] as const),
  ...([
    ['$8:8', '$8:41'],
    ['IF(B8="B8",C8,"")', 'IF(B41="B8",C41,"")'],
    ['(B8 C8)', '(B41 C41)'],
  ] as const),
];
const STAYS: readonly Piece[] = [
  ...['$C$8', 'B$8', '$B$8:$C$8', 'B7', 'B80', 'B18', 'C:C', '$8:$8', '7:9', 'XFE8', 'ABCD8', '8', '1.8', '8E8', '8%'],
  ...[
    'Sheet2!B8',
    "'a b'!B8",
    "'B8'!B8:C8",
    "'甲 [8]'!B8:C8",
    "'it''s B8'!$B8",
    '[1]表!B8',
    'Sheet1:Sheet3!B8',
    '年报!B8:C8',
  ],
  ...['"B8"', '"他说""B8"""', "'年报 (B8)'!C9", '表1[B8]', '表1[[#This Row],[B8]]', '表1[@[B8]]', "表1['[B8]", '[@B8]'],
  ...['税率B8', '_B8', 'B8_x', 'x.B8', 'B8.5x', 'LOG10(2)', 'R8C2', '甲8', 'TRUE', '#N/A', '{1,8;8,1}', "'B8'!甲"],
].map(same);

const piece = fc.constantFrom(...MOVES, ...STAYS);
const operator = fc.constantFrom('+', '-', '*', '/', '&', '=', '<=', ',', ' + ', ';');

describe('a formula whose row moved', () => {
  it('has its relative references to that row of its own sheet follow, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, operator), { minLength: 1, maxLength: 8 }), (pieces) => {
        const written = (side: 0 | 1) => `=${pieces.map(([one, sign]) => one[side] + sign).join('')}1`;
        expect(followRow(written(0), { from: 7, to: 40 })).toBe(written(1));
      }),
      { numRuns: 1000 },
    );
  });

  it('comes back as it was', () => {
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), (pieces) => {
        const formula = `=${pieces.map(([was]) => was).join('+')}`;
        const moved = followRow(formula, { from: 7, to: 40 });
        expect(followRow(moved, { from: 40, to: 7 })).toBe(formula);
        expect(followRow(formula, { from: 7, to: 7 })).toBe(formula);
        expect(normalForm(moved) === normalForm(formula)).toBe(pieces.every(([was, is]) => was === is));
      }),
      { numRuns: 500 },
    );
  });

  it('is moved over the sheet by a distance without touching what is fixed, a text, a name or a column of a table', () => {
    const fixed = STAYS.map(([text]) => text).filter((text) => !/!|^(?:B\$8|B7|B80|B18|C:C|7:9)$/.test(text));
    for (const text of fixed) expect(new ShiftableFormula(text).at({ rows: 33, columns: 2 })).toBe(text);
  });
});

describe('the references of a formula', () => {
  it('are its cells and ranges, each with the sheet that it says', () => {
    const formula = `=SUM(B8:$C$9,'a b'!D1:E2)+"F1"+年报!G7+H3#+表1[J5]+'it''s'!K1+C:C+[2]外!L1`;
    expect(referencesIn(formula)).toEqual([
      { area: { row: 7, column: 1, rows: 2, columns: 2 } },
      { sheet: 'a b', area: { row: 0, column: 3, rows: 2, columns: 2 } },
      { sheet: '年报', area: { row: 6, column: 6, rows: 1, columns: 1 } },
      { area: { row: 2, column: 7, rows: 1, columns: 1 } },
      { sheet: "it's", area: { row: 0, column: 10, rows: 1, columns: 1 } },
      { sheet: '[2]外', area: { row: 0, column: 11, rows: 1, columns: 1 } },
    ]);
  });
});

describe('two spellings of a formula', () => {
  it('are one without blanks, quotation marks of sheets and small letters, but for their texts', () => {
    expect(normalForm(`=sum( '年报'!b8 , 2)`)).toBe(normalForm('=SUM(年报!B8,2)'));
    expect(normalForm('=IF(A1="a b",1,0)')).not.toBe(normalForm('=IF(A1="ab",1,0)'));
    expect(normalForm('=IF(A1="it\'s",1,0)')).not.toBe(normalForm('=IF(A1="its",1,0)'));
    expect(normalForm('=IF(A1="B",1,0)')).not.toBe(normalForm('=IF(A1="b",1,0)'));
  });
});
