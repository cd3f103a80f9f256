import { describe, expect, it } from 'vitest';
import { dayOfSerial, type Day } from '../../../src/engine/quantity/day';
import { daySerial } from '../../../src/engine/quantity/daySerial';
import { conditionText } from '../../../src/engine/rule/conditionText';
import { dayLater } from '../../../src/engine/rule/daysBefore';
import { parseRule } from '../../../src/engine/rule/parseRule';
import { parseWithMathjs } from '../../../src/engine/rule/read/mathParser';
import type { RuleTable } from '../../../src/engine/rule/truth';
import { truthAt } from '../../../src/engine/rule/truthAt';

parseWithMathjs();

const vocabulary = {
  fields: new Map<string, { words?: readonly string[]; day?: boolean }>([
    ['交地', { day: true }],
    ['开工', { day: true }],
    ['基准日', { day: true }],
    ['税收', {}],
  ]),
  values: new Set(['期限']),
};
const serial = (day: string) => (day === '' ? NaN : daySerial(day as Day));
const NEVER = serial('9999-12-31');

function answer(rule: string, from: string, start: string): number {
  const reading = (day: string) => ({
    values: Float64Array.of(serial(day)),
    missing: Uint32Array.of(day === '' ? 1 : 0),
  });
  const table: RuleTable = {
    rows: 1,
    readings: new Map([
      ['交地', reading(from)],
      ['开工', reading(start)],
    ]),
    values: new Map([
      ['期限', 6],
      ['基准日', serial('2026-06-30')],
    ]),
  };
  return truthAt(parseRule(rule, vocabulary), table, 0);
}

describe('a day so long after another', () => {
  it.each([
    ['2025-01-31', 1, '个月', '2025-02-28'],
    ['2024-01-31', 1, '个月', '2024-02-29'],
    ['2024-02-29', 1, '年', '2025-02-28'],
    ['2025-08-31', 6, '个月', '2026-02-28'],
    ['2025-12-31', 30, '天', '2026-01-30'],
    ['2026-03-31', -1, '个月', '2026-02-28'],
    ['2025-11-15', 26, '个月', '2028-01-15'],
  ] as const)('%s %i %s', (from, amount, period, to) => {
    expect(dayOfSerial(dayLater(serial(from), amount, period))).toBe(to);
  });

  it('that never comes stays one', () => {
    expect(dayLater(NEVER, 6, '个月')).toBe(NEVER);
    expect(dayLater(NaN, 6, '个月')).toBeNaN();
  });

  it.each([
    ['开工 <= 交地 + 6 个月', '2025-08-31', '2026-02-28', 2],
    ['开工 <= 交地 + 6个月', '2025-08-31', '2026-03-01', 0],
    ['开工 <= 交地 + 期限 个月', '2025-08-30', '2026-02-28', 2],
    ['开工 > 交地 + 1 年', '2024-02-29', '2025-03-01', 2],
    ['开工 不晚于 交地 + 30日', '2025-12-31', '2026-01-30', 2],
    ['开工 <= 交地 + 1 年 + 6 个月', '2024-01-01', '2025-07-01', 2],
    ['开工 > 交地 - 30 天', '2025-12-31', '2025-12-01', 0],
    ['交地 < 基准日 + 3 年', '2029-06-29', '', 2],
    ['交地 < 基准日 + 3 年', '2029-06-30', '', 0],
    ['开工 <= 交地 + 6 个月', '', '2026-02-28', 1],
  ])('%s', (rule, from, start, expected) => {
    expect(answer(rule, from, start)).toBe(expected);
    const tree = parseRule(rule, vocabulary);
    expect(parseRule(conditionText(tree), vocabulary)).toEqual(tree);
  });

  it.each([
    '税收 + 6 个月 > 5',
    '开工 <= 交地 + 税收 个月',
    '开工 <= 交地 * 6',
    '开工 <= 6 个月',
    '开工 不超过 交地 满 6 个月',
  ])('%s is refused', (rule) => {
    expect(() => parseRule(rule, vocabulary)).toThrow();
  });
});
