import type { Progress } from '../progress';
import { drawBlock, type Drawable, type DrawnBlock } from './drawBlock';
import { type Metric, metricIndex } from './outcomes';
import { metricColumn, percentileInterval } from './stopRule';
import { DRAWS_PER_BLOCK } from './uncertainInput';

/** A metric in a year that is asked for at once. */
interface Asked {
  readonly metric: Metric;
  /** Counted from the first. */
  readonly year: number;
}

/** Metrics that no money goes into. */
const STOCK: ReadonlySet<Metric> = new Set<Metric>(['landArea', 'tax', 'taxPerMu', 'disposedArea']);

/** Tosses of parcels that a person may wait for with a finger on a slider; fewer draws than `LEAST` tell nothing. */
const TOSSES = 3_000_000;
const LEAST = 100;

/**
 * The draws that a run of the scenario begins with, as sorted columns, one for each thing asked: what sliders and goals read. They are
 * the run's own, so that its result differs by chance alone (see `medianError`); over very many parcels there are fewer of them.
 */
export function* firstDraws(
  drawable: Drawable,
  asked: readonly Asked[],
  blocks = 1,
): Generator<Progress, Float64Array[]> {
  const years = drawable.parameters.values.horizon + 1;
  const parcels = drawable.events.classes.reduce((sum, of) => sum + of.parcels, 0);
  const draws = Math.max(LEAST, Math.min(DRAWS_PER_BLOCK, Math.floor(TOSSES / Math.max(1, parcels))));
  const stockOnly = asked.every(({ metric }) => STOCK.has(metric));
  const drawn: DrawnBlock[] = [];
  for (let block = 0; block < blocks; block++)
    drawn.push(yield* drawBlock(drawable, block, { draws, stockOnly, ungrouped: true }));
  return asked.map(({ metric, year }) => metricColumn(drawn, metricIndex(metric), year, years).sort());
}

/** How far the median of sorted draws may be from the true one: half of its 95 % interval. */
export function medianError(sorted: Float64Array): number {
  const [low, high] = percentileInterval(sorted, 0.5);
  return (high - low) / 2;
}
