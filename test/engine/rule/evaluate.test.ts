import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conditionText } from '../../../src/engine/rule/conditionText';
import { decide } from '../../../src/engine/rule/decide';
import { decidePlainly } from '../../oracles/decidePlainly';
import { BLOCK, formulaColumn } from '../../../src/engine/rule/compileNumbers';
import { ConditionCompiler, truthColumn } from '../../../src/engine/rule/compileCondition';
import { missingAt } from '../../oracles/missingAt';
import { truthIn } from '../../../src/engine/rule/packedTruth';
import { evaluate } from '../../oracles/evaluate';
import { parseFormula, parseRule } from '../../../src/engine/rule/parseRule';
import { reasonsOf } from '../../../src/engine/rule/reasons';
import { RuleError, type ConditionTree, type Vocabulary } from '../../../src/engine/rule/tree';
import { TRUE, UNKNOWN, type RuleReading, type RuleTable } from '../../../src/engine/rule/truth';
import { ruleNumberAt, truthAt } from '../../../src/engine/rule/truthAt';
import { seedOf } from '../../support/seeds';

const YES_NO = { words: ['是', '否'] };
const VOCABULARY: Vocabulary = {
  fields: new Map<string, { words?: readonly string[] }>([
    ['亩均税收', {}],
    ['税收', {}],
    ['2024年税收', {}],
    ['税收(万元)', {}],
    ['单位能耗%', {}],
    ['R&D占比', {}],
    ['符合规划', YES_NO],
    ['落后产能', YES_NO],
    ['等级', { words: ['A', 'B', 'C', 'D', '无'] }],
    ['地块类别', { words: ['104', '195', '198', '零星'] }],
  ]),
  values: new Set(['低线', '低线2']),
};

function parse(rule: string): ConditionTree {
  return parseRule(rule, VOCABULARY);
}

describe('a rule as officials write it', () => {
  it.each([
    ['落后产能 = 是', { kind: 'isOneOf', field: '落后产能', words: ['是'], not: false }],
    ['落后产能 ≠ “是”', { kind: 'isOneOf', field: '落后产能', words: ['是'], not: true }],
    ['等级 in {C, D}', { kind: 'isOneOf', field: '等级', words: ['C', 'D'], not: false }],
    ['地块类别 = 104', { kind: 'isOneOf', field: '地块类别', words: ['104'], not: false }],
    ['亩均税收 ≤ ５', compare('亩均税收', 5)],
    ['5 >= 亩均税收', { ...compare('亩均税收', 5), op: '>=', left: num(5), right: field('亩均税收') }],
    ['亩均税收 <= 低线2', { ...compare('亩均税收', 0), right: { kind: 'value', name: '低线2' } }],
    ['2024年税收 <= 5', compare('2024年税收', 5)],
    ['单位能耗% <= 5', compare('单位能耗%', 5)],
    ['税收(万元) <= 5', compare('税收(万元)', 5)],
    ['税收（万元） <= 5', compare('税收(万元)', 5)],
    ['R&D占比 <= 5', compare('R&D占比', 5)],
    ['其余', { kind: 'always' }],
  ])('%s', (rule, tree) => {
    expect(parse(rule)).toEqual(tree);
  });

  it('税收×2 is a product', () => {
    expect(parse('税收×2 <= 5')).toMatchObject({ left: { kind: 'arithmetic', op: '*', right: num(2) } });
  });

  it('and, or and not nest as written, in words or in Chinese', () => {
    const english = parse('(亩均税收 <= 5 or 等级 = D) and not (符合规划 = 否)');
    expect(parse('(亩均税收 <= 5 或 等级 = D) 且 非 (符合规划 = 否)')).toEqual(english);
    expect(english).toMatchObject({ kind: 'and', parts: [{ kind: 'or' }, { kind: 'not' }] });
  });

  it.each([
    ['等级 = E', 'unknownWord', 'E'],
    ['没有的列 <= 5', 'unknownName', '没有的列'],
    ['亩均税收', 'notACondition', '亩均税收'],
    ['亩均税收 <=', 'syntax', ''],
    ['等级 <= D', 'unsupported', '等级'],
    ['f(亩均税收) <= 5', 'unsupported', '亩均税收'],
    ['亩均税收 <= 5 and 税收', 'notACondition', '税收'],
    ['x = 5', 'unknownName', 'x'],
  ])('%s is refused as %s', (rule, code, part) => {
    const error = failure(() => parse(rule));
    expect(error).toBeInstanceOf(RuleError);
    expect(error).toMatchObject({ code, part: expect.stringContaining(part) as string });
  });
});

function failure(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
function num(value: number) {
  return { kind: 'number', value };
}
function field(name: string) {
  return { kind: 'field', name };
}
function compare(name: string, line: number) {
  return { kind: 'compare', op: '<=', left: field(name), right: num(line) };
}

const anyLeaf = fc.constantFrom(
  '亩均税收 <= 5',
  '亩均税收 > 低线',
  '税收 + 亩均税收 != 7',
  '税收 / 亩均税收 >= 2',
  '落后产能 = 是',
  '符合规划 = 否',
  '等级 in {C, D}',
  '等级 != D',
  '取小(亩均税收, 税收) <= 5',
  '取大(亩均税收, 税收, 2) > 低线',
  '平均(亩均税收, 税收) >= 5',
  '每(税收, 2) = 1',
  '如果(等级 = D, 税收, 亩均税收) < 7',
  '如果(落后产能 = 是 或 等级 = C、D, 平均(税收, 亩均税收), 1) > 2',
  '连年(等级 = D, 落后产能 = 是) >= 2',
);
const anyRule = fc.letrec<{ rule: string }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 4 },
    anyLeaf,
    fc.tuple(tie('rule'), tie('rule')).map(([a, b]) => `(${a}) and (${b})`),
    fc.tuple(tie('rule'), tie('rule')).map(([a, b]) => `(${a}) or (${b})`),
    tie('rule').map((a) => `not (${a})`),
  ),
})).rule;
const anyNumber = fc.constantFrom(NaN, -1, 0, 2, 5, 5.000000001, 7, 12);
const anyRow = fc.record({
  yields: anyNumber,
  tax: anyNumber,
  old: fc.nat(2),
  plan: fc.nat(2),
  grade: fc.nat(5),
});
type Row = typeof anyRow extends fc.Arbitrary<infer T> ? T : never;

function tableOf(rows: readonly Row[]): RuleTable {
  const numbers = (pick: (row: Row) => number, bit: number) => {
    const values = Float64Array.from(rows, pick);
    return { values, missing: Uint32Array.from(values, (value) => (Number.isNaN(value) ? bit : 0)) };
  };
  const words = (pick: (row: Row) => number, bit: number, list: readonly string[]) => {
    const values = Uint16Array.from(rows, pick);
    return { values, words: list, missing: Uint32Array.from(values, (code) => (code === 0 ? bit : 0)) };
  };
  return {
    rows: rows.length,
    readings: new Map<string, RuleReading>([
      ['亩均税收', numbers((row) => row.yields, 1)],
      ['税收', numbers((row) => row.tax, 2)],
      ['落后产能', words((row) => row.old, 4, ['是', '否'])],
      ['符合规划', words((row) => row.plan, 8, ['是', '否'])],
      ['等级', words((row) => row.grade, 16, ['A', 'B', 'C', 'D', '无'])],
    ]),
    values: new Map([['低线', 5]]),
  };
}

describe('the column kernel against the plain reading', () => {
  it('agrees on every row of any rule', () => {
    fc.assert(
      fc.property(anyRule, fc.array(anyRow, { minLength: 1, maxLength: 30 }), (rule, rows) => {
        const tree = parse(rule);
        const table = tableOf(rows);
        const plain = rows.map((_, row) => truthAt(tree, table, row));
        expect([...evaluate(tree, table).truth]).toEqual(plain);
        expect([...truthColumn(tree, table)]).toEqual(plain);
        const compiled = new ConditionCompiler(table).compile(tree);
        const words = compiled.block(0, rows.length);
        expect(rows.map((_, row) => truthIn(words, row))).toEqual(plain);
        expect(rows.map((_, row) => compiled.missing(row))).toEqual(rows.map((_, row) => missingAt(tree, table, row)));
      }),
    );
  });

  it('is written as text that reads back as the same', () => {
    const check = (rule: string): void => {
      expect(parse(conditionText(parse(rule)))).toEqual(parse(rule));
    };
    fc.assert(fc.property(anyLeaf, check));
  });

  it('a row is unknown exactly where it names a missing field, and filling those fields in decides it', () => {
    fc.assert(
      fc.property(anyRule, anyRow, (rule, row) => {
        const tree = parse(rule);
        const { truth, missing } = evaluate(tree, tableOf([row]));
        expect(truth[0] === UNKNOWN).toBe(missing[0] !== 0 || isUndefinedNumber(tree, row));
      }),
    );
  });

  it('the reasons of a true row suffice: they alone are given, and each holds', () => {
    fc.assert(
      fc.property(anyRule, anyRow, (rule, row) => {
        const tree = parse(rule);
        const table = tableOf([row]);
        const reasons = reasonsOf(tree, table, 0);
        expect(reasons.length > 0).toBe(truthAt(tree, table, 0) === TRUE);
      }),
    );
  });
});

/** 税收/亩均税收 with 亩均税收 = 0 is unknown although nothing is missing. */
function isUndefinedNumber(tree: ConditionTree, row: Row): boolean {
  return row.yields === 0 && JSON.stringify(tree).includes('"/"') && truthAt(tree, tableOf([row]), 0) === UNKNOWN;
}

describe('the block kernel of decision tables against the plain reading', () => {
  it('agrees on every row of any table, also where the rows fill more than a block', () => {
    const anyTable = fc.array(fc.tuple(anyRule, fc.nat(2)), { minLength: 1, maxLength: 6 });
    const check = (table: readonly (readonly [string, number])[], rows: readonly Row[]) => {
      const rules = table.map(([rule, outcome]) => ({ condition: parse(rule), outcome }));
      const given = tableOf(rows);
      expect(decide(rules, given)).toEqual(decidePlainly(rules, given));
    };
    fc.assert(fc.property(anyTable, fc.array(anyRow, { minLength: 1, maxLength: 30 }), check));
    const [many] = fc.sample(fc.array(anyRow, { minLength: BLOCK + 7, maxLength: BLOCK + 7 }), {
      numRuns: 1,
      seed: seedOf(5),
    });
    for (const table of fc.sample(anyTable, { numRuns: 10, seed: seedOf(6) })) check(table, many ?? []);
  });

  it('gives an official’s own indicator for every row as it is read plainly', () => {
    const formulas = ['0.5*税收/亩均税收 + 0.3*亩均税收', '-(税收 - 低线) * 2 / 亩均税收', '税收×2', '１２ ÷ 亩均税收'];
    fc.assert(
      fc.property(fc.constantFrom(...formulas), fc.array(anyRow, { minLength: 1, maxLength: 20 }), (formula, rows) => {
        const tree = parseFormula(formula, VOCABULARY);
        const table = tableOf(rows);
        expect([...formulaColumn(tree, table)]).toEqual(rows.map((_, row) => ruleNumberAt(tree, table, row)));
      }),
    );
  });
});

describe('where a rule cannot be read', () => {
  it.each([
    ['亩均税收 <= 5 and 等级 = E', 19],
    ['没有的列 <= 5', 0],
    ['（亩均税收 <= 5', 10],
    ['亩均税收 <= <= 5', 8],
    ['2024年税收 @ 3 <= 5', 8],
  ])('%s: at sign %i', (rule, at) => {
    expect(failure(() => parse(rule))).toMatchObject({ at });
  });
});

describe('a decision table', () => {
  const lines = (...rules: (readonly [string, number])[]) =>
    rules.map(([rule, outcome]) => ({ condition: parse(rule), outcome }));
  const rules = lines(['落后产能 = 是', 0], ['符合规划 = 否', 0], ['亩均税收 <= 5', 1], ['其余', 2]);
  const row = (old: number, plan: number, yields: number): Row => ({ old, plan, yields, tax: 1, grade: 1 });

  it.each<[string, Row, number, number]>([
    ['the first that holds', row(2, 1, 4), 1, 0],
    ['a possible rule above with the same outcome does not matter', row(0, 2, 4), 0, 0],
    ['a possible rule above with another outcome leaves it open', row(0, 1, 4), -1, 4],
    ['every possible rule above names its fields', row(0, 0, NaN), -1, 4 + 8 + 1],
    ['what lies below does not matter', row(1, 0, NaN), 0, 0],
  ])('%s', (_, one, outcome, missing) => {
    const decisions = decide(rules, tableOf([one]));
    expect([decisions.outcome[0], decisions.missing[0]]).toEqual([outcome, missing]);
  });
});
