import { studentOverNormal } from './belief';

/** A total against another, over the same cases. */
export interface RatioOfSums {
  readonly cases: number;
  /** Σ after / Σ before. */
  readonly ratio: number;
  /** Its standard error, widened as Student's t is where few cases carry it. */
  readonly error: number;
  /** The error's own degrees of freedom: n − 1 of equal cases, 1 where one of them carries the sum. */
  readonly freedom: number;
  /** The case with the most of Σ before, its share, and the ratio without it. */
  readonly largest: number;
  readonly largestShare: number;
  readonly withoutLargest: number;
}

/**
 * The ratio of two sums with its jackknife error (Cochran, Sampling Techniques, 6.17): the cases' residuals, each as it would be were
 * the ratio taken without it, so that a case which carries half of the sum does not vouch for itself.
 */
export function ratioOfSums(before: readonly number[], after: readonly number[]): RatioOfSums {
  const [from, to] = [sum(before), sum(after)];
  const ratio = to / from;
  let [squares, shares, fourths, largest] = [0, 0, 0, 0];
  before.forEach((amount, at) => {
    squares += (((after[at] ?? NaN) - ratio * amount) / (from - amount)) ** 2;
    shares += (amount / from) ** 2;
    fourths += (amount / from) ** 4;
    if (amount > (before[largest] ?? -Infinity)) largest = at;
  });
  // Satterthwaite 1946: residuals count by their amounts squared, so that a few large cases tell the error.
  const freedom = Math.max(1, (shares ** 2 / fourths) * (1 - 1 / before.length));
  const left = from - (before[largest] ?? NaN);
  return {
    cases: before.length,
    ratio,
    error: Math.sqrt(squares) * studentOverNormal(freedom),
    freedom,
    largest,
    largestShare: (before[largest] ?? NaN) / from,
    withoutLargest: (to - (after[largest] ?? NaN)) / left,
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** The middle of numbers, NaN of none. */
export function medianOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  const upper = sorted[Math.floor(half)] ?? NaN;
  return Number.isInteger(half) ? ((sorted[half - 1] ?? NaN) + upper) / 2 : upper;
}

/** Middle and spread of numbers by their median and the median of distances from it, scaled to a normal's deviation. */
export function robustly(numbers: readonly number[]): { readonly middle: number; readonly spread: number } {
  const middle = medianOf(numbers);
  return { middle, spread: 1.4826 * medianOf(numbers.map((number) => Math.abs(number - middle))) };
}
