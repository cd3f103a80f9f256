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

/** Rows are taken in blocks small enough to stay in the processor's cache; a block's columns are short-lived. */
const BLOCK = 4096;

/**
 * First match, top to bottom, three-valued: the firing rule's outcome stands if every rule above it that is still possible
 * has the same outcome; else the row is undecided for want of those rules' missing fields (domain/paths.md, hit policy).
 */
export function decide(rules: readonly DecisionRule[], table: RuleTable): Decisions {
  const rule = new Int16Array(table.rows).fill(-1);
  const outcome = new Int16Array(table.rows).fill(-1);
  const missing = new Uint32Array(table.rows);
  for (let start = 0; start < table.rows; start += BLOCK) {
    const end = Math.min(start + BLOCK, table.rows);
    decideBlock(rules, blockOf(table, start, end), {
      rule: rule.subarray(start, end),
      outcome: outcome.subarray(start, end),
      missing: missing.subarray(start, end),
    });
  }
  return { rule, outcome, missing };
}

function blockOf(table: RuleTable, start: number, end: number): RuleTable {
  const readings = [...table.readings].map(([name, reading]) => {
    const values = reading.values.subarray(start, end);
    return [name, { ...reading, values, missing: reading.missing.subarray(start, end) }] as const;
  });
  return { rows: end - start, readings: new Map(readings), values: table.values };
}

function decideBlock(rules: readonly DecisionRule[], table: RuleTable, { rule, outcome, missing }: Decisions): void {
  /** The one outcome of the possible rules so far: -1 none yet, -2 more than one. */
  const possible = new Int16Array(table.rows).fill(-1);
  const done = new Uint8Array(table.rows);
  let open = table.rows;
  for (let index = 0; index < rules.length && open > 0; index++) {
    const line = rules[index] as DecisionRule;
    const column = evaluate(line.condition, table);
    for (let row = 0; row < table.rows; row++) {
      const truth = column.truth[row];
      if (done[row] === 1 || (truth !== TRUE && truth !== UNKNOWN)) continue;
      const before = possible[row] as number;
      if (truth === UNKNOWN) {
        possible[row] = before === -1 || before === line.outcome ? line.outcome : -2;
        missing[row] = (missing[row] as number) | (column.missing[row] as number);
        continue;
      }
      done[row] = 1;
      open--;
      if (before !== -1 && before !== line.outcome) continue;
      rule[row] = index;
      outcome[row] = line.outcome;
      missing[row] = 0;
    }
  }
}
