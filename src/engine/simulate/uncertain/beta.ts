import { exponential } from '../exponential';
import { logarithm } from '../logarithm';

/** ln of the gamma function for a positive argument (Lanczos, g = 7, nine terms): about 15 digits. */
function logGamma(x: number): number {
  const terms = [
    676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
    -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
  ];
  const y = x - 1;
  let sum = 0.9999999999998099;
  terms.forEach((term, index) => (sum += term / (y + index + 1)));
  const t = y + 7.5;
  return 0.9189385332046727 + (y + 0.5) * logarithm(t) - t + logarithm(sum);
}

/** The continued fraction of the incomplete beta function (Lentz), for x below the mean. */
function fraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const away = (value: number) => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m <= 300; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    const step = d * c;
    result *= step;
    if (Math.abs(step - 1) < 1e-15) break;
  }
  return result;
}

/** The distribution function of the beta distribution on 0..1. */
export function betaProbability(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const log = logGamma(a + b) - logGamma(a) - logGamma(b) + a * logarithm(x) + b * logarithm(1 - x);
  if (x < (a + 1) / (a + b + 2)) return (exponential(log) * fraction(x, a, b)) / a;
  return 1 - (exponential(log) * fraction(1 - x, b, a)) / b;
}

/** Points of the table behind a quantile function: the error of a straight line between them is below 1e-6. */
const POINTS = 2048;

/** Tables made so far: the assumptions of a scenario share a few shapes, and every move of a slider asks for them again. */
const TABLES = new Map<string, Float64Array>();
const MOST_TABLES = 64;

function tableOf(a: number, b: number): Float64Array {
  const key = `${a}/${b}`;
  const known = TABLES.get(key);
  if (known) return known;
  const table = Float64Array.from({ length: POINTS + 1 }, (_, index) => betaProbability(index / POINTS, a, b));
  if (TABLES.size >= MOST_TABLES) TABLES.clear();
  TABLES.set(key, table);
  return table;
}

/** The quantile function of the beta distribution, from a table of its distribution function and a straight line between points. */
export function betaQuantile(a: number, b: number): (probability: number) => number {
  const table = tableOf(a, b);
  return (probability) => {
    let low = 0;
    let high = POINTS;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((table[middle] ?? NaN) <= probability) low = middle;
      else high = middle;
    }
    const [from = 0, to = 1] = [table[low], table[high]];
    return (low + (to > from ? (probability - from) / (to - from) : 0)) / POINTS;
  };
}
