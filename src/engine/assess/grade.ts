import type { Ledger } from '../ledger/readLedger';
import { gradingOn } from '../policy/gradingValues';
import type { Grading, OutrightGrade, PackRule } from '../policy/pack';
import { decide } from '../rule/decide';
import { formulaColumn } from '../rule/compileNumbers';
import { roundReadings } from '../quantity/roundReading';
import { truthAt } from '../rule/truthAt';
import { TRUE, type RuleTable } from '../rule/truth';
import { groupsOf, pointsUnread } from './gradeGroups';
import { leadsOf, readingsTogether } from './gradeTogether';
import { gradeOfRank, quotasFor, cohortRanks } from './gradeRows';
import { fieldsIn, fieldsOfCondition } from '../rule/treeParts';
import { missingLabels } from './judge';
import { openLines, type OpenLine } from './openLines';
import { withRankReadings, type RankedGroup } from './rankReadings';
import { readingsOf, type Readings } from './readings';
import { scoresOf, type Ranked, type Scores } from './scores';
import type { AssessContext } from './context';

/** A place by score within a cohort, and the grade that goes with it. */
export interface RankedVerdict {
  readonly kind: 'ranked';
  readonly grade: string;
  readonly cohort: string;
  readonly score: number;
  readonly rank: number;
  readonly of: number;
  /** The grade of its rank, and what stands another in its place. */
  readonly before?: string;
  readonly rule?: PackRule;
}

/** How an enterprise was graded: by rank in its cohort, outright by a rule, not at all for what is missing, for what gives no points or for no cohort. */
export type GradeVerdict =
  | RankedVerdict
  | { readonly kind: 'outright'; readonly grade: string; readonly rule: OutrightGrade }
  | {
      readonly kind: 'unresolved';
      readonly missing: readonly string[];
      /** Its place, where only a correction after ranking is open: it counts among the others meanwhile. */
      readonly ranked?: RankedVerdict;
    }
  /** Nothing is missing, and yet these give no points: a quotient without a divisor, a benchmark that is not above 0. */
  | { readonly kind: 'noScore'; readonly indicators: readonly string[] }
  | { readonly kind: 'noCohort' }
  | { readonly kind: 'notData' };

/** The grades of a ledger. */
export interface Grades extends Scores {
  readonly verdicts: readonly GradeVerdict[];
  readonly readings: Readings;
  readonly ledger: Ledger;
  readonly context: AssessContext;
  /** With the numbers in force. */
  readonly grading: Grading;
}

/**
 * Grades whole cohorts: rows that a rule grades outright (exempt, vetoed) stay out of the ranking, the others are ranked by
 * score within the cohort whose condition is the first to hold. Undefined where the policy does not grade.
 */
export function grade(ledger: Ledger, context: AssessContext): Grades | undefined {
  const { grading } = context.policy.pack;
  return grading && new Grader(gradingOn(grading, context.policy.values), ledger, context).grades();
}

/** Stands in for the verdict of a row that another one speaks for, until that has one. */
const WITH_ANOTHER: GradeVerdict = { kind: 'notData' };

interface Ranking extends Scores {
  readonly verdicts: (GradeVerdict | undefined)[];
  /** The readings with what ranking gives, for what comes after it. */
  readonly after: RuleTable;
  readonly openAfter: readonly OpenLine[];
}

class Grader {
  /** For every row the one that it is taken together with. */
  private readonly leads: Int32Array;
  private readonly readings: Readings;
  private readonly pointsUnread: ReadonlyMap<string, ReadonlySet<number>>;
  private readonly open: readonly OpenLine[];

  constructor(
    private readonly grading: Grading,
    private readonly ledger: Ledger,
    private readonly context: AssessContext,
  ) {
    const { pack } = context.policy;
    this.leads = leadsOf(ledger, pack);
    this.readings = readingsTogether(readingsOf(ledger, context), pack, this.leads);
    this.pointsUnread = pointsUnread(grading, ledger, context);
    this.open = openLines(grading.outright, pack.fields, this.readings.table);
  }

  grades(): Grades {
    const { grading, ledger, readings } = this;
    const { table } = readings;
    const lines = grading.cohorts.map(({ condition }, outcome) => ({ condition, outcome }));
    const cohorts = decide(lines, table);
    const { lead, missing: apart } = groupsOf(ledger, this.context.policy.pack, {
      outcome: cohorts.outcome,
      table,
    });
    const verdicts: (GradeVerdict | undefined)[] = ledger.kinds.map((kind, row) => {
      if (kind !== 'data') return { kind: 'notData' };
      if (this.leads[row] !== row) return WITH_ANOTHER;
      const outright = this.outright(row);
      if (outright) return outright;
      if (cohorts.outcome[row] === -1) {
        const missing = cohorts.missing[row] ?? 0;
        return missing === 0 ? { kind: 'noCohort' } : { kind: 'unresolved', missing: this.labels(row, missing) };
      }
      const lacks = [...(apart.get(row) ?? []), ...this.unreadable(row)];
      return lacks.length === 0 ? undefined : { kind: 'unresolved', missing: lacks };
    });
    const groups = this.groups(verdicts, cohorts.outcome, lead);
    const scores = scoresOf(grading, table, groups, this.context.policy.pack.fields);
    const keys = [scores.scores, ...tieColumns(grading, table)];
    const ranked = groups.map((group) => ({ group, rankAt: placesIn(group, keys) }));
    const { pack } = this.context.policy;
    const after = withRankReadings(table, { pack, groups: ranked, scores });
    const openAfter = openLines(grading.after, pack.fields, after);
    for (const own of ranked) this.rank(own, { ...scores, verdicts, after, openAfter });
    this.leads.forEach((lead, row) => (verdicts[row] = verdicts[lead]));
    const { context } = this;
    return { ...scores, verdicts: verdicts as GradeVerdict[], readings, ledger, context, grading };
  }

  /** The rows that are ranked together: those of a cohort, apart by the words of its own column. */
  private groups(
    verdicts: readonly (GradeVerdict | undefined)[],
    outcome: Int16Array,
    lead: (row: number) => string,
  ): Ranked[] {
    return this.grading.cohorts.flatMap((cohort, at) => {
      const own = (isOne: (verdict: GradeVerdict | undefined) => boolean) =>
        verdicts.flatMap((verdict, row) => (outcome[row] === at && isOne(verdict) ? [row] : []));
      const [rows, beside] = [own((verdict) => !verdict), own(countsBeside)];
      if (cohort.each === undefined) return [{ cohort, rows, beside }];
      const besideOf = groupedBy(beside, lead);
      return [...groupedBy(rows, lead)].map(([word, those]) => ({
        cohort: { ...cohort, name: `${cohort.name}（${word}）` },
        rows: those,
        beside: besideOf.get(word) ?? [],
      }));
    });
  }

  private rank({ group: { cohort, rows }, rankAt }: RankedGroup, ranking: Ranking): void {
    const { scores, verdicts } = ranking;
    for (const row of rows) {
      const { rank, of } = rankAt(row);
      const quotas = quotasFor(cohort, of);
      const grade = quotas[gradeOfRank({ rank, of }, quotas, cohort.rounding)]?.grade ?? '';
      const verdict: GradeVerdict =
        rank === 0
          ? this.unscored(row, cohort, ranking)
          : { kind: 'ranked', grade, cohort: cohort.name, score: scores[row] ?? NaN, ...{ rank, of } };
      verdicts[row] = this.corrected(verdict, row, ranking);
    }
  }

  /** The grade after ranking; a correction of every grade holds for a row without a score too. */
  private corrected(verdict: GradeVerdict, row: number, { after, openAfter }: Ranking): GradeVerdict {
    for (const [at, rule] of this.grading.after.entries()) {
      const { condition, from, answer } = rule;
      if (!(verdict.kind === 'ranked' ? (from?.includes(verdict.grade) ?? true) : from === undefined)) continue;
      if (truthAt(condition, after, row) === TRUE) {
        if (verdict.kind !== 'ranked') return { kind: 'outright', grade: answer, rule };
        return { ...verdict, grade: answer, before: verdict.grade, rule };
      }
      if (verdict.kind !== 'ranked' || answer === verdict.grade) continue;
      const missing = openAfter[at]?.(row) ?? 0;
      if (missing !== 0) return { kind: 'unresolved', missing: this.labels(row, missing), ranked: verdict };
    }
    return verdict;
  }

  /** A bonus or a penalty that is there and cannot be read is no 0. */
  private unreadable(row: number): string[] {
    return [...this.pointsUnread].filter(([, rows]) => rows.has(row)).map(([label]) => label);
  }

  /** The first line that holds; one above it that may hold, for want of what nobody may read a blank as, keeps the row open. */
  private outright(row: number): GradeVerdict | undefined {
    const { table } = this.readings;
    for (const [at, rule] of this.grading.outright.entries()) {
      if (truthAt(rule.condition, table, row) === TRUE) return { kind: 'outright', grade: rule.answer, rule };
      const missing = this.open[at]?.(row) ?? 0;
      if (missing !== 0) return { kind: 'unresolved', missing: this.labels(row, missing) };
    }
    return undefined;
  }

  private used(): ReadonlySet<string> {
    const { cohorts, indicators, outright, after, bonus, penalty, factor } = this.grading;
    const trees = [...indicators.map(({ formula }) => formula), bonus, penalty, factor].filter(
      (tree) => tree !== undefined,
    );
    const lines = [...cohorts, ...outright, ...after];
    return new Set([...trees.flatMap(fieldsIn), ...lines.flatMap(({ condition }) => fieldsOfCondition(condition))]);
  }

  private unscored(row: number, { weights }: Ranked['cohort'], { missing, parts }: Ranking): GradeVerdict {
    const bits = missing[row] ?? 0;
    if (bits !== 0) return { kind: 'unresolved', missing: this.labels(row, bits) };
    const indicators = [...parts].filter(([name, { points }]) => weights.has(name) && Number.isNaN(points[row]));
    return { kind: 'noScore', indicators: indicators.map(([name]) => name) };
  }

  private labels(row: number, bits: number): string[] {
    return missingLabels(this.context.policy.pack, bits, { readings: this.readings, row, used: () => this.used() });
  }
}

/** What equal scores are told apart by, one column each; what is missing comes last. */
function tieColumns({ ties = [] }: Grading, table: RuleTable): Float64Array[] {
  return ties.map((tree) => {
    const column = roundReadings(formulaColumn(tree, table));
    return column.map((value) => (Number.isNaN(value) ? -Infinity : value));
  });
}

/** The places of a group's rows by score, and by what equal ones are told apart by; a row without a score has none. */
function placesIn({ rows }: Ranked, keys: readonly Float64Array[]): RankedGroup['rankAt'] {
  const rated = rows.filter((row) => !Number.isNaN(keys[0]?.[row] ?? NaN));
  const ranks = cohortRanks(keys, rated);
  const placed = new Map(rated.map((row) => [row, ranks[row] ?? 0]));
  return (row) => ({ rank: placed.get(row) ?? 0, of: rated.length });
}

function countsBeside(verdict: GradeVerdict | undefined): boolean {
  return verdict?.kind === 'outright' && verdict.rule.counts === 'mean';
}

function groupedBy(rows: readonly number[], wordOf: (row: number) => string): ReadonlyMap<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const row of rows) {
    const word = wordOf(row);
    const own = groups.get(word);
    if (own) own.push(row);
    else groups.set(word, [row]);
  }
  return groups;
}
