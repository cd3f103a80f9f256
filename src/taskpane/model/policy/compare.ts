import { definedOnly, type Steps } from '../../../engine/column/index';
import type { HeaderMatch } from '../../../engine/ledger/index';
import type { EntityRules } from '../../../engine/entity/index';
import {
  correctedLedger,
  grade,
  gradesAnswered,
  gradesOfLedger,
  judge,
  migration,
  migrationBetween,
  pathChanges,
  tierLifts,
  type AppliedPolicy,
  type Grades,
  type Judgement,
  type Migration,
  type Move,
  type MovingChange,
} from '../../../engine/assess/index';
import { assessSteps, type Assessment } from '../verdict/assessment';
import type { Source } from '../reading/source';
import type { PolicyComparison } from '../../state/policyWork';

/** The ledger under another policy or day, beside how it stands now. */
export function* comparisonOf(
  given: {
    readonly source: Source;
    readonly headers: HeaderMatch;
    readonly rules: EntityRules;
    readonly before: Assessment;
  },
  policy: AppliedPolicy,
): Steps<PolicyComparison> {
  const { source, headers, rules, before } = given;
  const after = yield* assessSteps(source, headers, { policy, rules });
  yield;
  const tiers = between(before.tiers, after.tiers);
  yield;
  const paths = between(before.paths, after.paths);
  return {
    policyId: policy.pack.id,
    before,
    after,
    ...definedOnly({ asOf: policy.asOf, tiers, paths }),
    ...gradesBetween(before, after),
  };
}

/** From policy to policy, and from what the ledger says; both only where the other policy grades. */
function gradesBetween(before: Assessment, after: Assessment): Pick<PolicyComparison, 'grades' | 'ledgerGrades'> {
  if (!after.grades) return {};
  const now = gradesAnswered(after.grades);
  const own = gradesOfLedger(before.whole);
  return {
    ...(before.grades ? { grades: migrationBetween(gradesAnswered(before.grades), now) } : {}),
    ...(own ? { ledgerGrades: migrationBetween(own, now) } : {}),
  };
}

function between(before: Judgement | undefined, after: Judgement | undefined): Migration | undefined {
  return before && after ? migration(before, after) : undefined;
}

/** What would give a row another tier or path. */
export interface Lifts {
  readonly tiers: readonly MovingChange[];
  readonly paths: readonly MovingChange[];
}

/** What would lift a row one tier, and what single change would put it on another path. */
export function liftsOf({ tiers, paths }: Assessment, row: number): Lifts {
  return { tiers: tiers ? tierLifts(tiers, row) : [], paths: paths ? pathChanges(paths, row) : [] };
}

/** A row whose tier, path or grade would be another one after a correction. */
export interface Effect extends Move {
  readonly kind: 'tier' | 'path' | 'grade';
}

/** Every row that a correction of one figure would move, averages and ranks over all rows included. */
export function effectsOf(
  { ledger, tiers, paths, grades, policy }: Assessment,
  row: number,
  cell: { readonly field: string; readonly value: number },
): Effect[] {
  if (!policy) return [];
  const corrected = correctedLedger(ledger, row, cell);
  const context = { policy, cohort: corrected };
  return [
    ...moved('tier', tiers, judge(corrected, context, 'tiers')),
    ...moved('path', paths, judge(corrected, context, 'paths')),
    ...(grades ? regraded(grades, grade(corrected, context)) : []),
  ];
}

/** One row's rise is another's fall: all rows of the cohort are graded anew. */
function regraded(before: Grades, after: Grades | undefined): Effect[] {
  if (!after) return [];
  const { moves } = migrationBetween(gradesAnswered(before), gradesAnswered(after));
  return moves.map((move) => ({ kind: 'grade', ...move }));
}

function moved(kind: Effect['kind'], before: Judgement | undefined, after: Judgement | undefined): Effect[] {
  return before && after ? migration(before, after).moves.map((move) => ({ kind, ...move })) : [];
}
