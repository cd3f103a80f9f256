import { ConditionCompiler, type CompiledCondition } from './compileCondition';
import { BLOCK } from './compileNumbers';
import { LOWER_BITS, ROWS_A_WORD } from './packedTruth';
import type { ConditionTree } from './tree';
import type { RuleTable } from './truth';

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
 * `test/oracles/decidePlainly` is the same row by row.
 */
export function decide(rules: readonly DecisionRule[], table: RuleTable): Decisions {
  const decider = new Decider(rules, table);
  for (let start = 0; start < table.rows; start += BLOCK) decider.block(start, Math.min(BLOCK, table.rows - start));
  return decider.decisions;
}

const WORDS = BLOCK / ROWS_A_WORD;

/** Sets of a block's rows, 16 rows a word, on the lower bit of each row. */
class Decider {
  readonly decisions: Decisions;
  private readonly conditions: readonly CompiledCondition[];
  /** Rows that no line has answered yet. */
  private readonly open = new Int32Array(WORDS);
  /** Rows with a possible line so far, those with possible lines of several outcomes, and those with one of an outcome. */
  private readonly possible = new Int32Array(WORDS);
  private readonly several = new Int32Array(WORDS);
  private readonly possibleFor: ReadonlyMap<number, Int32Array>;

  constructor(
    private readonly rules: readonly DecisionRule[],
    table: RuleTable,
  ) {
    const compiler = new ConditionCompiler(table);
    this.conditions = rules.map(({ condition }) => compiler.compile(condition));
    this.possibleFor = new Map(rules.map(({ outcome }) => [outcome, new Int32Array(WORDS)]));
    this.decisions = {
      rule: new Int16Array(table.rows).fill(-1),
      outcome: new Int16Array(table.rows).fill(-1),
      missing: new Uint32Array(table.rows),
    };
  }

  block(start: number, count: number): void {
    const words = Math.ceil(count / ROWS_A_WORD);
    this.clear(count, words);
    let someOpen = true;
    for (let line = 0; line < this.rules.length && someOpen; line++)
      someOpen = this.line(line, { start, count, words });
    for (let word = 0; word < words; word++)
      this.nameMissing(this.open[word] as number, word, this.rules.length, start);
  }

  private clear(count: number, words: number): void {
    this.open.fill(LOWER_BITS, 0, words);
    const over = words * ROWS_A_WORD - count;
    if (over > 0) this.open[words - 1] = LOWER_BITS >>> (2 * over);
    for (const sets of [this.possible, this.several, ...this.possibleFor.values()]) sets.fill(0, 0, words);
  }

  /** Whether rows are still open after a line. */
  private line(line: number, { start, count, words }: Block): boolean {
    const { open, possible, several } = this;
    const { outcome } = this.rules[line] as DecisionRule;
    const truth = (this.conditions[line] as CompiledCondition).block(start, count);
    const same = this.possibleFor.get(outcome) as Int32Array;
    let left = 0;
    for (let word = 0; word < words; word++) {
      const rows = open[word] as number;
      if (rows === 0) continue;
      const two = truth[word] as number;
      const holds = rows & (two >>> 1);
      const unknown = rows & two & ~holds;
      const before = possible[word] as number;
      if (holds !== 0) {
        const others = before & ~((same[word] as number) & ~(several[word] as number));
        this.answer(holds & ~others, line, start + word * ROWS_A_WORD);
        this.nameMissing(holds & others, word, line, start);
      }
      if (unknown !== 0) {
        (several[word] as number) |= unknown & before & ~(same[word] as number);
        (same[word] as number) |= unknown;
        possible[word] = before | unknown;
      }
      left |= open[word] = rows & ~holds;
    }
    return left !== 0;
  }

  private answer(rows: number, line: number, first: number): void {
    const { rule, outcome: outcomes } = this.decisions;
    const { outcome } = this.rules[line] as DecisionRule;
    for (let left = rows; left !== 0; left &= left - 1) {
      const row = first + placeOf(left);
      rule[row] = line;
      outcomes[row] = outcome;
    }
  }

  /** The fields that leave rows open: those for want of which a line above `before` is unknown. */
  private nameMissing(rows: number, word: number, before: number, start: number): void {
    for (let left = rows; left !== 0; left &= left - 1) {
      const row = word * ROWS_A_WORD + placeOf(left);
      let bits = 0;
      for (let line = 0; line < before; line++) bits |= (this.conditions[line] as CompiledCondition).missing(row);
      this.decisions.missing[start + row] = bits;
    }
  }
}

interface Block {
  readonly start: number;
  readonly count: number;
  readonly words: number;
}

/** The place in its word of the first row of a set that is not empty. */
function placeOf(rows: number): number {
  return (31 - Math.clz32(rows & -rows)) >>> 1;
}
