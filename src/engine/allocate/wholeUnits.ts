import type { ShareBounds } from './fillBetween';

/** A hair of a unit: binary noise must not take a whole one away. */
const NOISE = 1e-9;

/**
 * Rounds shares to whole units by the largest remainder, a tie going to the earlier one, so that they add up to the total as far as
 * the bounds allow (target-sheet.md, rule 4).
 */
export function wholeUnits(total: number, shares: readonly number[], { least, most }: ShareBounds): number[] {
  const low = least.map((bound, index) => Math.min(Math.ceil(bound - NOISE), Math.floor((most[index] ?? 0) + NOISE)));
  const high = most.map((bound) => Math.floor(bound + NOISE));
  const whole = shares.map((share, index) => clamp(Math.floor(share + NOISE), low[index] ?? 0, high[index] ?? 0));
  const left = () => Math.round(total) - whole.reduce((sum, units) => sum + units, 0);
  const byRemainder = shares
    .map((share, index) => ({ index, remainder: share - (whole[index] ?? 0) }))
    .toSorted((a, b) => b.remainder - a.remainder || a.index - b.index)
    .map(({ index }) => index);
  move(whole, byRemainder, { left, step: 1, bound: high });
  move(whole, byRemainder.toReversed(), { left: () => -left(), step: -1, bound: low });
  return whole;
}

/** One unit a turn, round after round, while some are left and somebody has room. */
function move(
  whole: number[],
  order: readonly number[],
  { left, step, bound }: { readonly left: () => number; readonly step: 1 | -1; readonly bound: readonly number[] },
): void {
  let moved = true;
  while (moved && left() > 0) {
    moved = false;
    for (const index of order) {
      if (left() <= 0) return;
      if (step * ((bound[index] ?? 0) - (whole[index] ?? 0)) <= 0) continue;
      whole[index] = (whole[index] ?? 0) + step;
      moved = true;
    }
  }
}

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);
