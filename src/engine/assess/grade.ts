import type { Ledger } from '../ledger/readLedger';
import { gradingOn } from '../policy/gradingValues';
import type { Grading, PackRule } from '../policy/pack';
import { decide } from '../rule/decide';
import { truthAt } from '../rule/truthAt';
import { TRUE } from '../rule/truth';
import { gradeOfRank, ranksOf } from './gradeRows';
import { fieldsIn, fieldsOfCondition } from '../rule/treeParts';
import { missingLabels } from './judge';
import { readingsOf, type Readings } from './readings';
import { scoresOf, type IndicatorScore } from './scores';
import type { AssessContext } from './context';

/** How an enterprise was graded: by rank in its cohort, outright by a rule, not at all for what is missing or for no cohort. */
export type GradeVerdict =
  | {
      readonly kind: 'ranked';
      readonly grade: string;
      readonly cohort: string;
      readonly score: number;
      readonly rank: number;
      readonly of: number;
    }
  | { readonly kind: 'outright'; readonly grade: string; readonly rule: PackRule }
  | { readonly kind: 'unresolved'; readonly missing: readonly string[] }
  | { readonly kind: 'noCohort' }
  | { readonly kind: 'notData' };

/** The grades of a ledger. */
export interface Grades {
  readonly verdicts: readonly GradeVerdict[];
  /** Score, rank and the parts of the score by row; NaN and 0 where a row is not ranked. */
  readonly scores: Float64Array;
  readonly parts: ReadonlyMap<string, IndicatorScore>;
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

class Grader {
  private readonly readings: Readings;

  constructor(
    private readonly grading: Grading,
    private readonly ledger: Ledger,
    private readonly context: AssessContext,
  ) {
    this.readings = readingsOf(ledger, context);
  }

  grades(): Grades {
    const { grading, ledger, readings } = this;
    const { table } = readings;
    const lines = grading.cohorts.map(({ condition }, outcome) => ({ condition, outcome }));
    const cohorts = decide(lines, table);
    const verdicts: (GradeVerdict | undefined)[] = ledger.kinds.map((kind, row) => {
      if (kind !== 'data') return { kind: 'notData' };
      const outright = this.outright(row);
      if (outright) return outright;
      if (cohorts.outcome[row] !== -1) return undefined;
      const missing = cohorts.missing[row] ?? 0;
      return missing === 0 ? { kind: 'noCohort' } : { kind: 'unresolved', missing: this.labels(row, missing) };
    });
    const members = grading.cohorts.map((_, cohort) =>
      verdicts.flatMap((verdict, row) => (verdict || cohorts.outcome[row] !== cohort ? [] : [row])),
    );
    const { scores, missing, parts } = scoresOf(grading, table, members);
    grading.cohorts.forEach(({ name, quotas, weights }, cohort) => {
      const own = members[cohort] ?? [];
      const rated = own.filter((row) => !Number.isNaN(scores[row] ?? NaN));
      const ranks = ranksOf(scores, rated);
      for (const row of own) {
        const rank = ranks[row] ?? 0;
        const of = rated.length;
        verdicts[row] =
          rank === 0
            ? { kind: 'unresolved', missing: this.labels(row, missing[row] ?? 0, weights.keys()) }
            : {
                kind: 'ranked',
                grade: quotas[gradeOfRank({ rank, of }, quotas)]?.grade ?? '',
                cohort: name,
                score: scores[row] ?? NaN,
                ...{ rank, of },
              };
      }
    });
    return { verdicts: verdicts as GradeVerdict[], scores, parts, readings, ledger, context: this.context, grading };
  }

  /** Only what is known grades outright: a rule whose input is missing does not keep a row from the ranking. */
  private outright(row: number): GradeVerdict | undefined {
    const { table } = this.readings;
    const rule = this.grading.outright.find(({ condition }) => truthAt(condition, table, row) === TRUE);
    return rule && { kind: 'outright', grade: rule.answer, rule };
  }

  private used(): ReadonlySet<string> {
    const { cohorts, indicators } = this.grading;
    const formulas = indicators.flatMap(({ formula }) => fieldsIn(formula));
    return new Set([...formulas, ...cohorts.flatMap(({ condition }) => fieldsOfCondition(condition))]);
  }

  /** Nothing is missing and yet there is no reading where a quotient has no divisor: the measures themselves are named. */
  private labels(row: number, bits: number, measures: Iterable<string> = []): string[] {
    return bits === 0
      ? [...measures]
      : missingLabels(this.context.policy.pack, bits, { readings: this.readings, row, used: () => this.used() });
  }
}
