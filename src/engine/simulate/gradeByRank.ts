import { noiseOf } from '../quantity/reaches';

/** Grades by rank: `shares` are cumulative (0.2, 0.6, 0.95), rising, one fewer than `grades`. */
export interface GradeQuota {
  readonly grades: readonly string[];
  readonly shares: readonly number[];
}

/**
 * The grade (index into `grades`) of each value by its rank in the whole cohort, best first: k = 1 + number strictly
 * higher, the first grade whose share is at least k / n. -1 where the value is missing.
 */
export function gradeByRank(values: Float64Array, { shares, grades }: GradeQuota): Int8Array {
  const known = values.filter((value) => !Number.isNaN(value)).sort();
  const n = known.length;
  const result = new Int8Array(values.length).fill(-1);
  for (const [row, value] of values.entries()) {
    if (Number.isNaN(value)) continue;
    const higher = n - upperBound(known, value);
    // k <= share * n, with what multiplying loses taken off.
    const grade = shares.findIndex((share) => higher + 1 <= share * n + noiseOf(n));
    result[row] = grade < 0 ? grades.length - 1 : grade;
  }
  return result;
}

/** How many sorted values are at most `value`. */
function upperBound(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? NaN) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
