import { verdictAt, type Judgement } from '../../assess/judge';
import { TAX_PER_MU } from '../../policy/fieldWords';
import type { Comparison } from '../../rule/tree';
import { quoted } from '../../../formula/quoted';

/** One step of an IF chain: the line 亩均税收 is held against (none for the last), and the answer where it holds. */
interface Step {
  readonly op?: Comparison;
  readonly line: string;
  readonly value: number;
  readonly answer: string;
}

/** A table of tiers that an IF chain can say: every line a value of the policy, the last one 其余. */
export interface TierChain {
  /** Names of the policy's values, in the order of the chain. */
  readonly lines: readonly string[];
  readonly steps: readonly Step[];
}

/**
 * The tiers as an IF chain, or undefined where a classic formula would not say the same: lines that depend on a group, other
 * readings, or a row of this very ledger on which the chain and the judgement differ.
 */
export function tierChain(judgement: Judgement): TierChain | undefined {
  const { values } = judgement.context.policy;
  const steps: Step[] = [];
  for (const { condition, answer } of judgement.rules) {
    if (condition.kind === 'always') return checked({ steps: [...steps, { line: '', value: NaN, answer }] }, judgement);
    if (condition.kind !== 'compare') return undefined;
    const { op, left, right } = condition;
    const value = right.kind === 'value' ? values.get(right.name) : undefined;
    if (left.kind !== 'field' || left.name !== TAX_PER_MU || right.kind !== 'value' || value === undefined) {
      return undefined;
    }
    steps.push({ op, line: right.name, value, answer });
  }
  return undefined;
}

function checked({ steps }: Pick<TierChain, 'steps'>, judgement: Judgement): TierChain | undefined {
  const perMu = judgement.readings.table.readings.get(TAX_PER_MU)?.values;
  for (let row = 0; row < judgement.ledger.rows; row++) {
    const verdict = verdictAt(judgement, row);
    if (verdict.kind === 'notData') continue;
    const own = verdict.kind === 'answer' ? verdict.answer : undefined;
    if (own !== answerOf(steps, perMu?.[row] ?? NaN)) return undefined;
  }
  return { steps, lines: [...new Set(steps.map(({ line }) => line).filter((line) => line !== ''))] };
}

function answerOf(steps: readonly Step[], reading: number): string | undefined {
  return Number.isNaN(reading) ? undefined : steps.find(({ op, value }) => holds(op, reading, value))?.answer;
}

function holds(op: Comparison | undefined, reading: number, line: number): boolean {
  if (op === '<=') return reading <= line;
  if (op === '<') return reading < line;
  if (op === '>=') return reading >= line;
  if (op === '>') return reading > line;
  return op === undefined || (reading === line) === (op === '=');
}

/** IF(G7<=$C$5,"重点排查",IF(...)): `reading` is the cell of 亩均税收, `lineCell` the cell of a policy value. */
export function chainFormula({ steps }: TierChain, reading: string, lineCell: (line: string) => string): string {
  return steps.reduceRight((rest, { op, line, answer }) => {
    if (op === undefined) return quoted(answer);
    return `IF(${reading}${op === '!=' ? '<>' : op}${lineCell(line)},${quoted(answer)},${rest})`;
  }, '""');
}
