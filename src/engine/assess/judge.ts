import type { Ledger } from '../ledger/readLedger';
import { fieldOf } from '../ledger/fields';
import type { Finding } from '../ledger/readColumn';
import type { PackField, PackRule, PolicyPack } from '../policy/pack';
import { decide, type Decisions } from '../rule/decide';
import { BASE_DAY, isDaysBefore } from '../rule/daysBefore';
import type { NumberTree } from '../rule/tree';
import { fieldsOfCondition, policyValuesIn, valuesOfCondition } from '../rule/treeParts';
import { UNKNOWN } from '../rule/truth';
import { truthAt } from '../rule/truthAt';
import { bitOf, readingsOf, SHARED_BIT, type Readings } from './readings';
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
  const { context, readings } = judgement;
  const labels = missingLabels(context.policy.pack, missing[row] ?? 0, {
    readings,
    row,
    used: () => fieldsOpen(judgement, row),
  });
  return { kind: 'unresolved', missing: labels.length > 0 ? labels : valuesLacking(judgement) };
}

/** The labels behind a row's missing bits, in the field table's order. */
export function missingLabels(pack: PolicyPack, bits: number, { readings, row, used }: RowRead): string[] {
  const shared = (bits & bitOf(SHARED_BIT)) !== 0 ? used() : NONE;
  const lacks = (name: string) => (readings.table.readings.get(name)?.missing[row] ?? 0) !== 0;
  const isMissing = ({ name }: PackField, index: number) =>
    index < SHARED_BIT ? (bits & bitOf(index)) !== 0 : shared.has(name) && lacks(name);
  return pack.fields.filter(isMissing).map((field) => fieldOf(field.field).label);
}

/** A row as it was read, and the names of the fields that its answer asks for. */
interface RowRead {
  readonly readings: Readings;
  readonly row: number;
  readonly used: () => ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

/** The fields of the rules that may still fire. */
function fieldsOpen({ rules, readings }: Judgement, row: number): ReadonlySet<string> {
  const open = rules.filter(({ condition }) => truthAt(condition, readings.table, row) === UNKNOWN);
  return new Set(open.flatMap(({ condition }) => fieldsOfCondition(condition)));
}

/** Where no field is missing, the policy's own numbers may be: between two of their periods there is none. The same for every row. */
export function valuesLacking({ rules, context: { policy } }: Judgement): string[] {
  return valuesLackingIn(rules, policy);
}

/** The same of any lines, those of measures with their amounts. */
export function valuesLackingIn(
  lines: readonly (Pick<PackRule, 'condition'> & { readonly amount?: NumberTree })[],
  policy: AssessContext['policy'],
): string[] {
  const used = lines.flatMap(({ condition, amount }) => [
    ...valuesOfCondition(condition),
    ...(amount ? policyValuesIn(amount) : []),
  ]);
  const lacking = used.filter((name) => Number.isNaN(policy.values.get(name) ?? NaN));
  return [...new Set(lacking.map((name) => (isDaysBefore(name) ? BASE_DAY : name)))];
}
