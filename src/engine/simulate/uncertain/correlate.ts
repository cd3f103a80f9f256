/** The sine of a number between -0.53 and 0.53 by its series, to the last bit the same in every engine. */
function sine(x: number): number {
  let [term, sum] = [x, x];
  for (let power = 2; power <= 16; power += 2) {
    term *= -(x * x) / (power * (power + 1));
    sum += term;
  }
  return sum;
}

/** The correlation that normal scores need for their ranks to correlate so: 2 sin(πr/6) (Pearson 1907). */
export function scoreCorrelation(rankCorrelation: number): number {
  return 2 * sine((Math.PI * rankCorrelation) / 6);
}

/** The lower triangle L of a symmetric matrix with L L' = matrix, row by row; undefined where it is not positive definite. */
export function cholesky(matrix: readonly Float64Array[]): Float64Array[] | undefined {
  const size = matrix.length;
  const lower = Array.from({ length: size }, () => new Float64Array(size));
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let rest = matrix[row]?.[column] ?? NaN;
      for (let k = 0; k < column; k++) rest -= (lower[row]?.[k] ?? NaN) * (lower[column]?.[k] ?? NaN);
      if (row === column && !(rest > 1e-10)) return undefined;
      const pivot = lower[column]?.[column] ?? NaN;
      const target = lower[row];
      if (target) target[column] = row === column ? Math.sqrt(rest) : rest / pivot;
    }
  }
  return lower;
}

/** A matrix of correlations that can be, and how far it had to be taken from what was asked. */
export interface RepairedMatrix {
  readonly matrix: readonly Float64Array[];
  /** 1 where nothing had to be changed; else every correlation was multiplied with it. */
  readonly kept: number;
}

/** Draws all correlations towards 0 by the same factor, as little as makes the matrix positive definite. */
export function repairCorrelations(matrix: readonly Float64Array[]): RepairedMatrix {
  if (cholesky(matrix)) return { matrix, kept: 1 };
  let [good, bad] = [0, 1];
  for (let step = 0; step < 40; step++) {
    const middle = (good + bad) / 2;
    if (cholesky(shrink(matrix, middle))) good = middle;
    else bad = middle;
  }
  // A little further in, where the numbers are not about to break.
  const kept = good * 0.999;
  return { matrix: shrink(matrix, kept), kept };
}

function shrink(matrix: readonly Float64Array[], factor: number): Float64Array[] {
  return matrix.map((line, row) => line.map((value, column) => (row === column ? 1 : value * factor)));
}

/** L^-1 x in place, for a lower triangle. */
function solveLower(lower: readonly Float64Array[], vector: Float64Array): void {
  for (let row = 0; row < vector.length; row++) {
    let rest = vector[row] ?? NaN;
    for (let k = 0; k < row; k++) rest -= (lower[row]?.[k] ?? NaN) * (vector[k] ?? NaN);
    vector[row] = rest / (lower[row]?.[row] ?? NaN);
  }
}

/** L x in place, for a lower triangle. */
function multiplyLower(lower: readonly Float64Array[], vector: Float64Array): void {
  for (let row = vector.length - 1; row >= 0; row--) {
    let sum = 0;
    for (let k = 0; k <= row; k++) sum += (lower[row]?.[k] ?? NaN) * (vector[k] ?? NaN);
    vector[row] = sum;
  }
}

function meanProduct(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += (a[index] ?? NaN) * (b[index] ?? NaN);
  return sum / a.length;
}

/**
 * Iman and Conover: scores (columns of normal quantiles in random order) turned so that their correlations are those asked
 * for; the ranks of the result are the ranks in which each parameter's values are then set. Works in place.
 */
export function correlateScores(scores: readonly Float64Array[], target: readonly Float64Array[]): void {
  const wanted = cholesky(target);
  const scale = scores.map((column) => Math.sqrt(meanProduct(column, column)));
  const own = scores.map((a, row) =>
    Float64Array.from(scores, (b, column) => meanProduct(a, b) / ((scale[row] ?? NaN) * (scale[column] ?? NaN))),
  );
  const actual = cholesky(own);
  if (!wanted || !actual) return;
  const line = new Float64Array(scores.length);
  for (let draw = 0; draw < (scores[0]?.length ?? 0); draw++) {
    scores.forEach((column, index) => (line[index] = (column[draw] ?? NaN) / (scale[index] ?? NaN)));
    solveLower(actual, line);
    multiplyLower(wanted, line);
    scores.forEach((column, index) => (column[draw] = line[index] ?? NaN));
  }
}

/** The rank (0 the least) of each value; equal values keep their order. */
export function ranksOf(values: Float64Array): Uint32Array {
  const order = Uint32Array.from(values.keys());
  order.sort((a, b) => (values[a] ?? NaN) - (values[b] ?? NaN) || a - b);
  const ranks = new Uint32Array(values.length);
  order.forEach((position, rank) => (ranks[position] = rank));
  return ranks;
}
