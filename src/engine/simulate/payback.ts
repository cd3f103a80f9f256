import { noiseOf } from '../quantity/reaches';

/**
 * How money that is put in comes back: it never goes out; it is back for good after so many years; or so much of it is
 * still missing at the end (wanYuan).
 */
export type Recovery =
  | { readonly kind: 'noOutlay' }
  | { readonly kind: 'recovered'; readonly years: number }
  | { readonly kind: 'short'; readonly by: number };

/**
 * When the running sum of yearly amounts is back at zero for good, with a fraction of the last year: a sum that turns negative
 * again has not come back. The year before an amount is whole; within it money comes in evenly.
 */
export function recoveryOf(amounts: ArrayLike<number>): Recovery {
  let [sum, years, out] = [0, NaN, false];
  for (let year = 0; year < amounts.length; year++) {
    const amount = amounts[year] ?? NaN;
    const noise = noiseOf(Math.max(Math.abs(sum), Math.abs(amount)));
    const wasOut = sum < -noise;
    if (wasOut && sum + amount >= -noise) years = year - 1 - sum / amount;
    sum += amount;
    out ||= sum < -noise;
  }
  if (!out) return { kind: 'noOutlay' };
  return sum < -noiseOf(sum) ? { kind: 'short', by: -sum } : { kind: 'recovered', years };
}

/** The years of a recovery, or null where no money goes out or it does not come back. */
export function yearsOf(recovery: Recovery): number | null {
  return recovery.kind === 'recovered' ? recovery.years : null;
}
