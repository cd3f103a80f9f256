import { boundText, conditionText, opText, sideText } from '../../rule/conditionText';
import { isDaysBefore } from '../../rule/daysBefore';
import type { ConditionTree } from '../../rule/tree';
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
  // What is put together, and a day told from 基准日, stands with the other conditions.
  if (!['number', 'field', 'value'].includes(tree.right.kind)) return undefined;
  if (tree.right.kind === 'value' && isDaysBefore(tree.right.name)) return undefined;
  const side = sideText(tree.right, tree.day);
  return { name: tree.left.name, text: tree.worded ? `${side}${boundText(tree.op)}` : `${opText(tree.op)}${side}` };
}
