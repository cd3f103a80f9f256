import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formulaAnswer } from '../../../../src/engine/rule/formula/formulaAnswer';
import {
  binary,
  call,
  cell,
  list,
  no,
  number,
  range,
  text,
  type FormulaTree,
  type FormulaValue,
} from '../../../../src/engine/rule/formula/formulaTree';
import { ColumnLooks } from '../../../../src/engine/rule/formula/overColumns';
import { writeFormula } from '../../../../src/engine/rule/formula/writeFormula';
import { calculate } from '../../../../src/formula/calculate/calculate';
import { treeOfFormula } from '../../../../src/formula/calculate/parse';

/** The columns of a made-up sheet: a town, a word, an area with blanks, a tax. */
const NAMES = ['镇', '字', '面积', '税收'] as const;
type Sheet = readonly (readonly FormulaValue[])[];

const anyText = fc.constantFrom('', '甲', '乙', 'a', 'A', 'ab甲ab');
/** Halves and quarters: what they are rounded to does not hang on their last binary places. */
const anyNumber = fc.constantFrom(-3, -1.5, 0, 0.25, 1, 2.5, 7, 100);
const anySheet: fc.Arbitrary<Sheet> = fc.array(
  fc.tuple(
    fc.constantFrom('甲', '乙', 'a', 'A'),
    anyText,
    fc.oneof(anyNumber, fc.constant('')),
    fc.oneof(anyNumber, fc.constant('')),
  ),
  { minLength: 2, maxLength: 9 },
);

const pick = <const T>(...all: readonly T[]) => fc.constantFrom(...all);
const numbers = pick('面积', '税收').map(range);
const criteria = fc.oneof(
  fc.tuple(pick(range('镇')), pick('甲', '乙', 'A').map(text)),
  fc.tuple(pick(range('镇')), pick(cell('镇'))),
  fc.tuple(numbers, pick('>0', '>1', '>-2').map(text)),
);

/** Formulas of numbers, texts and truths, with every function that we write. */
const trees = fc.letrec<{ number: FormulaTree; text: FormulaTree; truth: FormulaTree }>((tie) => ({
  number: fc.oneof(
    { maxDepth: 3 },
    anyNumber.map(number),
    pick('面积', '税收').map(cell),
    fc.tuple(pick('+', '-', '*', '/'), tie('number'), tie('number')).map(([op, a, b]) => binary(a, op, b)),
    fc.tuple(pick('ABS', 'INT'), tie('number')).map(([name, a]) => call(name, a)),
    fc.tuple(tie('number'), fc.nat(2)).map(([a, places]) => call('ROUND', a, number(places))),
    fc.tuple(tie('number'), pick(2, 3, 0.5)).map(([a, by]) => call('MOD', a, number(by))),
    fc
      .tuple(pick('MIN', 'MAX'), fc.array(tie('number'), { minLength: 2, maxLength: 3 }))
      .map(([name, all]) => call(name, ...all)),
    fc
      .tuple(pick(45_351, 45_322, 45_535), fc.integer({ min: -13, max: 13 }))
      .map(([day, by]) => call('EDATE', number(day), number(by))),
    fc.tuple(pick('SUM', 'MIN', 'MAX'), numbers).map(([name, all]) => call(name, all)),
    fc
      .tuple(numbers, fc.array(criteria, { minLength: 1, maxLength: 2 }))
      .map(([all, wanted]) => call('SUMIFS', all, ...wanted.flat())),
    fc.array(criteria, { minLength: 1, maxLength: 3 }).map((wanted) => call('COUNTIFS', ...wanted.flat())),
    fc.tuple(numbers, fc.integer({ min: 1, max: 2 })).map(([all, at]) => call('INDEX', all, number(at))),
    fc.tuple(tie('text'), pick('镇', '字')).map(([own, name]) => call('MATCH', own, range(name), number(0))),
    tie('text').map((own) => call('LEN', own)),
    fc.tuple(pick('a', '甲', 'A'), tie('text')).map(([part, own]) => call('FIND', text(part), own)),
    fc.tuple(tie('truth'), tie('number'), tie('number')).map((all) => call('IF', ...all)),
    fc
      .tuple(fc.integer({ min: 1, max: 2 }), tie('number'), tie('number'))
      .map(([at, a, b]) => call('CHOOSE', number(at), a, b)),
  ),
  text: fc.oneof(
    { maxDepth: 3 },
    anyText.map(text),
    pick('镇', '字').map(cell),
    fc.tuple(tie('text'), tie('text')).map(([a, b]) => binary(a, '&', b)),
    fc.tuple(tie('text'), anyNumber).map(([a, b]) => binary(a, '&', number(b))),
    fc
      .tuple(tie('text'), fc.integer({ min: 1, max: 3 }), fc.nat(3))
      .map(([a, from, count]) => call('MID', a, number(from), number(count))),
    tie('text').map((a) => call('UPPER', a)),
    fc
      .tuple(tie('text'), pick('a', '甲'), pick('', '丙'))
      .map(([a, part, by]) => call('SUBSTITUTE', a, text(part), text(by))),
    fc.tuple(tie('truth'), tie('text'), tie('text')).map((all) => call('IF', ...all)),
  ),
  truth: fc.oneof(
    { maxDepth: 3 },
    fc.tuple(pick('=', '<>', '<', '<=', '>', '>='), tie('number'), tie('number')).map(([op, a, b]) => binary(a, op, b)),
    fc.tuple(pick('=', '<>'), tie('text'), tie('text')).map(([op, a, b]) => binary(a, op, b)),
    fc.tuple(pick('<', '>='), tie('number'), tie('text')).map(([op, a, b]) => binary(a, op, b)),
    fc
      .tuple(pick('AND', 'OR'), fc.array(tie('truth'), { minLength: 2, maxLength: 3 }))
      .map(([name, all]) => call(name, ...all)),
    tie('truth').map(no),
    tie('number').map((a) => call('ISERROR', a)),
  ),
}));
const anyFormula = fc.oneof(trees.number, trees.text, trees.truth);

/** What our own reading gives; blank cells ask for no number, as our formulas never do of them. */
function answered(tree: FormulaTree, sheet: Sheet, row: number, looks?: ColumnLooks): FormulaValue {
  const at = (name: string) => NAMES.indexOf(name as never);
  const column = (name: string) => sheet.map((line) => line[at(name)] ?? '');
  return formulaAnswer(tree, {
    cell: (name) => sheet[row]?.[at(name)] ?? '',
    range: column,
    ...(looks && { looks }),
  });
}

/** The same as a spreadsheet calculates what is written. */
function calculated(tree: FormulaTree, sheet: Sheet, row: number): unknown {
  const address = (name: string, kind: 'cell' | 'range') => {
    const letter = 'ABCD'.charAt(NAMES.indexOf(name as never));
    return kind === 'cell' ? `${letter}${String(row + 1)}` : `$${letter}$1:$${letter}$${String(sheet.length)}`;
  };
  const parsed = treeOfFormula(writeFormula(tree, address));
  if (!parsed) throw new Error('not read');
  const given = calculate(parsed, {
    ...{ row, column: NAMES.length, spend: () => undefined },
    valueAt: (_, at, column) => sheet[at]?.[column],
    inUse: () => ({ row: 0, column: 0, rows: sheet.length, columns: NAMES.length }),
  });
  return typeof given === 'object' && 'error' in given ? given.error : given;
}

describe('what our own reading gives for a classic formula', () => {
  it('is what a spreadsheet calculates from what is written', () => {
    fc.assert(
      fc.property(anyFormula, anySheet, (tree, sheet) => {
        const looks = new ColumnLooks((name) => sheet.map((line) => line[NAMES.indexOf(name as never)] ?? ''));
        sheet.forEach((_, row) => {
          const theirs = calculated(tree, sheet, row);
          // Spreadsheets do not agree: a text among the numbers of MIN.
          if (theirs === undefined) return;
          expect(answered(tree, sheet, row)).toEqual(theirs);
          expect(answered(tree, sheet, row, looks)).toEqual(theirs);
        });
      }),
      { numRuns: 1500 },
    );
  });

  it('sums a product over the places of the lists inside of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 }), (a, b) => {
        const factors = [binary(list([1, 2, 3]), '*', number(a)), binary(number(b), '+', list([0.5, 0, 2]))];
        const sum = a * (b + 0.5) + 2 * a * b + 3 * a * (b + 2);
        expect(answered(call('SUMPRODUCT', ...factors), [], 0)).toBe(sum + 0);
      }),
    );
    expect(answered(call('SUMPRODUCT', binary(number(1), '/', list([1, 0]))), [], 0)).toBe('#DIV/0!');
  });
});
