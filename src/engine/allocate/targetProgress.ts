import { type Day, yearOf } from '../quantity/day';
import { roundReading } from '../quantity/roundReading';
import { forecastProgress, type Forecast } from './forecastProgress';
import { quarterTargets } from './quarterTargets';
import type { StockRow } from './targetStock';
import { isClosedIn, type DayPeriod } from './townshipStock';

/** The cumulative part of a year's target at the end of each quarter (model.md equation 10, an assumption). */
export const QUARTER_SHARES: readonly [number, number, number, number] = [0.1, 0.35, 0.65, 1];

/** The quarter (1 to 4) of the year that a day's target is that of; 0 before the year, 4 after it. */
export function quarterOf(day: Day, year: number): number {
  if (yearOf(day) !== year) return yearOf(day) < year ? 0 : 4;
  return Math.ceil(Number(day.slice(5, 7)) / 3);
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** How a township stands against its target: areas in mu, `ahead` the rate of completion less the part that is due, as the sheet has it. */
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
  readonly counting: DayPeriod;
  readonly shares?: readonly number[];
  /** The digits after the point that the quarters' targets have. */
  readonly decimals?: 0 | 1;
}

/** Completion as of the last day that counts, by township (target-sheet.md, 1: columns M to O). */
export function targetProgress({
  rows,
  targets,
  year,
  counting,
  shares = QUARTER_SHARES,
  decimals = 0,
}: ProgressQuestion): TargetProgress {
  const quarter = quarterOf(counting.to, year) - 1;
  const parts = quarterTargets([...targets.values()], shares, decimals).map((of) => of[quarter] ?? NaN);
  const listed = rows.filter(({ counted, area }) => counted === true && area > 0);
  const closed = listed.filter((row) => isClosedIn(row, counting));
  const areaOf = (some: readonly StockRow[]) => some.reduce((sum, { area }) => sum + area, 0);
  const standing = (name: string, target: number, part: number, own: readonly StockRow[]): TownshipProgress => {
    const done = areaOf(own);
    const [rate, due] = target > 0 ? [roundReading(done / target), part / target] : [NaN, NaN];
    return { name, target, done, rate, due, ahead: roundReading(rate - due) };
  };
  const townships = [...targets].map(([name, target], index) =>
    standing(
      name,
      target,
      parts[index] ?? NaN,
      closed.filter(({ township }) => township === name),
    ),
  );
  const total = sum([...targets.values()]);
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
    whole: standing('', total, sum(parts), closed),
    townships,
    behind: townships.filter(({ ahead }) => ahead < 0).toSorted((a, b) => a.ahead - b.ahead),
    ...(forecast ? { forecast } : {}),
  };
}
