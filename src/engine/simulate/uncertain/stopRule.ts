import { type DrawnBlock } from './drawBlock';
import { metricIndex, METRICS } from './outcomes';
import type { StopRule } from './uncertainInput';

/** Fewer draws than this never stop a run: the tails are too thin. */
const LEAST_BLOCKS = 4;

/** The two-sided 95 % point of the normal distribution. */
const Z = 1.959963984540054;

/** One metric in one year over the draws of some blocks. */
export function metricColumn(blocks: readonly DrawnBlock[], metric: number, year: number, years: number): Float64Array {
  const draws = blocks.reduce((sum, block) => sum + block.draws, 0);
  const column = new Float64Array(draws);
  let at = 0;
  for (const block of blocks)
    for (let draw = 0; draw < block.draws; draw++)
      column[at++] = block.metrics[(draw * METRICS.length + metric) * years + year] ?? NaN;
  return column;
}

/** The 95 % interval of a percentile from order statistics (no assumption on the distribution). */
export function percentileInterval(sorted: Float64Array, percentile: number): readonly [number, number] {
  const n = sorted.length;
  const half = Z * Math.sqrt(n * percentile * (1 - percentile));
  const low = Math.max(0, Math.floor(n * percentile - half) - 1);
  const high = Math.min(n - 1, Math.ceil(n * percentile + half) - 1);
  return [sorted[low] ?? NaN, sorted[high] ?? NaN];
}

/**
 * Whether the draws so far are enough: the interval of the reported percentile is narrow against its size. Asked of the
 * first blocks in their order, so that the answer does not depend on which worker was first.
 */
export function isEnough(
  blocks: readonly DrawnBlock[],
  rule: StopRule,
  given: { readonly firstYear: number; readonly years: number },
): boolean {
  if (blocks.length < LEAST_BLOCKS) return false;
  const year = rule.year - given.firstYear;
  const sorted = metricColumn(blocks, metricIndex(rule.metric), year, given.years).sort();
  const [low, high] = percentileInterval(sorted, rule.percentile);
  return high - low <= rule.within * Math.abs((low + high) / 2);
}
