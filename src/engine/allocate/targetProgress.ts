import type { Day } from '../quantity/day';
import { yearOf } from '../quantity/day';
import { forecastProgress, type Forecast } from './forecastProgress';
import type { StockRow } from './targetStock';
import { isClosedIn, type Period } from './townshipStock';

/** The cumulative part of a year's target at the end of each quarter (model.md equation 10, an assumption). */
export const QUARTER_SHARES: readonly [number, number, number, number] = [0.1, 0.35, 0.65, 1];

/** The quarter (1 to 4) of the year that a day's target is that of; 0 before the year, 4 after it. */
export function quarterOf(day: Day, year: number): number {
  if (yearOf(day) !== year) return yearOf(day) < year ? 0 : 4;
  return Math.ceil(Number(day.slice(5, 7)) / 3);
}

/** How a township stands against its target: areas in mu, `ahead` the rate of completion less the part that is due. */
export interface TownshipProgress {
  readonly name: string;
  readonly target: number;
  readonly done: number;
  /** NaN without a target. */
  readonly rate: number;
  readonly due: number;
  readonly ahead: number;
}

/** The whole, those behind (furthest behind first), and the year's end by the pace so far. */
export interface TargetProgress {
  readonly whole: TownshipProgress;
  readonly townships: readonly TownshipProgress[];
  readonly behind: readonly TownshipProgress[];
  readonly forecast?: Forecast;
}

/** What progress is told of. */
export interface ProgressQuestion {
  readonly rows: readonly StockRow[];
  readonly targets: ReadonlyMap<string, number>;
  readonly year: number;
  readonly counting: Period;
  readonly shares?: readonly number[];
}

/** Completion as of the last day that counts, by township (target-sheet.md, 1: columns M to O). */
export function targetProgress({
  rows,
  targets,
  year,
  counting,
  shares = QUARTER_SHARES,
}: ProgressQuestion): TargetProgress {
  const due = shares[quarterOf(counting.to, year) - 1] ?? NaN;
  const listed = rows.filter(({ counted, area }) => counted === true && area > 0);
  const closed = listed.filter((row) => isClosedIn(row, counting));
  const areaOf = (some: readonly StockRow[]) => some.reduce((sum, { area }) => sum + area, 0);
  const standing = (name: string, target: number, own: readonly StockRow[]): TownshipProgress => {
    const done = areaOf(own);
    const rate = target > 0 ? done / target : NaN;
    return { name, target, done, rate, due, ahead: rate - due };
  };
  const townships = [...targets].map(([name, target]) =>
    standing(
      name,
      target,
      closed.filter(({ township }) => township === name),
    ),
  );
  const total = [...targets.values()].reduce((sum, target) => sum + target, 0);
  const first = counting.from ?? (`${String(year)}-01-01` as Day);
  const paced = closed.filter((row) => isClosedIn(row, { from: first, to: counting.to }));
  const forecast = forecastProgress({
    areas: paced.map(({ area }) => area),
    earlier: areaOf(closed) - areaOf(paced),
    from: first,
    asOf: counting.to,
    until: `${String(year)}-12-31` as Day,
    stock: areaOf(listed),
    target: total,
  });
  return {
    whole: standing('', total, closed),
    townships,
    behind: townships.filter(({ ahead }) => ahead < 0).toSorted((a, b) => a.ahead - b.ahead),
    ...(forecast ? { forecast } : {}),
  };
}
