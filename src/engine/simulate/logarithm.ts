/** ln 2 in two parts, so that `k * LN2_HIGH` is exact for every exponent k. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

const REAL = new Float64Array(1);
const BITS = new Uint32Array(REAL.buffer);

/** x = m * 2^k with m from about 0.707 to 1.414; x is positive and finite. Written into FRACTION. */
const FRACTION = { mantissa: 1, exponent: 0 };

function splitBinary(x: number): typeof FRACTION {
  let exponent = 0;
  REAL[0] = x;
  if (x < 2.2250738585072014e-308) {
    REAL[0] = x * 18_014_398_509_481_984;
    exponent = -54;
  }
  const high = BITS[1] ?? 0;
  exponent += ((high >>> 20) & 0x7ff) - 1023;
  BITS[1] = (high & 0xfffff) | 0x3ff00000;
  let mantissa = REAL[0];
  if (mantissa > Math.SQRT2) {
    mantissa *= 0.5;
    exponent++;
  }
  FRACTION.mantissa = mantissa;
  FRACTION.exponent = exponent;
  return FRACTION;
}

/** Splits into halves of 26 bits whose products are exact (Veltkamp). */
function upperHalf(value: number): number {
  const scaled = value * 134_217_729;
  return scaled - (scaled - value);
}

/** What rounding lost in a * b (Dekker). */
function lostInProduct(a: number, b: number, product: number): number {
  const [aHigh, bHigh] = [upperHalf(a), upperHalf(b)];
  const [aLow, bLow] = [a - aHigh, b - bHigh];
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}

/** 2 * artanh(s) - 2s as a series in s^2, |s| < 0.172. */
function tailOf(s: number): number {
  const t = s * s;
  let sum = 0;
  for (let power = 23; power >= 3; power -= 2) sum = t * (sum + 2 / power);
  return s * sum;
}

/** The logarithm of a positive, finite number: exponent * ln 2 + 2 artanh((m - 1) / (m + 1)). */
function ofPositive(x: number): number {
  const { mantissa, exponent } = splitBinary(x);
  const [over, under] = [mantissa - 1, mantissa + 1];
  const s = over / under;
  const product = s * under;
  // What the quotient lost, the lost part of m + 1 included: m - 1 is exact here.
  const underLost = mantissa - (under - 1);
  const low = (over - product - lostInProduct(s, under, product) - s * underLost) / under;
  const whole = exponent * LN2_HIGH;
  const high = whole + 2 * s;
  const lost = Math.abs(whole) > Math.abs(2 * s) ? 2 * s - (high - whole) : whole - (high - 2 * s);
  return high + (lost + (2 * low + tailOf(s) + exponent * LN2_LOW));
}

/** The natural logarithm, within 1 ulp; only + - * / are used, so every engine gives the same bits. NaN below 0, -Infinity at 0. */
export function logarithm(x: number): number {
  if (Number.isNaN(x) || x < 0) return NaN;
  if (x === 0) return -Infinity;
  return x === Infinity ? Infinity : ofPositive(x);
}
