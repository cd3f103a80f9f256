import type { Metric } from '../../../engine/simulate/index';
import type { PaneCode } from '../../../text/pane';
import { muText, projectedPerMuText, wanYuanText } from '../../../text/quantities';
import type { SeriesName } from '../../state/simulationState';

/** How a figure is named and written. Every one is a metric of the draws as well. */
export const SERIES: Readonly<
  Record<SeriesName & Metric, { readonly code: PaneCode; readonly format: (value: number) => string }>
> = {
  taxPerMu: { code: 'seriesTaxPerMu', format: projectedPerMuText },
  disposedArea: { code: 'seriesDisposedArea', format: muText },
  tax: { code: 'seriesTax', format: wanYuanText },
  landArea: { code: 'seriesLandArea', format: muText },
  cumulativeValue: { code: 'seriesCumulativeValue', format: wanYuanText },
};

/** Every metric of the draws. */
export const METRIC_LOOKS: Readonly<
  Record<Metric, { readonly code: PaneCode; readonly format: (value: number) => string }>
> = {
  ...SERIES,
  floorAreaAdded: { code: 'measureFloorAreaAdded', format: wanYuanText },
  landPriceWaived: { code: 'measureLandPriceWaived', format: wanYuanText },
  deadweight: { code: 'measureDeadweight', format: wanYuanText },
  publicCost: { code: 'measurePublicCost', format: wanYuanText },
  netFiscal: { code: 'measureNetFiscal', format: wanYuanText },
  surcharge: { code: 'measureSurcharge', format: wanYuanText },
  newLandQuota: { code: 'measureNewLandQuota', format: muText },
};
