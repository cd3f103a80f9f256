/** At most so many of a long list are exceptions: each of them costs the spreadsheet a request of its own. */
const MOST_EXCEPTIONS = 40;

/** The greatest of some values but for one in twenty, and never more than a few, that may stand out; 0 of none. */
export function usualMost(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const exceptions = Math.min(MOST_EXCEPTIONS, Math.floor(values.length / 20));
  return sorted[sorted.length - 1 - exceptions] ?? 0;
}
