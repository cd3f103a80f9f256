import { dayOfSerial } from '../../quantity/day';
import type { Comparison, ConditionTree, NumberTree } from '../../rule/tree';
import type { ConditionColumn } from './conditionColumns';

/** A condition as a line of the decision table says it: cells by column, and the rest as text. All '' means 其余. */
export interface ConditionCells {
  readonly cells: ReadonlyMap<string, string>;
  readonly other: string;
}

/** Takes a condition apart: what is said of one column alone goes into its cell, everything else into 其他条件. */
export function conditionCells(condition: ConditionTree, columns: readonly ConditionColumn[]): ConditionCells {
  const parts = condition.kind === 'and' ? condition.parts : [condition];
  const names = new Set(columns.map(({ name }) => name));
  const cells = new Map<string, string>();
  const rest: ConditionTree[] = [];
  for (const part of parts) {
    const cell = cellOf(part);
    if (cell && names.has(cell.name) && !cells.has(cell.name)) cells.set(cell.name, cell.text);
    else if (part.kind !== 'always') rest.push(part);
  }
  return { cells, other: rest.map((part) => conditionText(part, rest.length > 1)).join(' 且 ') };
}

function cellOf(tree: ConditionTree): { readonly name: string; readonly text: string } | undefined {
  if (tree.kind === 'isOneOf') return { name: tree.field, text: `${tree.not ? '非' : ''}${tree.words.join(';')}` };
  if (tree.kind !== 'compare' || tree.left.kind !== 'field') return undefined;
  if (tree.right.kind === 'arithmetic') return undefined;
  const side = sideText(tree.right, tree.day);
  return { name: tree.left.name, text: tree.worded ? `${side}${boundText(tree.op)}` : `${opText(tree.op)}${side}` };
}

function opText(op: Comparison): string {
  return op === '!=' ? '<>' : op;
}

function boundText(op: Comparison): string {
  return op.startsWith('<') ? '以下' : '以上';
}

/** A condition as rule text that reads back as the same condition: 且, 或, 非. */
export function conditionText(tree: ConditionTree, inner = false): string {
  switch (tree.kind) {
    case 'always':
      return '其余';
    case 'and':
    case 'or': {
      const text = tree.parts.map((part) => conditionText(part, true)).join(tree.kind === 'and' ? ' 且 ' : ' 或 ');
      return inner ? `(${text})` : text;
    }
    case 'not':
      return `非 (${conditionText(tree.part)})`;
    case 'compare':
      if (tree.worded) return `${numberText(tree.left)} ${numberText(tree.right)} ${boundText(tree.op)}`;
      return `${sideText(tree.left, tree.day)} ${opText(tree.op)} ${sideText(tree.right, tree.day)}`;
    case 'isOneOf':
      return membershipText(tree);
  }
}

function membershipText({ field, words, not }: ConditionTree & { kind: 'isOneOf' }): string {
  if (words.length === 1) return `${field} ${not ? '<>' : '='} ${words[0] ?? ''}`;
  const text = `${field} in {${words.join(', ')}}`;
  return not ? `非 (${text})` : text;
}

/** A side of a comparison; a day is written as one. */
function sideText(tree: NumberTree, isDay: true | undefined): string {
  return isDay && tree.kind === 'number' ? (dayOfSerial(tree.value) ?? '') : numberText(tree);
}

/** A number-valued part as rule text. */
export function numberText(tree: NumberTree): string {
  if (tree.kind === 'number') return String(tree.value);
  if (tree.kind !== 'arithmetic') return tree.name;
  return `(${numberText(tree.left)} ${tree.op} ${numberText(tree.right)})`;
}
