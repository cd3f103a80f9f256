import type { Day } from '../quantity/day';
import { reaches } from '../quantity/reaches';
import { daySerial } from '../quantity/daySerial';

/** What has been closed out since the first day: one entry a closing, its area in mu. */
export interface PaceQuestion {
  readonly areas: readonly number[];
  /** Closed out before the first day, in mu: it counts, but says nothing of the pace. */
  readonly earlier?: number;
  readonly from: Day;
  readonly asOf: Day;
  readonly until: Day;
  /** What there is in all, in mu: the forecast goes no further. */
  readonly stock: number;
  readonly target: number;
}

/** The state at `until` by the pace so far, in mu; `chance` is that of reaching the target. */
export interface Forecast {
  readonly done: number;
  readonly expected: number;
  /** The bounds that hold with a chance of 80 %. */
  readonly low: number;
  readonly high: number;
  readonly chance: number;
}

/** The normal deviate that leaves 10 % on either side. */
const EIGHTY = 1.2815515655446004;

/**
 * The year's end by the pace so far. Closings are taken for a compound Poisson process of constant rate (S. Ross, Introduction to
 * Probability Models, 5.4.2): over a time t the area closed out has the mean λtE[A] and the variance λtE[A²]. With rate and
 * moments estimated from the e days passed, the r days left bring S·r/e, and the error of that forecast has the variance
 * ΣA²·(r/e)(1 + r/e): that of the rest and that of the estimate. The interval is the normal one, cut at what is done and at the stock.
 * Undefined before two closings or on the first day: no pace can be told from them.
 */
export function forecastProgress({
  areas,
  earlier = 0,
  from,
  asOf,
  until,
  stock,
  target,
}: PaceQuestion): Forecast | undefined {
  const passed = daySerial(asOf) - daySerial(from) + 1;
  const left = Math.max(0, daySerial(until) - daySerial(asOf));
  if (areas.length < 2 || passed <= 1) return undefined;
  const paced = areas.reduce((sum, area) => sum + area, 0);
  const done = earlier + paced;
  const squares = areas.reduce((sum, area) => sum + area * area, 0);
  const ratio = left / passed;
  const spread = Math.sqrt(squares * ratio * (1 + ratio));
  const mean = done + paced * ratio;
  const within = (mu: number) => Math.min(Math.max(mu, done), Math.max(stock, done));
  return {
    done,
    expected: within(mean),
    low: within(mean - EIGHTY * spread),
    high: within(mean + EIGHTY * spread),
    chance: chanceOf(target, { done, stock, mean, spread }),
  };
}

function chanceOf(
  target: number,
  {
    done,
    stock,
    mean,
    spread,
  }: { readonly done: number; readonly stock: number; readonly mean: number; readonly spread: number },
): number {
  if (reaches(done, target)) return 1;
  if (!reaches(stock, target)) return 0;
  if (spread === 0) return reaches(mean, target) ? 1 : 0;
  return normalBelow((mean - target) / spread);
}

/** The normal distribution function to 1.5e-7 (Abramowitz and Stegun, 7.1.26). */
function normalBelow(deviate: number): number {
  const x = Math.abs(deviate) / Math.SQRT2;
  const t = 1 / (1 + 0.327_591_1 * x);
  const series = [1.061_405_429, -1.453_152_027, 1.421_413_741, -0.284_496_736, 0.254_829_592];
  const tail = series.reduce((sum, factor) => (sum + factor) * t, 0) * Math.exp(-x * x);
  return deviate >= 0 ? 1 - tail / 2 : tail / 2;
}
