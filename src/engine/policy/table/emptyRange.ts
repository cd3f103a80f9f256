import type { Comparison, ConditionTree } from '../../rule/tree';

type Compare = ConditionTree & { readonly kind: 'compare' };
type Bound = readonly [op: Comparison, line: number];

const HOLDS: Readonly<Record<Comparison, (value: number, line: number) => boolean>> = {
  '=': (value, line) => value === line,
  '!=': (value, line) => value !== line,
  '<': (value, line) => value < line,
  '<=': (value, line) => value <= line,
  '>': (value, line) => value > line,
  '>=': (value, line) => value >= line,
};

/**
 * Whether no value at all satisfies these comparisons of one reading: 15-5, or ≤5 且 ≥10. Lines by name may be any number.
 * It is enough to try the lines themselves and one value on every side of each.
 */
export function isEmptyRange(parts: readonly Compare[]): boolean {
  const bounds = parts.flatMap(({ op, right }): Bound[] => (right.kind === 'number' ? [[op, right.value]] : []));
  const lines = [...new Set(bounds.map(([, line]) => line))].sort((a, b) => a - b);
  const isDay = parts.some(({ day }) => day);
  const between = (line: number, next: number) => (isDay ? [line - 1, line, line + 1] : [line, (line + next) / 2]);
  const tried = lines.flatMap((line, at) => between(line, lines[at + 1] ?? line + 2));
  const values = [(lines[0] ?? 0) - 1, ...tried];
  return !values.some((value) => bounds.every(([op, line]) => HOLDS[op](value, line)));
}
