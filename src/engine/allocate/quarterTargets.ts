/** Rounded as ROUND(x, decimals) does: half away from zero, without the noise of multiplying. */
export function roundTo(value: number, decimals: 0 | 1): number {
  const scale = decimals === 0 ? 1 : 10;
  return Math.round(value * scale + 1e-9) / scale;
}

/**
 * The cumulative targets of each township by quarter, in whole units (docs/model.md, 10): the rounding of a line is made up for by the
 * next, so that they add up to the rounded part of the whole; and none falls from one quarter to the next.
 */
export function quarterTargets(
  targets: readonly number[],
  shares: readonly number[],
  decimals: 0 | 1,
): readonly (readonly number[])[] {
  let sum = 0;
  return targets.map((target) => {
    const before = sum;
    sum += target;
    let least = 0;
    return shares.map((share) => {
      const part = roundTo(sum * share, decimals) - roundTo(before * share, decimals);
      least = Math.max(least, roundTo(part, 1));
      return least;
    });
  });
}
