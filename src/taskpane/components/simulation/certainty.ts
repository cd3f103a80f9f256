import { noiseOf } from '../../../engine/quantity/index';
import type { Histogram } from '../../charts/distribution';
import { metricIndex, METRICS, shareAtLeast, type Metric, type UncertainResult } from '../../../engine/simulate/index';

/** A figure of one year (counted from the first) in all draws of a run. */
function drawnColumn({ raw, years }: UncertainResult, metric: Metric, year: number): Float64Array {
  const at = metricIndex(metric);
  return Float64Array.from(
    { length: raw.draws },
    (_, draw) => raw.metrics[(draw * METRICS.length + at) * years.length + year] ?? NaN,
  );
}

/** The chance that a figure reaches an amount in a year, over all draws of a run. */
export function certaintyOf(result: UncertainResult, metric: Metric, year: number, amount: number): number {
  return shareAtLeast(drawnColumn(result, metric, year), amount);
}

/** About so many steps of a distribution. */
const STEPS = 25;

/** How a figure of one year is distributed: steps of a round width over all that was drawn; draws without it are in no step. */
export function histogramOf(result: UncertainResult, metric: Metric, year: number): Histogram {
  const column = drawnColumn(result, metric, year).filter(Number.isFinite).sort();
  const [least = 0, greatest = 0] = [column[0], column.at(-1)];
  const width = niceStep(least, greatest, STEPS);
  // What reaches an edge but for noise belongs above it, as chances have it.
  const stepOf = (value: number) => Math.floor((value + noiseOf(value)) / width);
  const first = stepOf(least);
  const counts = new Array<number>(stepOf(greatest) - first + 1).fill(0);
  for (const value of column) counts[stepOf(value) - first] = (counts[stepOf(value) - first] ?? 0) + 1;
  return {
    edges: Array.from({ length: counts.length + 1 }, (_, at) => Number(((first + at) * width).toPrecision(12))),
    shares: counts.map((count) => count / result.raw.draws),
  };
}

/** A step of 1, 2 or 5 times a power of ten: so many of them, or a few less, make up the range. */
export function niceStep(least: number, greatest: number, steps = 100): number {
  const rough = (greatest - least) / steps;
  if (!(rough > 0)) return 0.01;
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5].find((times) => times * power >= rough) ?? 10) * power;
}
