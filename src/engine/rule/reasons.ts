import { dayOfSerial } from '../quantity/day';
import { agreeingSides } from './branches';
import { numberTreeText } from './conditionText';
import { NEVER, NO_MORE_DAYS } from './daysBefore';
import type { Comparison, ConditionTree, NumberTree } from './tree';
import { valuesOfCondition, type CompareTree, type WordTree } from './treeParts';
import { ruleNumberAt, truthAt, wordIn } from './truthAt';
import { FALSE, TRUE, type RuleTable } from './truth';

/** One reading that made a rule hold for a row: a word, or a number against its line. */
export type Reason =
  | { readonly kind: 'word'; readonly name: string; readonly word: string }
  | {
      readonly kind: 'number';
      readonly name: string;
      readonly value: number;
      readonly op: Comparison;
      readonly line: number;
      /** Value and line are days: which ones, 2020-06-30. */
      readonly days?: { readonly value: string; readonly line: string };
    };

const OPPOSITE: Readonly<Record<Comparison, Comparison>> = {
  '=': '!=',
  '!=': '=',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
};

/** The readings that make a condition true for a row, in the rule's order. Sides of an "or" that do not hold are left out. */
export function reasonsOf(tree: ConditionTree, table: RuleTable, row: number): Reason[] {
  return decisive(tree, true, table, row).map(({ leaf, wanted }) =>
    leaf.kind === 'isOneOf'
      ? { kind: 'word', name: leaf.field, word: wordIn(table, leaf.field, row) ?? '' }
      : numberReason(leaf, wanted, table, row),
  );
}

/** The names of the policy's values that made a condition true for a row, each once. */
export function valuesBehind(tree: ConditionTree, table: RuleTable, row: number): string[] {
  return [...new Set(decisive(tree, true, table, row).flatMap(({ leaf }) => valuesOfCondition(leaf)))];
}

interface Decisive {
  readonly leaf: CompareTree | WordTree;
  /** Whether it was to hold, or, under a "not", not to. */
  readonly wanted: boolean;
}

function decisive(tree: ConditionTree, wanted: boolean, table: RuleTable, row: number): Decisive[] {
  if (truthAt(tree, table, row) !== (wanted ? TRUE : FALSE)) return [];
  switch (tree.kind) {
    case 'always':
      return [];
    case 'and':
    case 'or':
      return tree.parts.flatMap((part) => decisive(part, wanted, table, row));
    case 'not':
      return decisive(tree.part, !wanted, table, row);
    case 'compare': {
      // A choice that cannot be told, between sides that agree: both of them are the reason.
      const isOpen = [tree.left, tree.right].some((side) => Number.isNaN(ruleNumberAt(side, table, row)));
      const agreed = isOpen ? agreeingSides(tree) : undefined;
      return agreed?.flatMap((side) => decisive(side, wanted, table, row)) ?? [{ leaf: tree, wanted }];
    }
    default:
      return [{ leaf: tree, wanted }];
  }
}

function numberReason(
  tree: ConditionTree & { kind: 'compare' },
  wanted: boolean,
  table: RuleTable,
  row: number,
): Reason {
  const [value, line] = [ruleNumberAt(tree.left, table, row), ruleNumberAt(tree.right, table, row)];
  const day = (serial: number): string => dayOfSerial(serial) ?? (serial >= NO_MORE_DAYS ? NEVER : '');
  return {
    kind: 'number',
    name: nameOf(tree.left),
    value,
    op: wanted ? tree.op : OPPOSITE[tree.op],
    line,
    ...(tree.day ? { days: { value: day(value), line: day(line) } } : {}),
  };
}

function nameOf(tree: NumberTree): string {
  if (tree.kind === 'arithmetic') return `${nameOf(tree.left)}${tree.op}${nameOf(tree.right)}`;
  return numberTreeText(tree);
}
