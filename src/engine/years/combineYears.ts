/** A figure of one pair of years, with its standard error. */
export interface Estimate {
  readonly value: number;
  readonly error: number;
}

/**
 * Several measurements of one figure that also differs from year to year (random effects, DerSimonian and Laird 1986), with at least
 * `least` of such a difference: few years cannot tell it, and one year tells nothing of it.
 */
export function combined(measured: readonly Estimate[], least: number): Estimate & { readonly between: number } {
  const between = Math.max(least, betweenOf(measured));
  const weights = measured.map(({ error }) => 1 / (error ** 2 + between ** 2));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const value = measured.reduce((sum, one, at) => sum + one.value * (weights[at] ?? 0), 0) / whole;
  return { value, error: Math.sqrt(1 / whole), between };
}

/** How much the measurements differ beyond their errors, as a standard deviation. */
export function betweenOf(measured: readonly Estimate[]): number {
  const weights = measured.map(({ error }) => 1 / error ** 2);
  const sum = (of: (weight: number, at: number) => number) =>
    weights.reduce((total, weight, at) => total + of(weight, at), 0);
  const whole = sum((weight) => weight);
  const mean = sum((weight, at) => weight * (measured[at]?.value ?? NaN)) / whole;
  const spread = sum((weight, at) => weight * ((measured[at]?.value ?? NaN) - mean) ** 2);
  const scale = whole - sum((weight) => weight ** 2) / whole;
  return scale > 0 ? Math.sqrt(Math.max(0, (spread - (measured.length - 1)) / scale)) : 0;
}
