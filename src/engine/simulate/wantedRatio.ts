import type { PlotRatioLever } from './levers';

/** The plot ratio a lever asks of a parcel. */
export function wantedRatio({ target, factor }: PlotRatioLever, current: number): number {
  return factor === undefined ? (target ?? NaN) : current * factor;
}
