import type { YearMeasure } from '../../../engine/allocate/index';
import type { YearsPlan } from '../../state/targetState';

/** A year of a plan in sums: parcels, 亩 and 万元 of the year; 亩 in all by its end as set, planned, and reached eight times in ten. */
export interface YearTotal {
  readonly year: number;
  readonly goal: number;
  readonly fund: number | undefined;
  readonly count: number;
  readonly cases: Readonly<Record<YearMeasure, number>>;
  readonly area: number;
  readonly cost: number;
  readonly running: number;
  readonly sure: number;
  readonly chance: number;
}

/** The sums of a plan, for the pane and its sheet. */
export function yearTotals({ question: { goals, rows, done }, taken, sure }: YearsPlan): YearTotal[] {
  const areas = new Map(rows.map(({ row, area }) => [row, area]));
  let running = done.reduce((sum, own) => sum + own, 0);
  return goals.map(({ year, total, fund }, index) => {
    const own = taken.filter((parcel) => parcel.year === year);
    const cases = { dispose: 0, renew: 0, upgrade: 0 };
    for (const { measure } of own) cases[measure]++;
    const area = own.reduce((sum, { row }) => sum + (areas.get(row) ?? NaN), 0);
    running += area;
    return {
      ...{ year, goal: total, fund, count: own.length, cases, area, running },
      cost: own.reduce((sum, parcel) => sum + parcel.cost, 0),
      sure: sure[index]?.total ?? NaN,
      chance: sure[index]?.chance ?? NaN,
    };
  });
}
