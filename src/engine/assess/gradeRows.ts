import type { GradingCohort, Quota, Rounding } from '../policy/pack';
import { noiseOf } from '../quantity/reaches';

/** A row's place among those rated with it: 1 + the number that are strictly higher, and how many were rated. */
export interface Rank {
  readonly rank: number;
  readonly of: number;
}

/** What the scores of one cohort come to: ranks by row, 0 where the row was not rated. */
export function ranksOf(scores: Float64Array, rated: readonly number[]): Int32Array {
  const ranks = new Int32Array(scores.length);
  const ordered = Float64Array.from(rated, (row) => -(scores[row] ?? NaN)).sort();
  for (const row of rated) ranks[row] = 1 + below(ordered, -(scores[row] ?? NaN));
  return ranks;
}

/** How many numbers of a sorted list are less. */
function below(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? Infinity) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

type Share = Omit<Quota, 'grade'>;

/**
 * The grade of a rank: the first whose cumulative share reaches rank/n, else the last. Equal scores have equal ranks and so
 * equal grades (design.md, Custom functions). Shares such as 0.2 + 0.4 are summed without their binary noise.
 */
export function gradeOfRank({ rank, of }: Rank, quotas: readonly Share[], rounding: Rounding = 'down'): number {
  let upTo = 0;
  for (const [index, { share }] of quotas.entries()) {
    upTo += share;
    if (rank <= membersUpTo(upTo * of, noiseOf(of), roundingAt(quotas, index, rounding))) return index;
  }
  return quotas.length - 1;
}

function membersUpTo(share: number, noise: number, rounding: Rounding): number {
  if (rounding === 'up') return Math.ceil(share - noise);
  return Math.floor(share + noise + (rounding === 'nearest' ? 0.5 : 0));
}

/**
 * How the line below a grade is rounded: a grade that is at most so many ends early, one that is at least so many late; what the
 * next one is bound to is the other way round.
 */
export function roundingAt(quotas: readonly Share[], index: number, rounding: Rounding): Rounding {
  const [own, next] = [quotas[index]?.bound, quotas[index + 1]?.bound];
  if (own) return own === 'atMost' ? 'down' : 'up';
  if (next) return next === 'atMost' ? 'up' : 'down';
  return rounding;
}

/** The quotas of a cohort of so many. */
export function quotasFor({ quotas, small }: Pick<GradingCohort, 'quotas' | 'small'>, of: number): readonly Quota[] {
  return small && of < small.under ? small.quotas : quotas;
}
