/** How far from a whole number binary fractions may lead: 9 decimals, and of large numbers the twelfth digit. */
const noise = (value: number): number => 1e-12 * Math.max(1000, value);

/** The whole number that a number above 0 has reached, whatever binary fractions take from it: 7538167.999999999 is 7538168. */
export function wholeBelow(value: number): number {
  return Math.floor(value + noise(value));
}

/**
 * A number to so many decimals: half and more away from 0 (`nearest`), whatever is left over away from 0 (`up`) or dropped (`down`).
 * What binary fractions add or take is nothing: 2.675 to two decimals is 2.68.
 */
export function rounded(
  value: number,
  { decimals, way }: { readonly decimals: number; readonly way: 'nearest' | 'up' | 'down' },
): number {
  const scale = 10 ** decimals;
  const parts = Math.abs(value) * scale;
  const whole = way === 'up' ? Math.ceil(parts - noise(parts)) : wholeBelow(way === 'nearest' ? parts + 0.5 : parts);
  return (Math.sign(value) * whole) / scale;
}
