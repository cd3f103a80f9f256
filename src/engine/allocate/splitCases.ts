import { wholeUnits } from './wholeUnits';

/** A township's parcels and their area in mu, and the part of it that the target takes. */
export interface CaseShare {
  readonly count: number;
  readonly area: number;
  readonly target: number;
}

/**
 * The number of parcels that an area target stands for: in each township its parcels by the part of the area, whole by the largest
 * remainder (an assumption: parcels of average size). A target above 0 asks for one parcel at least.
 */
export function splitCases(townships: readonly CaseShare[]): number[] {
  const least = townships.map(({ count, target }) => (target > 0 ? Math.min(1, count) : 0));
  const most = townships.map(({ count }) => count);
  const exact = townships.map(({ count, area, target }, index) => {
    const part = area > 0 ? Math.min(target, area) / area : 0;
    return Math.max(count * part, least[index] ?? 0);
  });
  return wholeUnits(
    exact.reduce((sum, cases) => sum + cases, 0),
    exact,
    { least, most },
  );
}
