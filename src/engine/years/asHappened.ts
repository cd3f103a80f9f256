import { normalQuantile } from '../simulate/uncertain/normal';
import type { Spread } from '../simulate/uncertain/spread';
import { countedOf, type Held, isInside } from './held';
import type { LookBackResult } from './lookBack';

/** How much wider fans are to be by look-backs: `n` figures, of which `inside` lay within their 90 %. */
export interface SpreadFactor {
  readonly factor: number;
  readonly n: number;
  readonly inside: number;
}

/** Figures that a factor of 1 counts for: few look-backs hardly move it. */
const CASES_OF_ONE = 5;

/**
 * The factor by which fans would have been as wide as what happened: the mean square of the figures' normal scores, drawn toward 1 as by
 * five figures (docs/model.md, 12.6). A factor below 1 is told as well, though nobody is offered a narrower fan.
 */
export function spreadFactor(lookBacks: readonly LookBackResult[]): SpreadFactor {
  const figures = lookBacks.flatMap(({ held }) => countedOf(held));
  const squares = figures.reduce((sum, figure) => sum + scoreOf(figure) ** 2, 0);
  const inside = figures.filter(isInside).length;
  return { factor: Math.sqrt((CASES_OF_ONE + squares) / (CASES_OF_ONE + figures.length)), n: figures.length, inside };
}

/** Where a figure lies in its fan, as a normal score; beyond all draws by how far it is beyond the fan's width. */
function scoreOf({ rank, draws, actual, p5, p50, p95 }: Held): number {
  if (rank > 1 / draws && rank < 1 - 1 / draws) return normalQuantile(rank);
  return ((actual - p50) / (p95 - p5)) * 2 * normalQuantile(0.95);
}

/** What luck adds to a projection that leaves it out: a share of the total a year, φ·√Σtax²/Σtax and the year's own. */
export interface LuckOfTotal {
  readonly perYear: number;
}

/** The luck of a total, by the taxes that make it up. */
export function luckOfTotal(
  taxes: Float64Array,
  { own, yearly }: { readonly own: number; readonly yearly: number },
): LuckOfTotal {
  const [sum, squares] = [taxes.reduce((a, tax) => a + tax, 0), taxes.reduce((a, tax) => a + tax * tax, 0)];
  return { perYear: Math.sqrt((own * own * squares) / (sum * sum) + yearly * yearly) };
}

/**
 * A projected spread so many years ahead, as wide as look-backs ask: each half is that of the model and that of luck, square by square, times
 * the factor. A spread that had no width at all gets one.
 */
export function asWideAsHappened(
  spread: Spread,
  years: number,
  { factor, luck }: { readonly factor: number; readonly luck: LuckOfTotal },
): Spread {
  const away = (value: number, probability: number) => {
    const own = value - spread.p50;
    const side = Math.sign(normalQuantile(probability));
    const added = normalQuantile(probability) * luck.perYear * Math.sqrt(years) * spread.p50;
    return spread.p50 + side * Math.max(1, factor) * Math.sqrt(own ** 2 + added ** 2);
  };
  const { p5, p25, p75, p95 } = spread;
  return { ...spread, p5: away(p5, 0.05), p25: away(p25, 0.25), p75: away(p75, 0.75), p95: away(p95, 0.95) };
}
