import type { YearSeries } from '../../../engine/simulate/index';
import { assumptionLabel } from '../../../text/assumptions';
import type { Language } from '../../../text/language';
import type { DrawnRun } from '../../../worker/drawProtocol';
import type { TornadoBar } from '../../charts/tornado';
import type { SeriesName } from '../../state/simulationState';

/** Assumptions shown: the others hardly matter. */
export const MOST_SWINGS = 7;

/**
 * What moves a figure of the last year most, one assumption at a time, the widest first: by its low and its high end, as differences
 * from the expected path.
 */
export function swingBars(
  { insight }: DrawnRun,
  expected: YearSeries,
  metric: SeriesName,
  language: Language,
): readonly TornadoBar[] {
  const base = lastOf(expected, metric);
  return (insight.swings[metric] ?? [])
    .slice(0, MOST_SWINGS)
    .map(({ id, low, high }) => ({ name: assumptionLabel(id, language), low: low - base, high: high - base }));
}

/** A figure of the expected path in the last year; disposal adds up. */
function lastOf(expected: YearSeries, metric: SeriesName): number {
  if (metric !== 'disposedArea') return expected[metric].at(-1) ?? NaN;
  return expected.disposedArea.reduce((sum, area) => sum + area, 0);
}

/** A difference as people read it: +0.85; no sign where nothing of it shows. */
export function signed(value: number, format: (value: number) => string): string {
  const text = format(value);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}
