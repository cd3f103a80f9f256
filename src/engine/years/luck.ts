import type { Generator } from '../simulate/uncertain/generator';
import { exponential } from '../simulate/exponential';
import { logarithm } from '../simulate/logarithm';
import { normalQuantile } from '../simulate/uncertain/normal';
import { betaQuantile } from '../simulate/uncertain/beta';
import type { Posterior } from './belief';

/** What befalls enterprises by themselves in a year, which the model leaves out: that they go, and how their taxes move. */
export interface LuckBelief {
  readonly exitShare: Posterior;
  readonly ownLuck: Posterior;
  /** Deviation of the growth of one year from that of many. */
  readonly yearly: number;
}

/** Enterprises as luck befalls them: tax, and group (0 for none). Rows of one enterprise are one entry. */
export interface LuckyFirms {
  readonly tax: Float64Array;
  readonly group: ArrayLike<number>;
  /** All tax of each group. */
  readonly wholeOf: Float64Array;
}

/** How many normal scores an enterprise's luck is chosen from: eight bits of a word. */
const PARTS = 256;

/** The middles of so many equal parts of the normal distribution, brought to its variance. */
const SCORES = unitVariance(Float64Array.from({ length: PARTS }, (_, part) => normalQuantile((part + 0.5) / PARTS)));

function unitVariance(scores: Float64Array): Float64Array {
  const variance = scores.reduce((sum, score) => sum + score * score, 0) / scores.length;
  return scores.map((score) => score / Math.sqrt(variance));
}

/** Factors of mean 1 whose logarithms have a deviation, one a score. */
function factorsOf(deviation: number): Float64Array {
  const factors = SCORES.map((score) => exponential(deviation * score));
  const mean = factors.reduce((sum, factor) => sum + factor, 0) / factors.length;
  return factors.map((factor) => factor / mean);
}

/**
 * By how much luck changes the tax of each group in a draw, as a share of its tax, so many years ahead: an enterprise goes or stays, and
 * what stays moves by a lognormal factor of mean 1, all of them by the year's own; written over `to`, group by group. One word of 32 bits
 * decides an enterprise: eight bits its factor, the others whether it goes.
 */
export function drawLuck(
  { tax, group, wholeOf }: LuckyFirms,
  years: number,
  rates: { readonly exit: number; readonly own: number; readonly shock: number },
  generator: Generator,
  to: Float64Array,
): void {
  const factors = factorsOf(rates.own * Math.sqrt(years));
  const goes = (1 - (1 - rates.exit) ** years) * 16_777_216;
  to.fill(0);
  for (let firm = 0; firm < tax.length; firm++) {
    const word = generator.word();
    if (word >>> 8 < goes) continue;
    const of = group[firm] ?? 0;
    to[of] = (to[of] ?? 0) + (tax[firm] ?? 0) * (factors[word & 255] ?? 0);
  }
  for (let of = 0; of < to.length; of++) to[of] = ((to[of] ?? 0) / (wholeOf[of] ?? NaN)) * (1 + rates.shock) - 1;
}

/** Draws of the rates themselves, each from what is believed of it. */
export function rateDrawer({ exitShare, ownLuck, yearly }: LuckBelief, years: number) {
  const { value, deviation } = exitShare;
  const cases = (value * (1 - value)) / deviation ** 2 - 1;
  const exitAt = betaQuantile(value * cases, (1 - value) * cases);
  return (generator: Generator) => ({
    exit: exitAt(generator.uniform()),
    own: exponential(logarithm(ownLuck.value) + ownLuck.deviation * normalQuantile(generator.uniform())),
    shock: yearly * Math.sqrt(years) * normalQuantile(generator.uniform()),
  });
}
