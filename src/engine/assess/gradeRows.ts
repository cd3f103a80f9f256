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

/**
 * The grade of a rank: the first whose cumulative share reaches rank/n, else the last. Equal scores have equal ranks and so
 * equal grades (design.md, Custom functions). Shares such as 0.2 + 0.4 are summed without their binary noise.
 */
export function gradeOfRank({ rank, of }: Rank, quotas: readonly { readonly share: number }[]): number {
  let upTo = 0;
  for (const [index, { share }] of quotas.entries()) {
    upTo += share;
    if (rank <= upTo * of + noiseOf(of)) return index;
  }
  return quotas.length - 1;
}
