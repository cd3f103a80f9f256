import type { Metric, Spread } from '../../../engine/simulate/index';
import type { PaneText } from '../../../text/pane';
import { percentText, rangeText } from '../../../text/quantities';
import type { Projection, SeriesName } from '../../state/simulationState';
import { SERIES } from './seriesLook';
import { signed } from './swingBars';

const MEASURES: readonly (SeriesName & Metric)[] = ['taxPerMu', 'disposedArea', 'tax', 'cumulativeValue'];

/** Medians of the last year with their nine in ten, and how far each scenario is from the first. */
export function comparedTable(
  projections: readonly Projection[],
  t: PaneText,
): { readonly headers: string[]; readonly rows: string[][] } {
  const names = projections.map(({ scenario }) => scenario.name ?? '');
  const [first = '', ...others] = names;
  const cells = (values: readonly number[], format: (value: number) => string) => {
    const [base = NaN, ...rest] = values;
    return rest.map((value) => signed(value - base, format));
  };
  const rows = MEASURES.map((metric) => {
    const { code, format } = SERIES[metric];
    const spreads = projections.map(({ drawn }) => drawn?.result.metrics[metric].at(-1));
    const shown = ({ p5, p50, p95 }: Spread) => {
      const [value, range] = [format(p50), rangeText(format(p5), format(p95))];
      return range === value ? value : t('comparedRange', { value, range });
    };
    const medians = spreads.map((spread) => spread?.p50 ?? NaN);
    return [t(code), ...spreads.map((spread) => (spread ? shown(spread) : format(NaN))), ...cells(medians, format)];
  });
  const points = (value: number) => t('comparedPoints', { value: (value * 100).toFixed(1) });
  const chances = (projections[0]?.drawn?.result.targets ?? []).map(({ target }, index) => {
    const values = projections.map(({ drawn }) => drawn?.result.targets[index]?.chance ?? NaN);
    return [t('chanceOf', { name: target.id }), ...values.map(percentText), ...cells(values, points)];
  });
  const differences = others.map((other) => t('comparedDifference', { other, first }));
  return { headers: [t('comparedMeasure'), ...names, ...differences], rows: [...rows, ...chances] };
}
