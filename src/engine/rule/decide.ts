import { compileCondition, type TruthBlock } from './compileCondition';
import { BLOCK } from './compileNumbers';
import { missingAt } from './missingAt';
import type { ConditionTree } from './tree';
import { FALSE, TRUE, type RuleTable } from './truth';

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

/** No possible line so far, and possible lines with more than one outcome. */
const NONE = -1;
const SEVERAL = -2;
const LAST_BIT = 31;

/**
 * First match, top to bottom, three-valued: the firing rule's outcome stands if every rule above it that is still possible
 * has the same outcome; else the row is undecided for want of those rules' missing fields (domain/paths.md, hit policy).
 * `decidePlainly` is the same row by row.
 */
export function decide(rules: readonly DecisionRule[], table: RuleTable): Decisions {
  const decider = new Decider(rules, table);
  for (let start = 0; start < table.rows; start += BLOCK) decider.block(start, Math.min(BLOCK, table.rows - start));
  return decider.decisions;
}

class Decider {
  readonly decisions: Decisions;
  private readonly conditions: readonly TruthBlock[];
  /** Rows of the block that no line has answered yet, by their place in it. */
  private readonly open = new Uint16Array(BLOCK);
  private readonly possible = new Int16Array(BLOCK);
  /** The lines that are unknown in a row, as bits; line 31 stands for itself and all below it. */
  private readonly unknown = new Uint32Array(BLOCK);

  constructor(
    private readonly rules: readonly DecisionRule[],
    private readonly table: RuleTable,
  ) {
    this.conditions = rules.map(({ condition }) => compileCondition(condition, table));
    this.decisions = {
      rule: new Int16Array(table.rows).fill(-1),
      outcome: new Int16Array(table.rows).fill(-1),
      missing: new Uint32Array(table.rows),
    };
  }

  /** The rows still open are kept together, so that a line costs only what the lines above have left. */
  block(start: number, count: number): void {
    const { open, possible, unknown } = this;
    for (let row = 0; row < count; row++) open[row] = row;
    possible.fill(NONE, 0, count);
    unknown.fill(0, 0, count);
    let left = count;
    for (let line = 0; line < this.rules.length && left > 0; line++) {
      const truth = (this.conditions[line] as TruthBlock)(start, count);
      left = this.line(line, truth, { start, left });
    }
    for (let at = 0; at < left; at++) this.nameMissing(start, open[at] as number, this.rules.length);
  }

  private line(line: number, truth: Uint8Array, { start, left }: { start: number; left: number }): number {
    const { open, possible, unknown } = this;
    const bit = 1 << Math.min(line, LAST_BIT);
    const { outcome } = this.rules[line] as DecisionRule;
    const { rule: fired, outcome: outcomes } = this.decisions;
    let kept = 0;
    for (let at = 0; at < left; at++) {
      const row = open[at] as number;
      const holds = truth[row] as number;
      if (holds === TRUE) {
        const before = possible[row] as number;
        if (before === NONE || before === outcome) {
          fired[start + row] = line;
          outcomes[start + row] = outcome;
        } else this.nameMissing(start, row, line);
        continue;
      }
      if (holds !== FALSE) {
        const before = possible[row] as number;
        possible[row] = before === NONE || before === outcome ? outcome : SEVERAL;
        unknown[row] = (unknown[row] as number) | bit;
      }
      open[kept++] = row;
    }
    return kept;
  }

  /** Only lines that are unknown in the row are read again, one by one. */
  private nameMissing(start: number, row: number, before: number): void {
    const lines = this.unknown[row] as number;
    let bits = 0;
    for (let line = 0; line < before; line++) {
      if ((lines & (1 << Math.min(line, LAST_BIT))) === 0) continue;
      bits |= missingAt((this.rules[line] as DecisionRule).condition, this.table, start + row);
    }
    this.decisions.missing[start + row] = bits;
  }
}
