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
  readonly groups: number;
}

/**
 * By how much luck changes the tax of each group in a draw, as a share of its tax, so many years ahead: an enterprise goes or stays, and
 * what stays moves by a lognormal factor of mean 1, all of them by the year's own; written over `to`, group by group.
 */
export function drawLuck(
  firms: LuckyFirms,
  years: number,
  rates: { readonly exit: number; readonly own: number; readonly shock: number },
  generator: Generator,
  to: Float64Array,
): void {
  const { tax, group, groups } = firms;
  const deviation = rates.own * Math.sqrt(years);
  const mean = (deviation * deviation) / 2;
  const goes = 1 - (1 - rates.exit) ** years;
  const whole = new Float64Array(groups);
  to.fill(0);
  for (let firm = 0; firm < tax.length; firm++) {
    const [paid = 0, of = 0] = [tax[firm], group[firm]];
    const stays = generator.uniform() >= goes;
    const moved = exponential(deviation * normalQuantile(generator.uniform()) - mean);
    whole[of] = (whole[of] ?? 0) + paid;
    to[of] = (to[of] ?? 0) + (stays ? paid * moved : 0);
  }
  for (let of = 0; of < groups; of++) to[of] = ((to[of] ?? 0) / (whole[of] ?? NaN)) * (1 + rates.shock) - 1;
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
