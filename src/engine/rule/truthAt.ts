import { rounded, wholeBelow } from '../quantity/rounded';
import { byBranches } from './branches';
import { dayLater } from './daysBefore';
import type { Comparison, ConditionTree, NumberTree } from './tree';
import { FALSE, TRUE, UNKNOWN, type RuleTable } from './truth';

/**
 * A condition's truth for one row, read straight from the tree: the plain form beside `compileCondition`, which does whole columns
 * and is tested against this one. Used for explaining a single row.
 */
export function truthAt(tree: ConditionTree, table: RuleTable, row: number): number {
  switch (tree.kind) {
    case 'always':
      return TRUE;
    case 'and':
      return tree.parts.reduce((least, part) => Math.min(least, truthAt(part, table, row)), Infinity);
    case 'or':
      return tree.parts.reduce((most, part) => Math.max(most, truthAt(part, table, row)), -Infinity);
    case 'not':
      return TRUE - truthAt(tree.part, table, row);
    case 'isOneOf': {
      const word = wordIn(table, tree.field, row);
      if (word === undefined) return UNKNOWN;
      return tree.words.includes(word) === tree.not ? FALSE : TRUE;
    }
    case 'compare': {
      const branches = byBranches(tree);
      if (branches) return truthAt(branches, table, row);
      return comparison(tree.op, ruleNumberAt(tree.left, table, row), ruleNumberAt(tree.right, table, row));
    }
  }
}

/** The word a row has in a choice or yes/no reading; '' for a blank that means neither, undefined where missing. */
export function wordIn(table: RuleTable, name: string, row: number): string | undefined {
  const reading = table.readings.get(name);
  return reading?.words?.[(reading.values[row] ?? 0) - 1];
}

/** A number-valued part of a rule for one row; NaN where missing. */
export function ruleNumberAt(tree: NumberTree, table: RuleTable, row: number): number {
  switch (tree.kind) {
    case 'number':
      return tree.value;
    case 'value':
      return table.values.get(tree.name) ?? NaN;
    case 'field':
      return table.readings.get(tree.name)?.values[row] ?? NaN;
    case 'arithmetic':
      return arithmeticOf(tree.op, ruleNumberAt(tree.left, table, row), ruleNumberAt(tree.right, table, row));
    case 'steps':
      return stepsIn(ruleNumberAt(tree.part, table, row), ruleNumberAt(tree.step, table, row));
    case 'rounded':
      return rounded(ruleNumberAt(tree.part, table, row), tree);
    case 'days':
      return ruleNumberAt(tree.later, table, row) - ruleNumberAt(tree.earlier, table, row);
    case 'later': {
      const by = ruleNumberAt(tree.by, table, row);
      return dayLater(ruleNumberAt(tree.part, table, row), tree.back ? -by : by, tree.period);
    }
    case 'either': {
      const truth = truthAt(tree.condition, table, row);
      const [then, otherwise] = [tree.then, tree.otherwise].map((side) => ruleNumberAt(side, table, row));
      if (truth === UNKNOWN) return unknownChoice(tree, then ?? NaN, otherwise ?? NaN);
      return (truth === TRUE ? then : otherwise) ?? NaN;
    }
    default:
      return ofSeveral(
        tree.kind,
        tree.parts.map((part) => ruleNumberAt(part, table, row)),
      );
  }
}

/** A choice that cannot be told, between sides that agree or of which a bound takes one. */
function unknownChoice({ unknown }: NumberTree & { readonly kind: 'either' }, then: number, otherwise: number): number {
  if (unknown === 'least') return Math.min(then, otherwise);
  if (unknown === 'most') return Math.max(then, otherwise);
  return then === otherwise ? then : NaN;
}

/** The least or the most of numbers, NaN where one is missing; the mean of those that are there. */
function ofSeveral(kind: 'least' | 'most' | 'mean', numbers: readonly number[]): number {
  if (kind === 'least') return Math.min(...numbers);
  if (kind === 'most') return Math.max(...numbers);
  const there = numbers.filter((number) => !Number.isNaN(number));
  return there.reduce((sum, number) => sum + number, 0) / there.length;
}

/** Whole steps in a number, none below 0: 0.3 has three of 0.1, whatever binary fractions say. */
function stepsIn(number: number, step: number): number {
  return step === 0 ? NaN : Math.max(0, wholeBelow(number / step));
}

/** One step of arithmetic; a division by zero is missing. */
export function arithmeticOf(op: string, a: number, b: number): number {
  if (op === '+') return a + b;
  if (op === '-') return a - b;
  if (op === '*') return a * b;
  return b === 0 ? NaN : a / b;
}

function comparison(op: Comparison, a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return UNKNOWN;
  const holds =
    op === '='
      ? a === b
      : op === '!='
        ? a !== b
        : op === '<'
          ? a < b
          : op === '<='
            ? a <= b
            : op === '>'
              ? a > b
              : a >= b;
  return holds ? TRUE : FALSE;
}
