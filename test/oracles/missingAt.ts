import type { ConditionTree, NumberTree } from '../../src/engine/rule/tree';
import { byBranches } from '../../src/engine/rule/branches';
import { fieldsIn } from '../../src/engine/rule/treeParts';
import { truthAt } from '../../src/engine/rule/truthAt';
import { UNKNOWN, type RuleTable } from '../../src/engine/rule/truth';

/** The fields, as bits, for want of which a condition is unknown in a row; 0 where it is not. */
export function missingAt(tree: ConditionTree, table: RuleTable, row: number): number {
  if (truthAt(tree, table, row) !== UNKNOWN) return 0;
  switch (tree.kind) {
    case 'always':
      return 0;
    case 'not':
      return missingAt(tree.part, table, row);
    case 'isOneOf':
      return bitsOf(tree.field, table, row);
    case 'compare': {
      const branches = byBranches(tree);
      if (branches) return missingAt(branches, table, row);
      return numberBits(tree.left, table, row) | numberBits(tree.right, table, row);
    }
    default:
      return tree.parts.reduce((bits, part) => bits | missingAt(part, table, row), 0);
  }
}

function bitsOf(name: string, table: RuleTable, row: number): number {
  return table.readings.get(name)?.missing[row] ?? 0;
}

function numberBits(tree: NumberTree, table: RuleTable, row: number): number {
  return fieldsIn(tree).reduce((bits, name) => bits | bitsOf(name, table, row), 0);
}
