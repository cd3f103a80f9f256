/** A range of values with round ticks that cover it. */
export interface Scale {
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly number[];
}

/** Two to five round ticks around the values: steps of 1, 2 or 5 times a power of ten. */
export function scaleFor(values: readonly number[]): Scale {
  const known = values.filter(Number.isFinite);
  const low = Math.min(...known);
  const high = Math.max(...known);
  if (known.length === 0) return { min: 0, max: 1, ticks: [0, 1] };
  const step = roundStep((high - low || Math.abs(high) || 1) / 3);
  const min = Math.floor(low / step) * step;
  const max = Math.max(Math.ceil(high / step) * step, min + step);
  const count = Math.round((max - min) / step) + 1;
  return { min, max, ticks: Array.from({ length: count }, (_, index) => min + index * step) };
}

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
}
