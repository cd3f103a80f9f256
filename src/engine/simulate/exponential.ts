/** 2 to an integer power, by exact doubling or halving: no library call whose last bit differs between browsers. */
function powerOfTwo(exponent: number): number {
  const factor = exponent < 0 ? 0.5 : 2;
  let power = 1;
  for (let step = Math.abs(exponent); step > 0; step--) power *= factor;
  return power;
}

/** ln 2 in two parts, so that `k * LN2_HIGH` is exact for every k that occurs (fdlibm, Sun Microsystems 1993). */
const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;

/** The part of exp(r) that a rational approximation of degree 5 in r^2 gives, |r| <= ln2 / 2 (fdlibm e_exp.c). */
function remainderOf(r: number): number {
  const t = r * r;
  const even =
    1.66666666666666019037e-1 +
    t *
      (-2.7777777777015593384e-3 +
        t * (6.61375632143793436117e-5 + t * (-1.6533902205465251539e-6 + t * 4.13813679705723846039e-8)));
  return r - t * even;
}

/**
 * e to the power x, with the same bits in every engine (only + - * / are used). Within 1 ulp; the method of fdlibm.
 * Shapes: scalar. NaN stays missing, large x gives Infinity, small x gives 0.
 */
export function exponential(x: number): number {
  if (Number.isNaN(x)) return NaN;
  if (x > 709.782712893384) return Infinity;
  if (x < -745.1332191019411) return 0;
  const halvings = Math.abs(x) > 0.5 * Math.LN2 ? Math.round(x / Math.LN2) : 0;
  const high = x - halvings * LN2_HIGH;
  const low = halvings * LN2_LOW;
  const r = high - low;
  const c = remainderOf(r);
  if (halvings === 0) return 1 - ((r * c) / (c - 2) - r);
  const scaled = 1 - (low - (r * c) / (2 - c) - high);
  return halvings > 1023 ? scaled * 2 * powerOfTwo(halvings - 1) : scaled * powerOfTwo(halvings);
}
