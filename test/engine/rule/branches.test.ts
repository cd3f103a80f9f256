import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConditionCompiler } from '../../../src/engine/rule/compileCondition';
import { truthIn } from '../../../src/engine/rule/packedTruth';
import { parseRule } from '../../../src/engine/rule/parseRule';
import { parseWithMathjs } from '../../../src/engine/rule/read/mathParser';
import { reasonsOf } from '../../../src/engine/rule/reasons';
import { FALSE, TRUE, UNKNOWN, type RuleReading, type RuleTable } from '../../../src/engine/rule/truth';
import { truthAt } from '../../../src/engine/rule/truthAt';

parseWithMathjs();

const WORDS = ['化工', '纺织', '其他'];
const vocabulary = {
  fields: new Map([
    ['行业', { words: WORDS }],
    ['规模', { words: ['规上', '规下'] }],
    ['容积率', {}],
    ['税收', {}],
  ]),
  values: new Set<string>(),
};
type Row = { readonly industry: number; readonly scale: number; readonly ratio: number; readonly tax: number };

function tableOf({ industry, scale, ratio, tax }: Row): RuleTable {
  const word = (code: number, words: readonly string[], bit: number) => ({
    ...{ values: Uint16Array.of(code), words, missing: Uint32Array.of(code === 0 ? bit : 0) },
  });
  const number = (value: number, bit: number) => ({
    ...{ values: Float64Array.of(value), missing: Uint32Array.of(Number.isNaN(value) ? bit : 0) },
  });
  return {
    rows: 1,
    readings: new Map<string, RuleReading>([
      ['行业', word(industry, WORDS, 1)],
      ['规模', word(scale, ['规上', '规下'], 2)],
      ['容积率', number(ratio, 4)],
      ['税收', number(tax, 8)],
    ]),
    values: new Map(),
  };
}

const row = (own: Partial<Row>): Row => ({ industry: 0, scale: 0, ratio: NaN, tax: NaN, ...own });
const read = (rule: string) => parseRule(rule, vocabulary);
const truth = (rule: string, own: Partial<Row>) => truthAt(read(rule), tableOf(row(own)), 0);

const LINE = '容积率 < 如果(行业 = 化工, 0.6, 1)';

describe('a choice that cannot be told', () => {
  it('is of no matter where its sides agree', () => {
    expect(truth(LINE, { ratio: 0.5 })).toBe(TRUE);
    expect(truth(LINE, { ratio: 1 })).toBe(FALSE);
    expect(truth(LINE, { ratio: 0.8 })).toBe(UNKNOWN);
    expect(truth('税收 > 如果(行业 = 化工, 5, 5)', { tax: 6 })).toBe(TRUE);
    expect(truth('平均(税收, 如果(行业 = 化工, 5, 5)) > 5', { tax: 6 })).toBe(TRUE);
    expect(truth('连年(行业 = 化工, 规模 = 规下) >= 2', { scale: 1 })).toBe(FALSE);
  });

  it('gives both sides as the reason', () => {
    const reasons = reasonsOf(read(LINE), tableOf(row({ ratio: 0.5 })), 0);
    expect(reasons).toMatchObject([
      { name: '容积率', value: 0.5, line: 0.6 },
      { name: '容积率', value: 0.5, line: 1 },
    ]);
  });
});

/** How a document counts: so many of several circumstances. */
const COUNTED = '如果(行业 = 化工, 1, 0) + 如果(规模 = 规上, 1, 0) + 如果(容积率 < 1, 1, 0) + 如果(税收 < 2, 1, 0)';

const choices = fc.constantFrom(
  LINE,
  `${COUNTED} >= 2`,
  `10 - 2 * (${COUNTED}) < 5`,
  `取小(3, ${COUNTED}) * -1 <= -3`,
  `(${COUNTED}) / 2 > 如果(税收 > 1, 1, 0.5)`,
  `${COUNTED} = 2`,
  '容积率 * 2 >= 如果(行业 = 化工, 1, 如果(规模 = 规上, 2, 3)) + 1',
  '如果(行业 in {化工, 纺织}, 税收, 2) > 如果(规模 = 规上, 1, 3)',
  '取大(税收, 如果(规模 = 规上, 2, 5)) <= 3',
  '每(税收, 如果(规模 = 规上, 1, 2)) = 1',
  '连年(行业 = 化工, 规模 = 规下, 税收 > 2) >= 2',
  '非 (如果(容积率 < 1, 税收, 5) > 4)',
);
const number = fc.constantFrom(NaN, 0, 0.5, 0.6, 1, 2, 3, 5);
const anyRow = fc.record({ industry: fc.nat(3), scale: fc.nat(2), ratio: number, tax: number });
const NUMBERS = [-1, 0, 0.5, 0.6, 0.8, 1, 2, 2.5, 3, 5, 9];

/** Every way to fill in what is missing. */
function filled(own: Row): Row[] {
  const given = (value: number, all: readonly number[]) => (value === 0 || Number.isNaN(value) ? all : [value]);
  const numbers = (value: number) => (Number.isNaN(value) ? NUMBERS : [value]);
  return given(own.industry, [1, 2, 3]).flatMap((industry) =>
    given(own.scale, [1, 2]).flatMap((scale) =>
      numbers(own.ratio).flatMap((ratio) => numbers(own.tax).map((tax) => ({ industry, scale, ratio, tax }))),
    ),
  );
}

describe('conditions with choices', () => {
  it('answer only what holds whatever is filled in', () => {
    fc.assert(
      fc.property(choices, anyRow, (rule, own) => {
        const tree = read(rule);
        const answer = truthAt(tree, tableOf(own), 0);
        if (answer === UNKNOWN) return;
        for (const whole of filled(own)) expect(truthAt(tree, tableOf(whole), 0)).toBe(answer);
      }),
      { numRuns: 500 },
    );
  });

  it('answer all that does, where every name stands once', () => {
    fc.assert(
      fc.property(fc.constantFrom(LINE, '取大(税收, 如果(规模 = 规上, 2, 5)) <= 3'), anyRow, (rule, own) => {
        const tree = read(rule);
        if (rule === LINE ? Number.isNaN(own.ratio) : Number.isNaN(own.tax)) return;
        const answers = new Set(filled(own).map((whole) => truthAt(tree, tableOf(whole), 0)));
        expect(truthAt(tree, tableOf(own), 0)).toBe(answers.size === 1 ? [...answers][0] : UNKNOWN);
      }),
    );
  });

  it('count so many of several circumstances as soon as those that are known settle it', () => {
    expect(truth(`${COUNTED} >= 2`, { industry: 1, scale: 1 })).toBe(TRUE);
    expect(truth(`${COUNTED} >= 2`, { industry: 2, scale: 2, ratio: 2 })).toBe(FALSE);
    expect(truth(`${COUNTED} >= 2`, { industry: 1, scale: 2, ratio: 2 })).toBe(UNKNOWN);
    const rules = fc.constantFrom(`${COUNTED} >= 2`, `10 - 2 * (${COUNTED}) < 5`, `${COUNTED} > 3`);
    fc.assert(
      fc.property(rules, anyRow, (rule, own) => {
        const tree = read(rule);
        const answers = new Set(filled(own).map((whole) => truthAt(tree, tableOf(whole), 0)));
        expect(truthAt(tree, tableOf(own), 0)).toBe(answers.size === 1 ? [...answers][0] : UNKNOWN);
      }),
    );
  });

  it('give both ends of a count as the reason', () => {
    const reasons = reasonsOf(read(`${COUNTED} >= 2`), tableOf(row({ industry: 1, scale: 1, ratio: 2 })), 0);
    expect(reasons).toMatchObject([
      { value: 2, op: '>=', line: 2 },
      { value: 3, op: '>=', line: 2 },
    ]);
  });

  it('are the same for the kernel, which names what leaves them open', () => {
    fc.assert(
      fc.property(choices, anyRow, (rule, own) => {
        const tree = read(rule);
        const table = tableOf(own);
        const compiled = new ConditionCompiler(table).compile(tree);
        const answer = truthIn(compiled.block(0, 1), 0);
        expect(answer).toBe(truthAt(tree, table, 0));
        expect(compiled.missing(0) !== 0).toBe(answer === UNKNOWN);
      }),
    );
  });
});
