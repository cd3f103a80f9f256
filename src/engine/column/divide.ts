/** Divides row by row. A missing, zero or negative divisor leaves the row missing. */
export function divideByPositive(numerator: Float64Array, divisor: Float64Array): Float64Array {
  const quotient = new Float64Array(numerator.length).fill(NaN);
  for (let row = 0; row < quotient.length; row++) {
    const below = divisor[row] ?? NaN;
    if (below > 0) quotient[row] = (numerator[row] ?? NaN) / below;
  }
  return quotient;
}
