import type { GradingCohort, Quota, Rounding } from '../policy/pack';
import { noiseOf } from '../quantity/reaches';

/** A row's place among those rated with it: 1 + the number that are strictly higher, and how many were rated. */
export interface Rank {
  readonly rank: number;
  readonly of: number;
}

/**
 * What the scores of one cohort come to: ranks by row, 0 where the row was not rated. `keys` are scores first, then what equal ones
 * are told apart by; where all of them are equal, the rank is.
 */
export function cohortRanks(keys: readonly Float64Array[], rated: readonly number[]): Int32Array {
  const ranks = new Int32Array(keys[0]?.length ?? 0);
  const compare = (one: number, other: number): number => {
    for (const key of keys) {
      const [a, b] = [key[one] ?? NaN, key[other] ?? NaN];
      if (a !== b) return b > a ? 1 : -1;
    }
    return 0;
  };
  const ordered = [...rated].sort(compare);
  let rank = 0;
  for (const [at, row] of ordered.entries()) {
    const before = ordered[at - 1];
    if (before === undefined || compare(before, row) !== 0) rank = at + 1;
    ranks[row] = rank;
  }
  return ranks;
}

type Share = Omit<Quota, 'grade'>;

/**
 * The grade of a rank: the first whose line reaches it, else the last. Equal scores have equal ranks and so equal grades
 * (design.md, Custom functions).
 */
export function gradeOfRank({ rank, of }: Rank, quotas: readonly Share[], rounding: Rounding = 'down'): number {
  const reached = quotas.findIndex((_, index) => rank <= membersUpTo(lineParts(quotas, index, rounding), of));
  return reached < 0 ? quotas.length - 1 : reached;
}

function membersUpTo(parts: readonly LinePart[], of: number): number {
  return parts.reduce((sum, { share, rounding }) => sum + rounded(share * of, noiseOf(of), rounding), 0);
}

function rounded(share: number, noise: number, rounding: Rounding): number {
  if (rounding === 'up') return Math.ceil(share - noise);
  return Math.floor(share + noise + (rounding === 'nearest' ? 0.5 : 0));
}

/** What a grade's line is counted from: the shares of these grades together, rounded once. */
export interface LinePart {
  readonly grades: readonly number[];
  readonly share: number;
  readonly rounding: Rounding;
}

/**
 * The line below a grade, as parts to be rounded one by one and added. A grade that is at most or at least so many is counted by
 * itself, from where the grade above ends: 乙类不超过45% is a share of the cohort that the grade itself does not pass, however few
 * the one above it has. Any other ends where the shares so far come to; what the last one is bound to is rounded in its favour.
 */
export function lineParts(quotas: readonly Share[], index: number, rounding: Rounding): readonly LinePart[] {
  const own = quotas[index];
  if (own?.bound) {
    const above = index === 0 ? [] : lineParts(quotas, index - 1, rounding);
    return [...above, { grades: [index], share: own.share, rounding: own.bound === 'atMost' ? 'down' : 'up' }];
  }
  const soFar = quotas.slice(0, index + 1);
  const share = soFar.reduce((sum, one) => sum + one.share, 0);
  const last = index === quotas.length - 2 ? quotas[index + 1]?.bound : undefined;
  const towardsLast = last && (last === 'atMost' ? 'up' : 'down');
  return [{ grades: soFar.map((_, at) => at), share, rounding: towardsLast ?? rounding }];
}

/** The quotas of a cohort of so many. */
export function quotasFor({ quotas, small }: Pick<GradingCohort, 'quotas' | 'small'>, of: number): readonly Quota[] {
  return small && of < small.under ? small.quotas : quotas;
}
