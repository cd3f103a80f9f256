import type { AssumptionValues } from './assumption';
import { disposalCost } from './equations';
import type { NoticeTally } from './notice';
import { orderBy } from './orderBy';
import { cellOf, type PreparedParcels } from './prepareParcels';
import type { DisposalLever, Progress } from './scenario';
import { type Meter, progressOf } from './walkRows';

/** Which parcel is disposed of in which year (0..horizon, -1 never), and what that means in mu and wanYuan by year. */
export interface DisposalPlan {
  readonly yearOfRow: Int16Array;
  /** Inefficient land of the opening day in mu, frozen: the divisor of the disposal rate. */
  readonly openingInefficientArea: number;
  readonly areaByYear: Float64Array;
  readonly costByYear: Float64Array;
}

/** Never in the horizon. */
export const NEVER = -1;

/** A plan that disposes of nothing. */
export function emptyDisposalPlan(rows: number, openingInefficientArea: number, horizon: number): DisposalPlan {
  return {
    yearOfRow: new Int16Array(rows).fill(NEVER),
    openingInefficientArea,
    areaByYear: new Float64Array(horizon + 1),
    costByYear: new Float64Array(horizon + 1),
  };
}

/** Inefficient land on the list in mu: every flagged parcel with an area, whether or not its tax is known. */
export function openingInefficientAreaOf(parcels: PreparedParcels): number {
  let area = 0;
  for (let row = 0; row < parcels.rows; row++) {
    const own = cellOf(parcels.columns.landArea, row);
    if (cellOf(parcels.columns.inefficient, row) === 1 && own > 0) area += own;
  }
  return area;
}

/** Flagged parcels that count; a parcel whose flag is unknown is left alone and said. */
function candidatesOf(parcels: PreparedParcels, tally: NoticeTally): Uint32Array {
  const candidates: number[] = [];
  for (let row = 0; row < parcels.rows; row++) {
    if (parcels.counted[row] !== 1) continue;
    const flag = cellOf(parcels.columns.inefficient, row);
    if (flag === 1) candidates.push(row);
    else if (flag !== 0) tally.add('inefficientUnknown', row);
  }
  return Uint32Array.from(candidates);
}

/** The part of the target reached by the end of a year, 0..1: the schedule's, else equal steps through `lastYear`. */
export function scheduledPart(year: number, lastYear: number, schedule?: readonly number[]): number {
  if (year >= lastYear) return 1;
  return schedule?.[year] ?? (year + 1) / (lastYear + 1);
}

interface Taking {
  readonly ordered: Uint32Array;
  readonly landArea: Float64Array;
  readonly yearOfRow: Int16Array;
}

/** Takes parcels in order while they fit under the cumulative target; one too large is passed over and keeps its place. */
function takeYear(
  { ordered, landArea, yearOfRow }: Taking,
  year: number,
  room: { taken: number; target: number },
): number {
  let { taken } = room;
  // Only the noise of adding areas in another order may exceed the target.
  const limit = room.target * (1 + 1e-9);
  for (const row of ordered) {
    const area = landArea[row] ?? NaN;
    if (yearOfRow[row] !== NEVER || taken + area > limit) continue;
    yearOfRow[row] = year;
    taken += area;
  }
  return taken;
}

function addAmounts(parcels: PreparedParcels, plan: DisposalPlan, { values, tally }: Planning): void {
  for (let row = 0; row < parcels.rows; row++) {
    const year = plan.yearOfRow[row] ?? NEVER;
    if (year === NEVER) continue;
    const area = cellOf(parcels.columns.landArea, row);
    const floorArea = cellOf(parcels.floorArea, row);
    if (Number.isNaN(floorArea)) tally.add('disposalCostWithoutBuildings', row);
    const cost = disposalCost(area, Number.isNaN(floorArea) ? 0 : floorArea, values);
    plan.areaByYear[year] = (plan.areaByYear[year] ?? 0) + area;
    plan.costByYear[year] = (plan.costByYear[year] ?? 0) + cost;
  }
}

/** What a plan is made with. `lastYear` is the lever's year counted from the first. */
export interface Planning {
  readonly values: AssumptionValues;
  readonly tally: NoticeTally;
  readonly meter: Meter;
  readonly lastYear: number;
}

function reportPlan(lever: DisposalLever, plan: DisposalPlan, tally: NoticeTally): void {
  const opening = plan.openingInefficientArea;
  const area = plan.areaByYear.reduce((sum, ofYear) => sum + ofYear, 0);
  const target = lever.share * opening;
  if (opening === 0) tally.note('noInefficientLand', {});
  else if (area < target * (1 - 1e-9)) {
    tally.note('disposalShortOfTarget', { target, area, targetShare: lever.share, share: area / opening });
  }
  const fund = lever.fundPerYear;
  if (fund === undefined) return;
  const over = plan.costByYear.filter((cost) => cost > fund);
  if (over.length > 0) tally.note('disposalFundExceeded', { fund, greatest: Math.max(...over) }, over.length);
}

/**
 * Plans the disposal: whole parcels, lowest tax per mu first (ledger order on a tie), each year as close to the
 * cumulative target area as fits without exceeding it. The rule is ours, an assumption: no document orders the parcels.
 */
export function* planDisposal(
  parcels: PreparedParcels,
  lever: DisposalLever,
  planning: Planning,
): Generator<Progress, DisposalPlan> {
  const { values, tally, meter, lastYear } = planning;
  const { landArea, taxPaid } = parcels.columns;
  const plan = emptyDisposalPlan(parcels.rows, openingInefficientAreaOf(parcels), values.horizon);
  const taxPerMu = Float64Array.from(landArea, (area, row) => (taxPaid[row] ?? NaN) / area);
  const ordering = orderBy(candidatesOf(parcels, tally), taxPerMu);
  let step = ordering.next();
  for (; !step.done; step = ordering.next()) yield progressOf(meter, 'planning', step.value * parcels.rows);
  const taking = { ordered: step.value, landArea, yearOfRow: plan.yearOfRow };
  let taken = 0;
  for (let year = 0; year <= lastYear; year++) {
    const part = scheduledPart(year, lastYear, lever.schedule);
    taken = takeYear(taking, year, { taken, target: lever.share * part * plan.openingInefficientArea });
    yield progressOf(meter, 'planning', parcels.rows);
  }
  addAmounts(parcels, plan, planning);
  reportPlan(lever, plan, tally);
  return plan;
}
