/** Splits a number into two halves of 26 bits whose products are exact (Veltkamp). */
function split(value: number): readonly [high: number, low: number] {
  const scaled = value * 134_217_729;
  const high = scaled - (scaled - value);
  return [high, value - high];
}

/** What rounding lost in a * b (Dekker): a * b = product + this, exactly. */
function lostInProduct(a: number, b: number, product: number): number {
  const [aHigh, aLow] = split(a);
  const [bHigh, bLow] = split(b);
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}

/**
 * (1 + rate) to a whole number of years, correctly rounded for the terms that occur.
 * `**` differs between browsers in the last bit (1.05 ** 10 does), so the rounding error is carried along instead.
 */
export function compound(rate: number, years: number): number {
  const base = 1 + rate;
  let power = 1;
  let lost = 0;
  for (let year = 0; year < years; year++) {
    const product = power * base;
    lost = lost * base + lostInProduct(power, base, product);
    power = product;
  }
  return power + lost;
}

/** The present values of yearly amounts, the first undiscounted: amount / (1 + rate)^t (docs/model.md, 6). */
export function presentValues(amounts: ArrayLike<number>, rate: number): Float64Array {
  return Float64Array.from(amounts, (amount, year) => amount / compound(rate, year));
}

/** Present value of yearly amounts, summed in the order of the years. */
export function presentValue(amounts: ArrayLike<number>, rate: number): number {
  return presentValues(amounts, rate).reduce((sum, amount) => sum + amount, 0);
}

/** A number multiplied with itself so many times, by squaring: the same bits in every engine. */
export function wholePower(base: number, times: number): number {
  let [power, square] = [1, base];
  for (let left = times; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) power *= square;
    square *= square;
  }
  return power;
}
