import { roundReading } from './roundReading';

/**
 * A number to so many decimals: half and more away from 0 (`nearest`), whatever is left over away from 0 (`up`) or dropped (`down`).
 * What binary fractions add is none: 2.675 to two decimals is 2.68.
 */
export function rounded(
  value: number,
  { decimals, way }: { readonly decimals: number; readonly way: 'nearest' | 'up' | 'down' },
): number {
  const scale = 10 ** decimals;
  const parts = roundReading(Math.abs(value) * scale);
  const whole = way === 'up' ? Math.ceil(parts) : Math.floor(way === 'nearest' ? parts + 0.5 : parts);
  return (Math.sign(value) * whole) / scale;
}
