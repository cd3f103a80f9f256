import { reaches } from '../../quantity/reaches';

/** A distribution in six numbers. */
export interface Spread {
  readonly mean: number;
  readonly p5: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p95: number;
}

/** The quantile of sorted values as PERCENTILE.INC has it; NaN where there are none. */
export function sortedQuantile(sorted: Float64Array, probability: number): number {
  const place = (sorted.length - 1) * probability;
  const below = Math.floor(place);
  const low = sorted[below] ?? NaN;
  const high = sorted[below + 1] ?? low;
  return low + (place - below) * (high - low);
}

/** The spread of values, which are sorted in place. */
export function spreadOf(values: Float64Array): Spread {
  let sum = 0;
  for (const value of values) sum += value;
  values.sort();
  const at = (probability: number) => sortedQuantile(values, probability);
  return {
    mean: sum / values.length,
    p5: at(0.05),
    p25: at(0.25),
    p50: at(0.5),
    p75: at(0.75),
    p95: at(0.95),
  };
}

/** The share of values that reach a line. */
export function shareAtLeast(values: Float64Array, line: number): number {
  let reached = 0;
  for (const value of values) if (reaches(value, line)) reached++;
  return reached / values.length;
}
