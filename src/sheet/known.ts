/** A number as a cell shows it: one that is not known is a blank cell, never 0, and sums over the column still work. */
export function known(value: number | undefined): number | '' {
  return value === undefined || !Number.isFinite(value) ? '' : value;
}
