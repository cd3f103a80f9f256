import { truthColumn } from '../rule/compileCondition';
import { parseRule } from '../rule/parseRule';
import { RuleError, type Vocabulary } from '../rule/tree';
import { TRUE, type RuleTable } from '../rule/truth';

/** The rows of a ledger for which a rule holds, or what is wrong with the rule. */
export type RuledRows =
  | { readonly kind: 'rows'; readonly holds: Uint8Array }
  | ({ readonly kind: 'wrongRule' } & Pick<RuleError, 'code' | 'part' | 'at' | 'expected'>);

/**
 * Which rows a condition in the rule language takes (`亩均税收 < 5 and 等级 = D`); a row of which it cannot be told is not taken.
 * `said` is what the policy says of the names: days, units, and whether 以下 includes the number.
 */
export function rowsByRule(rule: string, table: RuleTable, said?: Vocabulary): RuledRows {
  const isDay = (name: string) => said?.fields.get(name)?.day === true;
  const fields = new Map(
    [...table.readings].map(([name, { words }]) => [name, words ? { words } : { day: isDay(name) }]),
  );
  try {
    const tree = parseRule(rule, { ...said, fields, values: new Set(table.values.keys()) });
    return { kind: 'rows', holds: truthColumn(tree, table).map((truth) => (truth === TRUE ? 1 : 0)) };
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    const { code, part, at, expected } = error;
    return { kind: 'wrongRule', code, part, at, expected };
  }
}
