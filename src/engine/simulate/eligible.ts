import { evaluate } from '../rule/evaluate';
import { parseRule } from '../rule/parseRule';
import { RuleError } from '../rule/tree';
import { TRUE, type RuleTable } from '../rule/truth';

/** The rows of a ledger for which a rule holds, or what is wrong with the rule. */
export type RuledRows =
  | { readonly kind: 'rows'; readonly holds: Uint8Array }
  | { readonly kind: 'wrongRule'; readonly code: RuleError['code']; readonly part: string };

/** Which rows a condition in the rule language takes (`亩均税收 < 5 and 等级 = D`); a row of which it cannot be told is not taken. */
export function rowsByRule(rule: string, table: RuleTable): RuledRows {
  const fields = new Map([...table.readings].map(([name, { words }]) => [name, words ? { words } : {}]));
  try {
    const tree = parseRule(rule, { fields, values: new Set(table.values.keys()) });
    return { kind: 'rows', holds: evaluate(tree, table).truth.map((truth) => (truth === TRUE ? 1 : 0)) };
  } catch (error) {
    if (error instanceof RuleError) return { kind: 'wrongRule', code: error.code, part: error.part };
    throw error;
  }
}
