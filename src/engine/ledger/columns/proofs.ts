/** quotient × denominator / numerator, where it is the same in nearly every row. */
export interface Ratio {
  readonly factor: number;
  /** Over several different quotients: one that is the same everywhere proves nothing. */
  readonly isStrong: boolean;
}

/** Printed quotients have two places at least. */
const ROUNDING = 0.0055;

/** Whether one column is another divided by a third, up to a factor. */
export function ratioOf(quotient: Float64Array, numerator: Float64Array, denominator: Float64Array): Ratio | undefined {
  const found: { readonly factor: number; readonly value: number }[] = [];
  quotient.forEach((value, row) => {
    const [top, bottom] = [numerator[row] ?? NaN, denominator[row] ?? NaN];
    if (value > 0 && top > 0 && bottom > 0) found.push({ factor: (value * bottom) / top, value });
  });
  if (found.length < 3) return undefined;
  const factors = found.map(({ factor }) => factor).sort((a, b) => a - b);
  const middle = factors[Math.floor(factors.length / 2)] ?? NaN;
  const near = found.filter(({ factor, value }) => Math.abs(factor / middle - 1) <= 0.002 + ROUNDING / value);
  const loose = near.filter(({ value }) => ROUNDING / value > 0.1).length > near.length / 2;
  if (near.length < found.length * 0.8 || loose) return undefined;
  const different = new Set(near.map(({ value }) => value.toPrecision(3))).size;
  return { factor: middle, isStrong: different >= 3 };
}

/** Whether a column is the sum of others in nearly every row. */
export function isSumOf(sum: Float64Array, parts: readonly Float64Array[]): boolean {
  let [hits, rows] = [0, 0];
  sum.forEach((value, row) => {
    const known = parts.map((part) => part[row] ?? NaN).filter((part) => !Number.isNaN(part));
    if (Number.isNaN(value) || known.length === 0) return;
    rows++;
    const total = known.reduce((all, part) => all + part, 0);
    const rounded = [value, ...known].some(isInHundredths) ? 0.006 : 6e-5;
    if (Math.abs(total - value) <= rounded * parts.length + 1e-6 * Math.abs(total)) hits++;
  });
  return rows >= 3 && hits >= rows * 0.85;
}

/** Whether a column is the mean of others in nearly every row. */
export function isMeanOf(mean: Float64Array, parts: readonly Float64Array[]): boolean {
  let [hits, rows] = [0, 0];
  mean.forEach((value, row) => {
    const known = parts.map((part) => part[row] ?? NaN);
    if (Number.isNaN(value) || known.some((part) => Number.isNaN(part))) return;
    rows++;
    const middle = known.reduce((all, part) => all + part, 0) / known.length;
    if (Math.abs(middle - value) <= 0.006 + 1e-6 * Math.abs(middle)) hits++;
  });
  return rows >= 3 && hits >= rows * 0.85;
}

/** Written with two places or fewer; 0 says nothing of how figures are written, and 亿元 have more. */
function isInHundredths(value: number): boolean {
  return value !== 0 && Math.abs(value * 100 - Math.round(value * 100)) < 1e-6;
}

/** Whether a column of rates says how far one column has grown over another: (this - last) / last. */
export function isGrowthOf(rate: Float64Array, now: Float64Array, before: Float64Array): boolean {
  let [hits, rows] = [0, 0];
  now.forEach((value, row) => {
    const [last, said] = [before[row] ?? NaN, rate[row] ?? NaN];
    if (!(last > 0) || Number.isNaN(value) || Number.isNaN(said)) return;
    rows++;
    const grown = (value - last) / last;
    if (Math.abs(grown - said) < 0.002 || Math.abs(grown * 100 - said) < 0.1) hits++;
  });
  return rows >= 3 && hits >= rows * 0.8;
}

/** Columns added row by row, some taken off; a row in which none has a number has none. */
export function addedUp(parts: readonly Float64Array[], signs: readonly number[]): Float64Array {
  const sum = new Float64Array(parts[0]?.length ?? 0).fill(NaN);
  parts.forEach((part, index) => {
    part.forEach((value, row) => {
      const before = sum[row] ?? NaN;
      if (!Number.isNaN(value)) sum[row] = (Number.isNaN(before) ? 0 : before) + value * (signs[index] ?? 1);
    });
  });
  return sum;
}
