import type { DecisionRule, Decisions } from '../../src/engine/rule/decide';
import { missingAt } from './missingAt';
import { truthAt } from '../../src/engine/rule/truthAt';
import { TRUE, UNKNOWN, type RuleTable } from '../../src/engine/rule/truth';

/** What `decide` does, read row by row straight from the rules: the form it is tested against. */
export function decidePlainly(rules: readonly DecisionRule[], table: RuleTable): Decisions {
  const rows = Array.from({ length: table.rows }, (_, row) => decideRow(rules, table, row));
  return {
    rule: Int16Array.from(rows, ({ rule }) => rule),
    outcome: Int16Array.from(rows, ({ rule }) => rules[rule]?.outcome ?? -1),
    missing: Uint32Array.from(rows, ({ missing }) => missing),
  };
}

function decideRow(rules: readonly DecisionRule[], table: RuleTable, row: number): { rule: number; missing: number } {
  const truths = rules.map(({ condition }) => truthAt(condition, table, row));
  const fired = truths.indexOf(TRUE);
  const above = fired < 0 ? rules : rules.slice(0, fired);
  const possible = above.filter((_, line) => truths[line] === UNKNOWN);
  if (fired >= 0 && possible.every(({ outcome }) => outcome === rules[fired]?.outcome))
    return { rule: fired, missing: 0 };
  return { rule: -1, missing: possible.reduce((bits, { condition }) => bits | missingAt(condition, table, row), 0) };
}
