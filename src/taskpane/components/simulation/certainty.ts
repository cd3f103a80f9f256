import { metricIndex, METRICS, shareAtLeast, type Metric, type UncertainResult } from '../../../engine/simulate/index';

/** The chance that a figure reaches an amount in a year (counted from the first), over all draws of a run. */
export function certaintyOf({ raw, years }: UncertainResult, metric: Metric, year: number, amount: number): number {
  const at = metricIndex(metric);
  const column = Float64Array.from(
    { length: raw.draws },
    (_, draw) => raw.metrics[(draw * METRICS.length + at) * years.length + year] ?? NaN,
  );
  return shareAtLeast(column, amount);
}

/** A step of 1, 2 or 5 times a power of ten, a hundredth of the range or a little more. */
export function niceStep(least: number, greatest: number): number {
  const rough = (greatest - least) / 100;
  if (!(rough > 0)) return 0.01;
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5].find((times) => times * power >= rough) ?? 10) * power;
}
