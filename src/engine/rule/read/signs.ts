import type { Arithmetic, Comparison } from '../tree';
import { Longest } from './longest';

/** What stands between the sides of a condition, or around them. `at` is the 在 of 在 5 以下, `full` the 满 of 满 3 年. */
export type Sign =
  Comparison | Arithmetic | 'and' | 'or' | 'not' | 'in' | 'notIn' | 'at' | 'full' | 'notFull' | '(' | ')';

const SPELLINGS: Readonly<Record<Sign, string>> = {
  '=': '= == 等于 为',
  '!=': '!= <> ≠ 不等于 不为 不是',
  '<': '< 低于 小于 少于 不足 不到 早于',
  '<=': '<= ≤ ⩽ ≦ 不超过 不高于 不大于 不多于 至多 最多 不晚于',
  '>': '> 高于 大于 多于 超过 晚于',
  '>=': '>= ≥ ⩾ ≧ 不低于 不小于 不少于 至少 最少 不早于',
  '+': '+',
  '-': '- −',
  '*': '* × ·',
  '/': '/ ÷',
  and: 'and 且 并且 而且 & &&',
  or: 'or 或 或者 ||',
  not: 'not 非 并非 !',
  in: 'in 属于',
  notIn: '不属于',
  at: '在',
  full: '满 已满',
  notFull: '不满 未满',
  '(': '(',
  ')': ')',
};

/** Every sign in all its spellings, the Latin ones in small letters. */
export const SIGNS: Longest<Sign> = new Longest(
  (Object.keys(SPELLINGS) as Sign[]).flatMap((sign) => SPELLINGS[sign].split(' ').map((text) => [text, sign] as const)),
);

/** A bound in words behind its number: 5以下, 5及以下. `worded` leaves it to the policy whether the number is included. */
export interface Bound {
  readonly op: Comparison;
  readonly worded: boolean;
}

const BOUND_SPELLINGS: readonly (readonly [string, Bound])[] = [
  ['以下', { op: '<=', worded: true }],
  ['以上', { op: '>=', worded: true }],
  ...['及以下', '(含)以下', '以下(含)', '以内'].map((text) => [text, { op: '<=', worded: false }] as const),
  ...['及以上', '(含)以上', '以上(含)'].map((text) => [text, { op: '>=', worded: false }] as const),
  ...['(不含)以下', '以下(不含)'].map((text) => [text, { op: '<', worded: false }] as const),
  ...['(不含)以上', '以上(不含)'].map((text) => [text, { op: '>', worded: false }] as const),
];

/** Every bound in words. */
export const BOUNDS: Longest<Bound> = new Longest(BOUND_SPELLINGS);

/** The comparison of a bound in words: without the number where the policy's 以下 and 以上 leave it out. */
export function boundSign({ op, worded }: Bound, includesLine: boolean): Comparison {
  return worded && !includesLine ? (op.charAt(0) as Comparison) : op;
}
