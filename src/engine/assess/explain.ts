import { numberAt } from '../column/verbs';
import { reasonsOf, valuesBehind, type Reason } from '../rule/reasons';
import { valueOfPeriod } from '../rule/daysBefore';
import { valuesOfCondition } from '../rule/treeParts';
import { TAX_PER_MU } from '../policy/fieldWords';
import type { Basis, PackRule } from '../policy/pack';
import { entryOn } from '../policy/standing';
import type { Finding } from '../ledger/readColumn';
import { verdictAt, type Judgement, type Verdict } from './judge';
import type { AppliedPolicy } from './context';
import type { OutputSource } from './outputLevel';
import { townshipAt } from './townshipMeans';
import { unitDoubt, type UnitDoubt } from './unitDoubt';
import { zeroDivisors } from './zeroDivisors';

/** Why a row got its answer: readings, the conditions that held, what the answer stands on, and the way to the next line. */
export interface Explanation {
  readonly verdict: Verdict;
  /** 万元, 亩 and 万元/亩; NaN where missing. */
  readonly tax: number;
  readonly area: number;
  readonly taxPerMu: number;
  readonly reasons: readonly Reason[];
  readonly basis?: Basis;
  /** 万元 of tax a year to the line that 亩均税收 or 产出水平 fell short of; absent where no such line was decisive. */
  readonly shortfall?: number;
  readonly output?: { readonly source: OutputSource; readonly line: number; readonly township?: string };
  /** Other units, where they alone explain the 亩均 of an answer. */
  readonly doubt?: UnitDoubt;
  readonly findings: readonly Finding[];
  /** What is 0 and divided by, of a row that is open though nothing is missing; empty where no line holds. */
  readonly divisors: readonly string[];
}

/** Explains one row of a judgement. */
export function explainAt(judgement: Judgement, row: number): Explanation {
  const { ledger, readings, decisions, rules } = judgement;
  const verdict = verdictAt(judgement, row);
  const tax = numberAt(ledger, 'taxPaid', row);
  const area = numberAt(ledger, 'landArea', row);
  const taxPerMu = readings.table.readings.get(TAX_PER_MU)?.values[row] ?? NaN;
  const rule = rules[decisions.rule[row] ?? -1];
  const held = rule?.condition.kind === 'always' ? otherwiseReasons(judgement, row) : firedReasons(judgement, row);
  // A band without an upper line is bounded by infinity, which is no reason.
  const reasons = held.filter((reason) => reason.kind === 'word' || Number.isFinite(reason.line));
  const output = outputAt(judgement, row);
  const shortfall = shortfallOf(reasons, output, { tax, area });
  const doubt = verdict.kind === 'answer' ? unitDoubt(tax, area) : undefined;
  return {
    verdict,
    tax,
    area,
    taxPerMu,
    reasons,
    ...(rule ? { basis: bandBasis(judgement, row) ?? withValues(judgement, rule, row) } : {}),
    ...(shortfall === undefined ? {} : { shortfall }),
    ...(output ? { output } : {}),
    ...(doubt ? { doubt } : {}),
    findings: judgement.findingsAt.get(row) ?? [],
    divisors: lacksNothing(verdict) ? zeroDivisors(judgement, row) : [],
  };
}

function lacksNothing(verdict: Verdict): boolean {
  return verdict.kind === 'unresolved' && verdict.missing.length === 0;
}

function firedReasons(judgement: Judgement, row: number): Reason[] {
  const rule = judgement.rules[judgement.decisions.rule[row] ?? -1];
  if (!rule) return [];
  return [...lowerBound(judgement, row), ...reasonsOf(rule.condition, judgement.readings.table, row)];
}

/** Where no rule held: the readings that kept the rules from holding, without those a blank cell was taken for. */
function otherwiseReasons(judgement: Judgement, row: number): Reason[] {
  const { rules, readings, context } = judgement;
  if (rules === context.policy.pack.tiers) return lowerBound(judgement, row);
  const needed = new Set(context.policy.pack.fields.filter((f) => f.whenBlank === 'unknown').map((f) => f.name));
  const failed = rules.flatMap(({ condition }) => reasonsOf({ kind: 'not', part: condition }, readings.table, row));
  return failed.filter((reason) => reason.kind === 'number' || needed.has(reason.name));
}

/** In a ladder of tiers the line just passed belongs to the reason: 超过 5、不超过 10. */
function lowerBound({ rules, decisions, readings, context }: Judgement, row: number): Reason[] {
  const above = rules[(decisions.rule[row] ?? -1) - 1];
  if (rules !== context.policy.pack.tiers || above?.condition.kind !== 'compare') return [];
  return reasonsOf({ kind: 'not', part: above.condition }, readings.table, row);
}

/** A tier of a band stands on what its group's line stands on: the floor that was missed or kept, or the ceiling reached. */
function bandBasis({ readings, rules, decisions, context }: Judgement, row: number): Basis | undefined {
  const { pack, asOf } = context.policy;
  const group = rules === pack.tiers ? readings.bands?.group[row] : undefined;
  const rule = rules[decisions.rule[row] ?? -1];
  if (!group || !rule) return undefined;
  const line = pack.values.get(rule.condition.kind === 'always' ? group.ceiling : group.floor);
  return line ? entryOn(line, asOf).basis : undefined;
}

/** A line stands on its own words and on those of the values it used: a number that is assumed makes the answer assumed. */
function withValues({ readings, context: { policy } }: Judgement, rule: PackRule, row: number): Basis {
  const grounds = groundsOf(policy);
  // Few lines stand on such a value, and only theirs are looked for row by row.
  const isTouched = valuesOf(rule).some((told) => grounds.has(valueOfPeriod(told) ?? told));
  if (!isTouched) return rule.basis;
  const used = valuesBehind(rule.condition, readings.table, row).flatMap((told) => {
    const name = valueOfPeriod(told) ?? told;
    const ground = grounds.get(name);
    return ground === undefined ? [] : [`${name}：${ground}`];
  });
  return used.reduce(withAssumption, rule.basis);
}

const VALUES = new WeakMap<PackRule, readonly string[]>();

/** The names of the values that a line reads, looked for once. */
function valuesOf(rule: PackRule): readonly string[] {
  const known = VALUES.get(rule) ?? valuesOfCondition(rule.condition);
  VALUES.set(rule, known);
  return known;
}

const GROUNDS = new WeakMap<AppliedPolicy, ReadonlyMap<string, string>>();

/** What of a policy's values is not the document's own words, by name, looked for once. */
function groundsOf(policy: AppliedPolicy): ReadonlyMap<string, string> {
  const known = GROUNDS.get(policy);
  if (known) return known;
  const grounds = new Map<string, string>();
  for (const [name, value] of policy.pack.values) {
    const entry = entryOn(value, policy.asOf);
    // A number of the workbook's own does not stand on the document's reasons.
    const isDocuments = entry.formula !== undefined || entry.value === policy.values.get(name);
    const ground = isDocuments ? assumedIn(entry.basis) : undefined;
    if (ground !== undefined) grounds.set(name, ground);
  }
  GROUNDS.set(policy, grounds);
  return grounds;
}

/** What of a ground is not the document's own words; undefined where all of it is. */
function assumedIn(basis: Basis): string | undefined {
  return basis.kind === 'reported' ? `转引${basis.source}，${basis.note}` : basis.assumption;
}

function withAssumption(basis: Basis, ground: string): Basis {
  const joined = (own: string | undefined) => (own === undefined ? ground : `${own}；${ground}`);
  if (basis.kind === 'reported') return { ...basis, note: joined(basis.note) };
  return { ...basis, assumption: joined(basis.assumption) };
}

function outputAt({ readings, ledger }: Judgement, row: number): Explanation['output'] {
  const { output } = readings;
  if (!output) return undefined;
  const township = townshipAt(ledger, row);
  return {
    source: output.source[row] ?? 'none',
    line: output.line[row] ?? NaN,
    ...(township === undefined ? {} : { township }),
  };
}

function shortfallOf(
  reasons: readonly Reason[],
  output: Explanation['output'],
  { tax, area }: { tax: number; area: number },
): number | undefined {
  const short = reasons.find(
    (reason) => reason.kind === 'number' && reason.name === TAX_PER_MU && (reason.op === '<=' || reason.op === '<'),
  );
  const low = reasons.some((reason) => reason.kind === 'word' && reason.name === '产出水平' && reason.word === '低');
  const line = short?.kind === 'number' ? short.line : low && output ? output.line : NaN;
  const missing = line * area - tax;
  if (!Number.isFinite(missing)) return undefined;
  // Up to the next fen of a 万元, so that paying it does reach the line; binary noise is taken off first.
  return Math.max(0, Math.ceil(Math.round(missing * 1e6) / 1e4) / 100);
}
