import { METRICS, metricIndex, spreadOf, type Metric, type Spread } from '../../engine/simulate/index';
import type { CountyOutcome } from './projectCounty';
import { byMetric, QUOTIENT } from './figures';

/** A county that was projected. */
export type Projected = Extract<CountyOutcome, { readonly kind: 'projected' }>;

/** What all counties come to together. */
export interface Whole {
  readonly years: readonly number[];
  readonly draws: number;
  readonly rows: number;
  readonly counted: number;
  readonly expected: Projected['expected'];
  readonly baseline: Projected['baseline'];
  readonly spreads: Projected['spreads'];
}

/**
 * Adds counties up, draw by draw: a draw has the same assumptions in every county and parcels of each county's own, so that its sum is
 * what that draw brings the whole, and percentiles are taken of the sums. 亩均税收 is the sum of tax over the sum of land, draw by draw.
 * Counties are added in the order given: the same bits however many threads projected them.
 */
export class WholeSum {
  private sums: Float64Array | undefined;
  private first: Projected | undefined;
  private readonly totals = { rows: 0, counted: 0 };
  private expected: Projected['expected'] | undefined;
  private baseline: Projected['baseline'] | undefined;

  add(county: Projected): void {
    this.first ??= { ...county, drawn: new Float64Array() };
    this.totals.rows += county.rows;
    this.totals.counted += county.counted;
    this.sums = added(this.sums, county.drawn);
    this.expected = byMetric((metric) => added(this.expected?.[metric], county.expected[metric]));
    this.baseline = byMetric((metric) => added(this.baseline?.[metric], county.baseline[metric]));
  }

  /** Undefined where nothing was added. */
  whole(): Whole | undefined {
    const { first, sums, expected, baseline } = this;
    if (!first || !sums || !expected || !baseline) return undefined;
    const { years, draws } = first;
    const column = (metric: Metric, year: number) => columnOf(sums, metric, { year, years: years.length, draws });
    const spreadIn = (metric: Metric, year: number): Spread => {
      if (metric !== QUOTIENT.metric) return spreadOf(column(metric, year));
      return spreadOf(quotient(column(QUOTIENT.above, year), column(QUOTIENT.below, year)));
    };
    return {
      ...{ years, draws, ...this.totals },
      expected: totalOf(expected),
      baseline: totalOf(baseline),
      spreads: byMetric((metric) => years.map((_, year) => spreadIn(metric, year))),
    };
  }
}

function added(sums: Float64Array | undefined, own: Float64Array): Float64Array {
  return sums ? sums.map((sum, at) => sum + (own[at] ?? NaN)) : Float64Array.from(own);
}

function quotient(above: Float64Array, below: Float64Array): Float64Array {
  return above.map((value, at) => value / (below[at] ?? NaN));
}

/** Of sums: 亩均税收 is no sum. */
function totalOf(sums: Projected['expected']): Projected['expected'] {
  return { ...sums, [QUOTIENT.metric]: quotient(sums[QUOTIENT.above], sums[QUOTIENT.below]) };
}

/** One metric in one year over all draws. */
function columnOf(
  sums: Float64Array,
  metric: Metric,
  { year, years, draws }: { readonly year: number; readonly years: number; readonly draws: number },
): Float64Array {
  const at = metricIndex(metric) * years + year;
  return Float64Array.from({ length: draws }, (_, draw) => sums[draw * METRICS.length * years + at] ?? NaN);
}
