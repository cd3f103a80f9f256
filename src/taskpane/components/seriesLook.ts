import type { Metric } from '../../engine/index';
import type { PaneCode } from '../../text/pane';
import { muText, perMuText, wanYuanText } from '../../text/quantities';
import type { SeriesName } from '../state/simulation/simulationState';

/** How a figure is named and written. Every one is a metric of the draws as well. */
export const SERIES: Readonly<
  Record<SeriesName & Metric, { readonly code: PaneCode; readonly format: (value: number) => string }>
> = {
  taxPerMu: { code: 'seriesTaxPerMu', format: perMuText },
  disposedArea: { code: 'seriesDisposedArea', format: muText },
  tax: { code: 'seriesTax', format: wanYuanText },
  landArea: { code: 'seriesLandArea', format: muText },
  cumulativeValue: { code: 'seriesCumulativeValue', format: wanYuanText },
};
