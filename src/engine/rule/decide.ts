import { evaluate } from './evaluate';
import type { ConditionTree } from './tree';
import { TRUE, UNKNOWN, type RuleTable } from './truth';

/** One line of a decision table: `outcome` is the index of its answer, the same for lines with the same answer. */
export interface DecisionRule {
  readonly condition: ConditionTree;
  readonly outcome: number;
}

/** For every row: the line that fired (-1 where it cannot be told), its outcome, and the missing fields as bits. */
export interface Decisions {
  readonly rule: Int16Array;
  readonly outcome: Int16Array;
  readonly missing: Uint32Array;
}

/**
 * First match, top to bottom, three-valued: the firing rule's outcome stands if every rule above it that is still possible
 * has the same outcome; else the row is undecided for want of those rules' missing fields (domain/paths.md, hit policy).
 */
export function decide(rules: readonly DecisionRule[], table: RuleTable): Decisions {
  const rule = new Int16Array(table.rows).fill(-1);
  const outcome = new Int16Array(table.rows).fill(-1);
  const missing = new Uint32Array(table.rows);
  /** The one outcome of the possible rules so far: -1 none yet, -2 more than one. */
  const possible = new Int16Array(table.rows).fill(-1);
  const done = new Uint8Array(table.rows);
  rules.forEach((line, index) => {
    const column = evaluate(line.condition, table);
    for (let row = 0; row < table.rows; row++) {
      const truth = column.truth[row];
      if (done[row] === 1 || (truth !== TRUE && truth !== UNKNOWN)) continue;
      const before = possible[row] ?? -1;
      if (truth === UNKNOWN) {
        possible[row] = before === -1 || before === line.outcome ? line.outcome : -2;
        missing[row] = (missing[row] ?? 0) | (column.missing[row] ?? 0);
        continue;
      }
      done[row] = 1;
      if (before !== -1 && before !== line.outcome) continue;
      rule[row] = index;
      outcome[row] = line.outcome;
      missing[row] = 0;
    }
  });
  return { rule, outcome, missing };
}
