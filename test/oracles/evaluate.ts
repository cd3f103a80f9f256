import { compareColumns, type Numbers, type TruthColumn } from './compareColumns';
import { dayLater } from '../../src/engine/rule/daysBefore';
import { byBranches } from '../../src/engine/rule/branches';
import type { ConditionTree, NumberTree } from '../../src/engine/rule/tree';
import { fieldsOfCondition } from '../../src/engine/rule/treeParts';
import { FALSE, TRUE, UNKNOWN, type RuleReading, type RuleTable } from '../../src/engine/rule/truth';

/** A third reading of a rule, column by column: its truth for every row at once, unknown where what it needs is missing. */
export function evaluate(tree: ConditionTree, table: RuleTable): TruthColumn {
  switch (tree.kind) {
    case 'always':
      return { truth: new Uint8Array(table.rows).fill(TRUE), missing: new Uint32Array(table.rows) };
    case 'and':
    case 'or':
      return join(
        tree.kind,
        tree.parts.map((part) => evaluate(part, table)),
      );
    case 'not':
      return negate(evaluate(tree.part, table));
    case 'isOneOf':
      return membership(tree, readingOf(table, tree.field));
    case 'compare': {
      const branches = byBranches(tree);
      if (branches) return evaluate(branches, table);
      return compareColumns(tree.op, numbers(tree.left, table), numbers(tree.right, table), table.rows);
    }
  }
}

function readingOf(table: RuleTable, name: string): RuleReading {
  const reading = table.readings.get(name);
  if (!reading) throw new Error(`no reading for "${name}"`);
  return reading;
}

function join(kind: 'and' | 'or', parts: readonly TruthColumn[]): TruthColumn {
  const [first, ...rest] = parts;
  if (!first) throw new Error('a condition without parts');
  return rest.reduce((left, right) => joinTwo(kind, left, right), first);
}

/** Unknown rows keep the missing fields of their unknown sides; decided rows need nothing. */
function joinTwo(kind: 'and' | 'or', left: TruthColumn, right: TruthColumn): TruthColumn {
  const { truth, missing } = left;
  for (let row = 0; row < truth.length; row++) {
    const a = truth[row] ?? UNKNOWN;
    const b = right.truth[row] ?? UNKNOWN;
    const both = kind === 'and' ? Math.min(a, b) : Math.max(a, b);
    truth[row] = both;
    missing[row] = both === UNKNOWN ? (missing[row] ?? 0) | (right.missing[row] ?? 0) : 0;
  }
  return left;
}

function negate(column: TruthColumn): TruthColumn {
  const { truth } = column;
  for (let row = 0; row < truth.length; row++) truth[row] = TRUE - (truth[row] ?? UNKNOWN);
  return column;
}

function membership(tree: ConditionTree & { kind: 'isOneOf' }, reading: RuleReading): TruthColumn {
  const words = reading.words ?? [];
  const wanted = new Uint8Array(words.length + 1);
  words.forEach((word, index) => (wanted[index + 1] = tree.words.includes(word) === tree.not ? FALSE : TRUE));
  const truth = new Uint8Array(reading.values.length);
  const missing = new Uint32Array(reading.values.length);
  for (let row = 0; row < truth.length; row++) {
    const code = reading.values[row] ?? 0;
    truth[row] = code === 0 ? UNKNOWN : (wanted[code] ?? FALSE);
    if (code === 0) missing[row] = reading.missing[row] ?? 0;
  }
  return { truth, missing };
}

/** The numbers of a part of a rule for every row; a number alone where it is the same in all. */
export function numbers(tree: NumberTree, table: RuleTable): Numbers {
  switch (tree.kind) {
    case 'field':
      return readingOf(table, tree.name);
    case 'number':
      return tree.value;
    case 'value':
      return table.values.get(tree.name) ?? NaN;
    case 'arithmetic':
      return arithmetic(tree, table);
    case 'steps':
      return joined([tree.part, tree.step], table, ([a = NaN, b = NaN]) =>
        b === 0 ? NaN : Math.max(0, Math.floor(withoutNoise(a / b))),
      );
    case 'rounded':
      return joined([tree.part], table, ([a = NaN]) => toDecimals(a, tree.decimals, tree.way));
    case 'days':
      return joined([tree.later, tree.earlier], table, ([a = NaN, b = NaN]) => a - b);
    case 'later':
      return joined([tree.part, tree.by], table, ([day = NaN, by = NaN]) =>
        dayLater(day, tree.back ? -by : by, tree.period),
      );
    case 'mean':
      return joined(tree.parts, table, (all) => {
        const there = all.filter((one) => one === one);
        return there.length === 0 ? NaN : there.reduce((a, b) => a + b) / there.length;
      });
    case 'least':
    case 'most':
      return joined(tree.parts, table, (all) => {
        const sorted = all.toSorted((a, b) => a - b);
        if (all.some(Number.isNaN)) return NaN;
        return (tree.kind === 'least' ? sorted[0] : sorted.at(-1)) ?? NaN;
      });
    case 'either': {
      const { truth, missing } = evaluate(tree.condition, table);
      const chosen = joined([tree.then, tree.otherwise], table, ([yes = NaN, no = NaN], row) =>
        truth[row] === UNKNOWN ? (yes === no ? yes : NaN) : truth[row] === TRUE ? yes : no,
      );
      const asked = fieldsOfCondition(tree.condition);
      const all = missing.map((_, row) => asked.reduce((bits, name) => bits | bitAt(table, name, row), 0));
      return { ...chosen, missing: chosen.missing.map((bits, row) => bits | (all[row] ?? 0)) };
    }
  }
}

function bitAt(table: RuleTable, name: string, row: number): number {
  return table.readings.get(name)?.missing[row] ?? 0;
}

/** Several parts, row by row; what any of them lacks is lacking. */
function joined(
  parts: readonly NumberTree[],
  table: RuleTable,
  of: (numbers: readonly number[], row: number) => number,
): { values: Float64Array; missing: Uint32Array } {
  const columns = parts.map((part) => numbers(part, table));
  const values = new Float64Array(table.rows);
  const missing = new Uint32Array(table.rows);
  for (let row = 0; row < table.rows; row++) {
    const own = columns.map((column) => valueAt(column, row));
    values[row] = of(own, row);
    missing[row] = columns.reduce<number>((bits, column) => bits | missingAt(column, row), 0);
  }
  return { values, missing };
}

/** Division by zero is missing, not infinite: an area of 0 says nothing about the yield. */
function arithmetic(tree: NumberTree & { kind: 'arithmetic' }, table: RuleTable): Numbers {
  const left = numbers(tree.left, table);
  const right = numbers(tree.right, table);
  const values = new Float64Array(table.rows);
  const missing = new Uint32Array(table.rows);
  for (let row = 0; row < table.rows; row++) {
    values[row] = calculate(tree.op, valueAt(left, row), valueAt(right, row));
    missing[row] = missingAt(left, row) | missingAt(right, row);
  }
  return { values, missing };
}

function valueAt(side: Numbers, row: number): number {
  return typeof side === 'number' ? side : (side.values[row] ?? NaN);
}

function missingAt(side: Numbers, row: number): number {
  return typeof side === 'number' ? 0 : (side.missing[row] ?? 0);
}

function calculate(op: string, a: number, b: number): number {
  if (op === '+') return a + b;
  if (op === '-') return a - b;
  if (op === '*') return a * b;
  return b === 0 ? NaN : a / b;
}

/** By its digits: so many decimals and a bit more for what is left over. */
export function toDecimals(value: number, decimals: number, way: 'nearest' | 'up' | 'down'): number {
  if (Number.isNaN(value)) return NaN;
  const scale = 10 ** decimals;
  const exact = withoutNoise(Math.abs(value) * scale);
  const whole = Math.trunc(exact);
  const over = exact - whole;
  const more = way === 'up' ? over > 0 : way === 'nearest' && over >= 0.5;
  return ((value < 0 ? -1 : 1) * (more ? whole + 1 : whole)) / scale;
}

/** To the digits that a double holds for sure, and to nine decimals at most. */
export function withoutNoise(value: number): number {
  if (!Number.isFinite(value)) return value;
  if (Math.abs(value) < 1000) return Number(value.toFixed(9));
  const near = Number(value.toPrecision(12));
  return Math.abs(value - near) <= 1e-12 * Math.abs(value) ? near : value;
}
