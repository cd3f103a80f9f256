import { METRICS, type Metric, type YearSeries } from '../../engine/simulate/index';
import { METRIC_LOOKS } from '../../taskpane/model/simulation/seriesLook';
import { paneText } from '../../text/pane';

const t = paneText('zh-CN');

/** A figure of a projection: its metric among the draws, what the pane calls it, and what is expected of it year by year. */
export interface ProjectedFigure {
  readonly metric: Metric;
  readonly label: string;
  readonly format: string;
  readonly expected: (series: YearSeries) => Float64Array;
}

const [AREA, MONEY, PER_MU] = ['#,##0.0', '#,##0', '#,##0.00'];

/** Draws have sums up to a year where the expected series has the year alone. */
function upToNow(amounts: Float64Array): Float64Array {
  let sum = 0;
  return amounts.map((amount) => (sum += amount));
}

function publicCost({ subsidy, disposalCost, upgradeCost }: YearSeries): Float64Array {
  return upToNow(subsidy.map((amount, year) => amount + (disposalCost[year] ?? NaN) + (upgradeCost[year] ?? NaN)));
}

const EXPECTED: Readonly<Record<Metric, readonly [format: string, of: ProjectedFigure['expected']]>> = {
  taxPerMu: [PER_MU, ({ taxPerMu }) => taxPerMu],
  tax: [MONEY, ({ tax }) => tax],
  landArea: [AREA, ({ landArea }) => landArea],
  disposedArea: [AREA, ({ disposedArea }) => upToNow(disposedArea)],
  netFiscal: [MONEY, ({ netFiscal }) => netFiscal],
  cumulativeValue: [MONEY, ({ cumulativeValue }) => cumulativeValue],
  publicCost: [MONEY, publicCost],
  floorAreaAdded: [MONEY, ({ floorAreaAdded }) => upToNow(floorAreaAdded)],
  landPriceWaived: [MONEY, ({ landPriceWaived }) => upToNow(landPriceWaived)],
  deadweight: [MONEY, ({ deadweight }) => upToNow(deadweight)],
  surcharge: [MONEY, ({ surcharge }) => surcharge],
  newLandQuota: [AREA, ({ newLandQuota }) => newLandQuota],
};

/** Every metric of the draws, those that matter most first. */
export const PROJECTED_FIGURES: readonly ProjectedFigure[] = Object.entries(EXPECTED).map(
  ([metric, [format, expected]]) => ({
    metric: metric as Metric,
    label: t(METRIC_LOOKS[metric as Metric].code),
    format,
    expected,
  }),
);

/** All are sums over parcels but this one, which is a quotient of two of them. */
export const QUOTIENT = { metric: 'taxPerMu', above: 'tax', below: 'landArea' } as const;

/** A value for every metric of the draws. */
export function byMetric<Value>(give: (metric: Metric) => Value): Readonly<Record<Metric, Value>> {
  return Object.fromEntries(METRICS.map((metric) => [metric, give(metric)])) as Record<Metric, Value>;
}
