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

/** In the rule's order; `found` gets them. */
function decisive(
  tree: ConditionTree,
  wanted: boolean,
  table: RuleTable,
  row: number,
  found: Decisive[] = [],
): readonly Decisive[] {
  if (tree.kind === 'not') return decisive(tree.part, !wanted, table, row, found);
  if (tree.kind === 'always' || truthAt(tree, table, row) !== (wanted ? TRUE : FALSE)) return found;
  if ('parts' in tree) {
    for (const part of tree.parts) decisive(part, wanted, table, row, found);
    return found;
  }
  // A choice that cannot be told, between sides that agree: both of them are the reason.
  const agreed = tree.kind === 'compare' && isOpen(tree, table, row) ? agreeingSides(tree) : undefined;
  if (agreed) for (const side of agreed) decisive(side, wanted, table, row, found);
  else found.push({ leaf: tree, wanted });
  return found;
}

function isOpen({ left, right }: CompareTree, table: RuleTable, row: number): boolean {
  return Number.isNaN(ruleNumberAt(left, table, row)) || Number.isNaN(ruleNumberAt(right, table, row));
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
