import { dayOfSerial } from '../quantity/day';
import type { Comparison, ConditionTree, NumberTree } from './tree';
import { numberAt, truthAt, wordIn } from './truthAt';
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
  return collect(tree, true, table, row);
}

function collect(tree: ConditionTree, wanted: boolean, table: RuleTable, row: number): Reason[] {
  if (truthAt(tree, table, row) !== (wanted ? TRUE : FALSE)) return [];
  switch (tree.kind) {
    case 'always':
      return [];
    case 'and':
    case 'or':
      return tree.parts.flatMap((part) => collect(part, wanted, table, row));
    case 'not':
      return collect(tree.part, !wanted, table, row);
    case 'isOneOf':
      return [{ kind: 'word', name: tree.field, word: wordIn(table, tree.field, row) ?? '' }];
    case 'compare':
      return [numberReason(tree, wanted, table, row)];
  }
}

function numberReason(
  tree: ConditionTree & { kind: 'compare' },
  wanted: boolean,
  table: RuleTable,
  row: number,
): Reason {
  const [value, line] = [numberAt(tree.left, table, row), numberAt(tree.right, table, row)];
  const day = (serial: number): string => dayOfSerial(serial) ?? '';
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
  if (tree.kind === 'number') return String(tree.value);
  return tree.kind === 'arithmetic' ? `${nameOf(tree.left)}${tree.op}${nameOf(tree.right)}` : tree.name;
}
