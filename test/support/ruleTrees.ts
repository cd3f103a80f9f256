import fc from 'fast-check';
import { daySerial } from '../../src/engine/quantity/daySerial';
import type { Day } from '../../src/engine/quantity/day';
import { NEVER } from '../../src/engine/rule/daysBefore';
import type { Comparison, ConditionTree, NumberTree, RoundingWay } from '../../src/engine/rule/tree';
import type { RuleReading, RuleTable } from '../../src/engine/rule/truth';

const NUMBERS = ['税收', '面积', '能耗'] as const;
const DAYS = ['交地', '开工'] as const;
/** The words of 类别 look like numbers, and a sheet may hold them as such. */
export const WORDS = { 等级: ['A', 'B', 'C', 'D'], 类别: ['104', '195', '198'] } as const;
const serial = (day: string) => daySerial(day as Day);
/** Numbers and days of the made-up policy. */
export const VALUES: ReadonlyMap<string, number> = new Map([
  ['低线', 5],
  ['期限', 6],
  ['基准日', serial('2024-02-29')],
]);

/** A row of the made-up ledger; NaN and '' are missing. */
export type RuleRow = Readonly<Record<(typeof NUMBERS)[number] | (typeof DAYS)[number], number>> &
  Readonly<Record<keyof typeof WORDS, string>>;

const anyNumber = fc.constantFrom(NaN, -3, 0, 0.5, 1.25, 2, 5, 5.5, 7, 15);
const anyDay = fc.constantFrom(
  NaN,
  ...['2023-08-31', '2023-12-31', '2024-02-29', '2024-03-01', '2024-08-29', '2024-08-31'].map(serial),
  serial(NEVER),
);

/** Rows on, beside and between the lines of the trees, each reading missing now and then. */
export const anyRuleRow: fc.Arbitrary<RuleRow> = fc.record({
  税收: anyNumber,
  面积: anyNumber,
  能耗: anyNumber,
  交地: anyDay,
  开工: anyDay,
  等级: fc.constantFrom('', ...WORDS.等级),
  类别: fc.constantFrom('', ...WORDS.类别),
});

const pick = <T extends string>(...words: readonly T[]) => fc.constantFrom(...words);
const number = (value: number): NumberTree => ({ kind: 'number', value });
const field = (name: string): NumberTree => ({ kind: 'field', name });
const value = (name: string): NumberTree => ({ kind: 'value', name });
const anyOp = pick<Comparison>('<', '<=', '>', '>=', '=', '!=');

const dayPart: fc.Arbitrary<NumberTree> = fc.oneof(
  pick(...DAYS).map(field),
  fc.constant(value('基准日')),
  fc.constantFrom(serial('2024-02-29'), serial('2024-08-31')).map(number),
);
const anyPeriod = pick('年', '个月', '天');
const laterDay: fc.Arbitrary<NumberTree> = fc
  .tuple(dayPart, fc.constantFrom(number(1), number(6), value('期限')), anyPeriod, fc.boolean())
  .map(([part, by, period, isBack]) => ({ kind: 'later', part, by, period, ...(isBack ? { back: true } : {}) }));
const anyDayTree = fc.oneof({ weight: 2, arbitrary: dayPart }, laterDay);

/** Conditions and numbers of every kind there is, as a reader of rules makes them, some levels deep. */
const { condition } = fc.letrec<{ condition: ConditionTree; number: NumberTree }>((tie) => ({
  number: fc.oneof(
    { maxDepth: 2, depthIdentifier: 'numbers' },
    { weight: 4, arbitrary: pick(...NUMBERS).map(field) },
    { weight: 2, arbitrary: fc.constantFrom(-2, 0, 2, 5, 7.5).map(number) },
    { weight: 1, arbitrary: fc.constant(value('低线')) },
    fc
      .tuple(pick('+', '-', '*', '/'), tie('number'), tie('number'))
      .map(([op, left, right]): NumberTree => ({ kind: 'arithmetic', op, left, right })),
    fc
      .tuple(pick('least', 'most', 'mean'), fc.array(tie('number'), { minLength: 2, maxLength: 3 }))
      .map(([kind, parts]): NumberTree => ({ kind, parts })),
    fc.tuple(tie('number'), tie('number')).map(([part, step]): NumberTree => ({ kind: 'steps', part, step })),
    fc
      .tuple(tie('number'), fc.nat(2), pick<RoundingWay>('nearest', 'up', 'down'))
      .map(([part, decimals, way]): NumberTree => ({ kind: 'rounded', part, decimals, way })),
    fc.tuple(anyDayTree, anyDayTree).map(([later, earlier]): NumberTree => ({ kind: 'days', later, earlier })),
    fc
      .tuple(tie('condition'), tie('number'), tie('number'))
      .map(([own, then, otherwise]): NumberTree => ({ kind: 'either', condition: own, then, otherwise })),
  ),
  condition: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'conditions' },
    fc
      .tuple(anyOp, tie('number'), tie('number'))
      .map(([op, left, right]): ConditionTree => ({ kind: 'compare', op, left, right })),
    fc
      .tuple(anyOp, anyDayTree, anyDayTree)
      .map(([op, left, right]): ConditionTree => ({ kind: 'compare', op, left, right, day: true })),
    fc
      .tuple(pick('等级', '类别'), fc.boolean())
      .chain(([name, not]) =>
        fc
          .uniqueArray(pick<string>(...WORDS[name]), { minLength: 1, maxLength: 2 })
          .map((words): ConditionTree => ({ kind: 'isOneOf', field: name, words, not })),
      ),
    fc
      .tuple(pick('and', 'or'), fc.array(tie('condition'), { minLength: 2, maxLength: 3 }))
      .map(([kind, parts]): ConditionTree => ({ kind, parts })),
    tie('condition').map((part): ConditionTree => ({ kind: 'not', part })),
  ),
}));
export const anyConditionTree: fc.Arbitrary<ConditionTree> = condition;

/** Every reading's name, in the order of its bit in `missing`. */
export const READINGS = [...NUMBERS, ...DAYS, '等级', '类别'] as const;

/** The rows as the kernel reads them. */
export function ruleTable(rows: readonly RuleRow[]): RuleTable {
  const readings = READINGS.map((name, at): [string, RuleReading] => {
    const bits = (isMissing: (row: RuleRow) => boolean) =>
      Uint32Array.from(rows, (row) => (isMissing(row) ? 1 << at : 0));
    if (name === '等级' || name === '类别') {
      const words: readonly string[] = WORDS[name];
      const values = Uint16Array.from(rows, (row) => words.indexOf(row[name]) + 1);
      return [name, { values, words, missing: bits((row) => row[name] === '') }];
    }
    return [
      name,
      { values: Float64Array.from(rows, (row) => row[name]), missing: bits((row) => Number.isNaN(row[name])) },
    ];
  });
  return { rows: rows.length, readings: new Map(readings), values: VALUES };
}
