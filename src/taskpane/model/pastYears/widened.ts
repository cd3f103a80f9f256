import { numbersOf } from '../../../engine/column/index';
import type { Spread } from '../../../engine/simulate/index';
import { asWideAsHappened, luckOfTotal } from '../../../engine/years/index';
import type { PaneText } from '../../../text/pane';
import { rangeText } from '../../../text/quantities';
import type { Projection, SeriesName, Widening } from '../../state/simulationState';
import { SERIES } from '../simulation/seriesLook';

/** The figures whose width look-backs tell: all that is made of the enterprises' taxes. */
const TOLD: ReadonlySet<SeriesName> = new Set(['tax', 'taxPerMu']);

/** The spreads of a figure, year by year, as wide as look-backs ask; undefined where they say nothing of it. */
export function widenedSpreads(
  { assessment }: Projection,
  spreads: readonly Spread[],
  { series, spread: { factor, own, yearly } }: { readonly series: SeriesName; readonly spread: Widening },
): Spread[] | undefined {
  if (!TOLD.has(series)) return undefined;
  const taxes = numbersOf(assessment.whole, 'taxPaid');
  const paid = Float64Array.from(assessment.dataRows, (row) => taxes[row] ?? NaN).filter((tax) => tax > 0);
  const luck = luckOfTotal(paid, { own, yearly });
  return spreads.map((one, year) => asWideAsHappened(one, year, { factor, luck }));
}

/** The range of a figure's last year as wide as look-backs ask, in a sentence that says by how many of them. */
export function widenedText(
  { p5, p95 }: Pick<Spread, 'p5' | 'p95'>,
  given: { readonly series: SeriesName; readonly spread: Widening; readonly year: number },
  t: PaneText,
): string {
  const { n, inside, factor } = given.spread;
  const { code, format } = SERIES[given.series];
  const what = t(code).replace(/（.*$/, '');
  const range = rangeText(format(p5), format(p95));
  return t('pastWidened', { n, inside, year: String(given.year), what, range, factor: Math.max(1, factor).toFixed(2) });
}
