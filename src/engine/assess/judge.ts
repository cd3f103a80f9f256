import type { Ledger } from '../ledger/readLedger';
import { fieldOf } from '../ledger/fields';
import type { Finding } from '../ledger/readColumn';
import type { PackRule, PolicyPack } from '../policy/pack';
import { decide, type Decisions } from '../rule/decide';
import { readingsOf, type Readings } from './readings';
import type { AssessContext } from './context';

/** What a decision table says of a ledger. `outcome` indexes `answers`; -1 where the row cannot be told or is not data. */
export interface Judgement {
  readonly rules: readonly PackRule[];
  readonly answers: readonly string[];
  readonly decisions: Decisions;
  readonly readings: Readings;
  readonly ledger: Ledger;
  readonly context: AssessContext;
  readonly findingsAt: ReadonlyMap<number, readonly Finding[]>;
}

/** A ledger as a policy reads it, whatever is then said of its rows. */
export type Judged = Pick<Judgement, 'readings' | 'ledger' | 'context'>;

/** Judges every row by the pack's tiers or paths, which share their readings; undefined where the document has no such table. */
export function judge(
  ledger: Ledger,
  context: AssessContext,
  table: 'tiers' | 'paths',
  readings: Readings = readingsOf(ledger, context),
): Judgement | undefined {
  const rules = context.policy.pack[table];
  if (!rules) return undefined;
  const answers = [...new Set(rules.map((rule) => rule.answer))];
  const lines = rules.map((rule) => ({ condition: rule.condition, outcome: answers.indexOf(rule.answer) }));
  const decisions = decide(lines, readings.table);
  return { rules, answers, decisions, readings, ledger, context, findingsAt: byRow(ledger.findings) };
}

function byRow(findings: readonly Finding[]): Map<number, Finding[]> {
  const rows = new Map<number, Finding[]>();
  for (const finding of findings) rows.set(finding.row, [...(rows.get(finding.row) ?? []), finding]);
  return rows;
}

/** A row's verdict: an answer, the labels of what is missing, or nothing for a row that is not data. */
export type Verdict =
  | { readonly kind: 'answer'; readonly answer: string; readonly rule: PackRule }
  | { readonly kind: 'unresolved'; readonly missing: readonly string[] }
  | { readonly kind: 'notData' };

export function verdictAt(judgement: Judgement, row: number): Verdict {
  if (judgement.ledger.kinds[row] !== 'data') return { kind: 'notData' };
  const { rule, missing } = judgement.decisions;
  const fired = judgement.rules[rule[row] ?? -1];
  if (fired) return { kind: 'answer', answer: fired.answer, rule: fired };
  return { kind: 'unresolved', missing: missingLabels(judgement.context.policy.pack, missing[row] ?? 0) };
}

/** The labels behind missing bits, in the field table's order. */
export function missingLabels(pack: PolicyPack, bits: number): string[] {
  return pack.fields.filter((_, index) => (bits & (1 << index)) !== 0).map((field) => fieldOf(field.field).label);
}
