import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRule } from '../../../src/engine/rule/parseRule';
import { RuleError, type ConditionTree, type Vocabulary } from '../../../src/engine/rule/tree';
import { FALSE, TRUE, UNKNOWN, type RuleReading, type RuleTable } from '../../../src/engine/rule/truth';
import { truthAt } from '../../../src/engine/rule/truthAt';
import { ruleTroubleText } from '../../../src/text/ruleTroubles';
import { anyCondition, anyPlainRow, GRADES, LINES, type Answer, type PlainRow } from '../../support/writtenConditions';

const YES_NO = ['是', '否'];
const VOCABULARY: Vocabulary = {
  fields: new Map([
    ...['税收', '面积', '亩均税收', '非税收入', '在建面积', '2024年税收'].map((name) => [name, {}] as const),
    ['等级', { words: GRADES }],
    ['落后产能', { words: YES_NO }],
    ['行业', { words: ['化工', '化工且印染', '其他'] }],
    ['约定开工', { day: true }],
    ['建筑密度', {}],
    ['建筑面积', {}],
  ]),
  values: new Set(Object.keys(LINES)),
  measures: new Map([
    ['税收', { measure: 'money' }],
    ['面积', { measure: 'area' }],
    ['亩均税收', { measure: 'perMu' }],
    ['建筑密度', { measure: 'percent' }],
    ['建筑面积', { measure: 'floor' }],
  ]),
};

function tableOf(row: PlainRow): RuleTable {
  const number = (value: number): RuleReading => ({ values: Float64Array.of(value), missing: Uint32Array.of(1) });
  const word = (value: string, words: readonly string[]): RuleReading => ({
    values: Uint16Array.of(words.indexOf(value) + 1),
    words,
    missing: Uint32Array.of(1),
  });
  return {
    rows: 1,
    readings: new Map<string, RuleReading>([
      ['税收', number(row.税收)],
      ['面积', number(row.面积)],
      ['亩均税收', number(row.亩均税收)],
      ['约定开工', number(row.约定开工)],
      ['等级', word(row.等级, GRADES)],
      ['落后产能', word(row.落后产能, YES_NO)],
    ]),
    values: new Map(Object.entries(LINES)),
  };
}

const truthOf = (answer: Answer): number => (answer === undefined ? UNKNOWN : answer ? TRUE : FALSE);

function refusal(rule: string): RuleError {
  try {
    const tree: ConditionTree = parseRule(rule, VOCABULARY);
    throw new Error(`read as ${JSON.stringify(tree)}`);
  } catch (error) {
    if (error instanceof RuleError) return error;
    throw error;
  }
}

describe('a condition as people write it', () => {
  it('means what its writer means, whatever its blanks, signs, widths, units and cases', () => {
    fc.assert(
      fc.property(anyCondition, fc.array(anyPlainRow, { minLength: 1, maxLength: 8 }), ({ text, meaning }, rows) => {
        const tree = parseRule(text, VOCABULARY);
        for (const row of rows) expect([text, truthAt(tree, tableOf(row), 0)]).toEqual([text, truthOf(meaning(row))]);
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ['非税收入 > 5', '(非税收入 > 5)'],
    ['亩均税收 > 5 或在建面积 > 3', '亩均税收 > 5 or 在建面积 > 3'],
    ['行业=化工且印染且税收>5', '行业 = 化工且印染 and 税收 > 5'],
    ['2024年税收不低于5且2024年税收低于 9', '2024年税收 >= 5 and 2024年税收 < 9'],
    ['建筑密度 < 30%', '建筑密度 < 0.3'],
    ['建筑面积 >= 1.5万㎡', '建筑面积 >= 15000'],
    ['亩均税收 5 (不含)以下', '亩均税收 < 5'],
    ['税收/面积 < 50000元/亩', '税收/面积 < 5'],
    ['  其他 ', '其余'],
  ])('%s is %s', (written, same) => {
    expect(parseRule(written, VOCABULARY)).toEqual(parseRule(same, VOCABULARY));
  });
});

describe('whatever it does not know it refuses with its place', () => {
  it.each<[string, RuleError['code'], string, number]>([
    ['亩均税收 <= 5 # 且 面积 >= 100', 'unknownSign', '#', 10],
    ['亩均税收 <= 5；面积 >= 100', 'syntax', '；', 9],
    ['亩均税收 <= 1e999', 'notFinite', '1e999', 8],
    ['亩均税收 <= Infinity', 'unknownName', 'Infinity', 8],
    ['NaN <= 税收', 'unknownName', 'NaN', 0],
    ['亩均税收 > 0/0', 'notFinite', '0/0', 7],
    ['亩均税收 > 税收/(1-1)', 'notFinite', '税收/(1-1', 7],
    ['亩均税收 10² 以下', 'syntax', '10²', 5],
    ['亩均税收 <= ②', 'unknownName', '②', 8],
    ['税收 2 <= 5', 'syntax', '2', 3],
    ['税收(2) <= 5', 'syntax', '(', 2],
    ['亩均税收增长率 < 5', 'unknownName', '亩均税收增长率', 0],
    ['落后产能 = 是的', 'unknownWord', '是的', 7],
    ['等级 in {C、E、D}', 'unknownWord', 'E', 9],
    ['等级 in {C、D', 'syntax', '', 10],
    ['亩均税收 < 5%', 'wrongUnit', '5%', 7],
    ['面积 > 5 万元', 'wrongUnit', '5 万元', 5],
    ['约定开工 > 2020-02-31', 'notADay', '2020-02-31', 7],
    ['约定开工 > 2020年6月', 'notADay', '2020年6月', 7],
    ['5 < 亩均税收 > 15', 'unsupported', '5 < 亩均税收 > 15', 0],
    ['f(亩均税收) <= 5', 'unsupported', 'f(亩均税收)', 0],
    ['亩均税收 <= 5)', 'syntax', ')', 9],
    ['and 亩均税收 <= 5', 'syntax', 'and', 0],
    ['亩均税收 <= 5 且', 'syntax', '', 11],
    ['税收 ^ 2 < 5', 'unknownSign', '^', 3],
    ['', 'syntax', '', 0],
  ])('%s', (rule, code, part, at) => {
    const { at: place, ...error } = refusal(rule);
    expect({ code: error.code, part: error.part, at: place }).toEqual({ code, part, at });
    expect(part === '' ? '' : rule.slice(at, at + part.length)).toBe(part);
  });

  it.each([
    ['1,500 ands', '亩均税收 <= 5 and '.repeat(1500) + '亩均税收 <= 5', 'tooLong'],
    ['700 ands without blanks', '税收>5且'.repeat(700) + '税收>5', 'tooLong'],
    ['5,000 minus signs', `亩均税收 > ${'-'.repeat(5000)}5`, 'tooDeep'],
    ['5,000 brackets', `${'('.repeat(4000)}亩均税收>5${')'.repeat(4000)}`, 'tooDeep'],
    ['5,000 nots', `${'非'.repeat(5000)}亩均税收>5`, 'tooDeep'],
    ['100,000 digits', `亩均税收 > ${'9'.repeat(100_000)}`, 'tooLong'],
    ['8,000 digits', `亩均税收 > ${'9'.repeat(8000)}`, 'notFinite'],
    ['20,000 sums', `亩均税收 > 1${'+1'.repeat(20_000)}`, 'tooLong'],
  ])('%s are a problem and no exception of another kind', (_, rule, code) => {
    expect(refusal(rule).code).toBe(code);
  });

  it('any text at all is read or refused, in Chinese, with a place inside of it', () => {
    const pieces = fc.constantFrom(
      ...'亩均税收 等级 落后产能 约定开工 低线 5 1e3 2020-06-30 是 C D 且 或 非 and NOT in { } ( ) [ ] < <= = != ≥ 以下 及以上 在 + - * / 、 ， ; # ^ % 万元/亩 公顷 " “ ” ~ 至 甲 f ② \u{20000}'.split(
        ' ',
      ),
      ' ',
    );
    const anyText = fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ maxLength: 20 })), (rule) => {
        try {
          expect(parseRule(rule, VOCABULARY).kind).toMatch(/^(?:always|and|or|not|compare|isOneOf)$/);
        } catch (error) {
          if (!(error instanceof RuleError)) throw error;
          expect(error.at).toBeGreaterThanOrEqual(0);
          expect(error.at).toBeLessThanOrEqual(rule.length);
          expect(rule.startsWith(error.part, error.at) || error.code === 'tooLong').toBe(true);
          const said = ruleTroubleText({ code: error.code, part: '', at: error.at, expected: [] }, 'zh-CN');
          expect(said).not.toMatch(/[a-zA-Z]/);
        }
      }),
      { numRuns: 3000 },
    );
  });
});
