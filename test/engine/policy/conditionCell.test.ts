import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/engine/ledger/cell';
import { findPack } from '../../../src/engine/policy/packs';
import { readConditionCell, type CellProblem } from '../../../src/engine/policy/table/conditionCell';
import type { ConditionColumn } from '../../../src/engine/policy/table/conditionColumns';
import { readPolicyEdits } from '../../../src/engine/policy/table/policyEdits';
import { vocabularyOf } from '../../../src/engine/policy/vocabulary';
import type { ConditionTree } from '../../../src/engine/rule/tree';
import { TRUE } from '../../../src/engine/rule/truth';
import { truthAt } from '../../../src/engine/rule/truthAt';
import { problemText } from '../../../src/text/policyTable';

const PACK = findPack('嵊州2021');
if (!PACK) throw new Error('no pack');
const VOCABULARY = vocabularyOf(PACK);
const YIELD: ConditionColumn = { name: '亩均税收' };
const DAY: ConditionColumn = { name: '约定开工', day: true };
const GRADE: ConditionColumn = { name: '等级', words: ['A', 'B', 'C', 'D', '无'] };

const read = (cell: Cell, column = YIELD) => readConditionCell(cell, column, VOCABULARY);

function treeOf(cell: Cell, column = YIELD): ConditionTree {
  const reading = read(cell, column);
  const tree = 'problem' in reading ? undefined : reading.tree;
  if (tree) return tree;
  throw new Error(JSON.stringify(reading));
}

/** Which of these numbers a cell lets through. */
function lets(cell: Cell, numbers: readonly number[], column = YIELD): number[] {
  const tree = treeOf(cell, column);
  const missing = new Uint32Array(1);
  return numbers.filter((value) => {
    const readings = new Map([[column.name, { values: Float64Array.of(value), missing }]]);
    return truthAt(tree, { rows: 1, readings, values: new Map([['重点排查线', 5]]) }, 0) === TRUE;
  });
}

const BESIDE = [-6, -5, -4, 0, 4.99, 5, 5.01, 10, 14.99, 15, 15.01, 20];

describe('a cell of a column of numbers', () => {
  it.each<[Cell, (value: number) => boolean]>([
    ['至少5', (value) => value >= 5],
    ['至多 5', (value) => value <= 5],
    ['不超过５万元/亩', (value) => value <= 5],
    ['<=重点排查线', (value) => value <= 5],
    ['5—15', (value) => value >= 5 && value <= 15],
    ['5 至 15 万元/亩', (value) => value >= 5 && value <= 15],
    ['50000～150000元/亩', (value) => value >= 5 && value <= 15],
    ['-5--4', (value) => value >= -5 && value <= -4],
    ['（5，15］', (value) => value > 5 && value <= 15],
    ['[5,15)', (value) => value >= 5 && value < 15],
    ['[重点排查线,15)', (value) => value >= 5 && value < 15],
    ['>5且≤15', (value) => value > 5 && value <= 15],
    ['<5 或 >15', (value) => value < 5 || value > 15],
    ['5以下', (value) => value <= 5],
    ['5（不含）以下', (value) => value < 5],
    ['≠5', (value) => value !== 5],
    [5, (value) => value === 5],
    [0, (value) => value === 0],
    ['0', (value) => value === 0],
    ['-5', (value) => value === -5],
  ])('%s', (cell, holds) => {
    expect(lets(cell, BESIDE)).toEqual(BESIDE.filter(holds));
  });

  it.each<[Cell, CellProblem['code'], string]>([
    ['至5', 'notACondition', '至5'],
    ['~5', 'notACondition', '~5'],
    ['～5', 'notACondition', '～5'],
    ['5至', 'notACondition', '5至'],
    ['(5)', 'notACondition', '(5)'],
    ['5 10', 'notACondition', '5 10'],
    ['5;6', 'notACondition', '5;6'],
    ['>5 且', 'notACondition', '>5 且'],
    ['<=5 # 且 >1', 'unknownSign', '#'],
    ['15-5', 'emptyRange', '15-5'],
    ['≤5且≥10', 'emptyRange', '≤5且≥10'],
    ['(5,5]', 'emptyRange', '(5,5]'],
    ['=5且<>5', 'emptyRange', '=5且<>5'],
    ['1e999', 'notFinite', '1e999'],
    ['5%', 'wrongUnit', '5%'],
    ['5公顷', 'wrongUnit', '5公顷'],
    ['<=没有的线', 'unknownName', '没有的线'],
    ['<=等级', 'notANumber', '等级'],
    [46_152, 'looksLikeDate', '46152'],
  ])('%s is refused as %s', (cell, code, part) => {
    expect(read(cell)).toMatchObject({ problem: { code, part } });
  });

  it('a range is empty exactly where no number between its ends is let through', () => {
    const anyOp = fc.constantFrom('<', '<=', '>', '>=', '=', '<>');
    const anyBound = fc.tuple(anyOp, fc.integer({ min: 0, max: 4 }));
    const holds = (value: number, op: string, line: number) =>
      ({ '<': value < line, '<=': value <= line, '>': value > line, '>=': value >= line })[op] ??
      (value === line) === (op === '=');
    // A quarter of a number is finer than any bound here.
    const values = Array.from({ length: 25 }, (_, at) => at / 4 - 1);
    fc.assert(
      fc.property(fc.array(anyBound, { minLength: 1, maxLength: 4 }), (bounds) => {
        const some = values.some((value) => bounds.every(([op, line]) => holds(value, op, line)));
        const reading = read(bounds.map(([op, line]) => `${op}${line}`).join('且'));
        expect('problem' in reading).toBe(!some);
      }),
    );
  });

  it('100,000 digits and 5,000 minus signs are a problem of the cell', () => {
    expect(read('9'.repeat(100_000))).toMatchObject({ problem: { code: 'tooLong' } });
    expect(read(`${'-'.repeat(5000)}5`)).toMatchObject({ problem: { code: 'notACondition' } });
  });
});

describe('a cell of a column of days', () => {
  const days = [43_830, 43_831, 43_832, 44_011, 44_012, 44_013];
  it.each<[Cell, number[]]>([
    ['[2020-01-01,2020-06-30]', [43_831, 43_832, 44_011, 44_012]],
    ['(2020-01-01,2020-06-30)', [43_832, 44_011]],
    ['（2020年1月1日，2020年6月30日］', [43_832, 44_011, 44_012]],
    ['20200101-20200630', [43_831, 43_832, 44_011, 44_012]],
    ['2020-01-01至2020-06-30', [43_831, 43_832, 44_011, 44_012]],
    ['2020.1.1 ~ 2020.6.30', [43_831, 43_832, 44_011, 44_012]],
    ['不早于2020-01-01且早于2020-06-30', [43_831, 43_832, 44_011]],
    [44_012, [44_012]],
  ])('%s', (cell, through) => {
    expect(lets(cell, days, DAY)).toEqual(through);
  });

  it.each<[Cell, CellProblem['code']]>([
    ['[2020-06-30,2020-01-01]', 'emptyRange'],
    ['>2020-01-01且<2020-01-02', 'emptyRange'],
    ['<2020-02-31', 'notADay'],
    ['<5', 'notADay'],
    ['<2020年6月', 'notADay'],
  ])('%s is refused as %s', (cell, code) => {
    expect(read(cell, DAY)).toMatchObject({ problem: { code } });
  });
});

describe('a cell of a column of words', () => {
  it.each<[Cell, readonly string[], boolean]>([
    ['C;D', ['C', 'D'], false],
    ['C 或 D', ['C', 'D'], false],
    ['Ｃ、Ｄ', ['C', 'D'], false],
    ['=D', ['D'], false],
    ['非 D', ['D'], true],
    ['不是C、D', ['C', 'D'], true],
    ['≠“D”', ['D'], true],
  ])('%s', (cell, words, not) => {
    expect(treeOf(cell, GRADE)).toEqual({ kind: 'isOneOf', field: '等级', words, not });
  });

  it.each<[Cell, CellProblem['code'], string]>([
    ['E', 'unknownWord', 'E'],
    ['C D', 'unknownWord', 'D'],
    ['<D', 'notACondition', '<D'],
    ['非A;B;C;D;无', 'emptyRange', '非A;B;C;D;无'],
  ])('%s is refused as %s', (cell, code, part) => {
    expect(read(cell, GRADE)).toMatchObject({ problem: { code, part } });
  });
});

describe('a whole 判定表', () => {
  const head = ['类别', '序号', '亩均税收', '等级', '其他条件', '结论', '条款', '原文', '说明'];
  const parameters = [
    ['名称', '值'],
    ['政策', '嵊州2021'],
  ];
  const edits = (cells: readonly Cell[], options = {}) =>
    readPolicyEdits(PACK, parameters, [head, ['档位', 1, ...cells, '重点排查', '', '', '']], options);
  const conditionOf = (cells: readonly Cell[], options = {}) => {
    const read = edits(cells, options);
    return 'problems' in read ? read.problems : read.pack.tiers?.[0]?.condition;
  };

  it('a number 0 asks for 0 in a sheet; in a formula’s argument it is what a blank arrives as', () => {
    expect(conditionOf([0, '', ''])).toMatchObject({ kind: 'compare', op: '=', right: { value: 0 } });
    expect(conditionOf([0, '', ''], { zeroIsBlank: true })).toEqual({ kind: 'always' });
    expect(conditionOf(['0', '', ''], { zeroIsBlank: true })).toMatchObject({ op: '=', right: { value: 0 } });
  });

  it.each([
    ['亩均税收 <= 5 # 且 面积 >= 100', '条件里不能用“#”（第 11 个字）'],
    [`${'亩均税收 <= 5 and '.repeat(1500)}亩均税收 <= 5`, '条件太长，请拆成几行写'],
    ['等级 in {C、F}', '“F”不在可选的词里（第 10 个字），可写：A、B、C、D'],
    ['亩均税收 <=', '条件没有写完'],
  ])('what is wrong with 其他条件 is told with its row and its sign, in Chinese: %#', (other, said) => {
    const read = edits(['', '', other]);
    const [problem] = 'problems' in read ? read.problems : [];
    const text = problemText(problem, PACK);
    expect(text).toContain('判定表第 2 行');
    expect(text).toContain(said);
    expect(text.length).toBeLessThan(200);
  });

  it.each<[Cell, string]>([
    ['1e400', 'notANumber'],
    [`1${'0'.repeat(400)}`, 'notANumber'],
    ['5%', 'unitMismatch'],
    ['5公顷', 'unitMismatch'],
    ['5元', 'unitMismatch'],
    ['(5)', 'notANumber'],
    ['5 10', 'notANumber'],
    ['5\n10', 'notANumber'],
    ['约5', 'notANumber'],
    ['10²', 'notANumber'],
  ])('a value of 政策参数 that is %j is refused', (cell, code) => {
    const read = readPolicyEdits(PACK, [...parameters, ['重点排查线', cell]]);
    expect('problems' in read ? read.problems.map(({ problem }) => problem.code) : []).toEqual([code]);
  });

  it.each<[Cell, number]>([
    ['６', 6],
    ['6万元/亩', 6],
    ['60,000 元/亩', 6],
    ['零', 0],
  ])('a value of 政策参数 that is %j is %d', (cell, value) => {
    const read = readPolicyEdits(PACK, [...parameters, ['重点排查线', cell]]);
    expect('problems' in read ? read.problems : read.overlay.values.get('重点排查线')).toEqual(value);
  });
});
