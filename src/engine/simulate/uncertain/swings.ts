import { type AssumptionId, nearestAllowed } from '../assumption';
import type { Drawable } from './drawBlock';
import { classSums, expectedMetrics } from './expectedMetrics';
import { type Metric, metricIndex } from './outcomes';

/** What a metric is expected to be with one assumption low or high and all others at their values. */
export interface Swing {
  readonly id: AssumptionId;
  /** The assumption's 5th and 95th percentile, as the model takes them: within its range, whole where years are counted. */
  readonly from: number;
  readonly to: number;
  /** The metric at `from` and at `to`. */
  readonly low: number;
  readonly high: number;
}

/** One-at-a-time swings of a metric in a year (counted from the first), widest first. */
export function swingsOf(drawable: Drawable, metric: Metric, year: number): readonly Swing[] {
  const { parameters } = drawable;
  const classes = classSums(drawable);
  const years = parameters.values.horizon + 1;
  const valueAt = (id: AssumptionId, value: number) =>
    expectedMetrics(drawable, classes, { ...parameters.values, [id]: value })[metricIndex(metric) * years + year] ??
    NaN;
  const swings = parameters.varying.map((id, index) => {
    const quantile = parameters.quantiles[index];
    const [from, to] = [0.05, 0.95].map((at) => nearestAllowed(id, quantile?.(at) ?? NaN)) as [number, number];
    return { id, from, to, low: valueAt(id, from), high: valueAt(id, to) };
  });
  return swings.sort((a, b) => Math.abs(b.high - b.low) - Math.abs(a.high - a.low));
}
