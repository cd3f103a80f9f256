import { exponential } from '../simulate/exponential';

/** The density of the standard normal distribution. */
export function normalDensity(z: number): number {
  return exponential((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}

/** The distribution function of the standard normal: a series near the middle, a continued fraction beyond (Abramowitz and Stegun 26.2.11, 26.2.14). */
export function normalProbability(z: number): number {
  if (z < -37) return 0;
  if (z > 37) return 1;
  return Math.abs(z) < 3 ? 0.5 + normalDensity(z) * oddSeries(z) : z > 0 ? 1 - upper(z) : upper(-z);
}

function oddSeries(z: number): number {
  let [term, sum] = [z, z];
  for (let odd = 3; Math.abs(term) > 1e-17 * Math.abs(sum); odd += 2) sum += term *= (z * z) / odd;
  return sum;
}

function upper(z: number): number {
  let fraction = z;
  for (let step = 60; step >= 1; step--) fraction = z + step / fraction;
  return normalDensity(z) / fraction;
}
