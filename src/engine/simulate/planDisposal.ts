import type { AssumptionValues } from './assumption';
import { disposalCost } from './equations';
import type { NoticeTally } from './notice';
import { orderBy } from './orderBy';
import { cellOf, type PreparedParcels } from './prepareParcels';
import type { DisposalLever, Progress } from './scenario';
import { type Meter, progressOf, walkRows } from './walkRows';

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

/** The inefficient land as it stands on the first day. */
export interface InefficientLand {
  /** Every flagged parcel with an area, whether or not its tax is known: mu. */
  readonly openingArea: number;
  /** The flagged rows that count, in ledger order: `candidates` holds `count` of them. */
  readonly candidates: Uint32Array;
  readonly count: number;
  readonly taxPerMu: Float64Array;
}

/** Finds the inefficient land; a parcel whose flag is unknown is left alone, and said where `tally` is given. */
export function* findInefficientLand(
  parcels: PreparedParcels,
  meter: Meter,
  tally?: NoticeTally,
): Generator<Progress, InefficientLand> {
  const { landArea, taxPaid, inefficient } = parcels.columns;
  const candidates = new Uint32Array(parcels.rows);
  const taxPerMu = new Float64Array(parcels.rows);
  let openingArea = 0;
  let count = 0;
  yield* walkRows(meter, 'planning', (row) => {
    const flag = cellOf(inefficient, row);
    const area = cellOf(landArea, row);
    const counted = parcels.counted[row] === 1;
    if (flag === 1 && area > 0) openingArea += area;
    if (flag === 1 && counted) candidates[count++] = row;
    if (flag !== 1 && flag !== 0 && counted) tally?.add('inefficientUnknown', row);
    taxPerMu[row] = (taxPaid[row] ?? NaN) / area;
  });
  return { openingArea, candidates, count, taxPerMu };
}

/** The part of the target reached by the end of a year, 0..1: the schedule's, else equal steps through `lastYear`. */
export function scheduledPart(year: number, lastYear: number, schedule?: readonly number[]): number {
  if (year >= lastYear) return 1;
  return schedule?.[year] ?? (year + 1) / (lastYear + 1);
}

/** Enters one parcel into the plan of a year, with its cost; floors that are unknown are left out of the cost, and said. */
function takeParcel(plan: DisposalPlan, at: { readonly row: number; readonly year: number }, planned: Planned): void {
  const { parcels, values, tally } = planned;
  const area = cellOf(parcels.columns.landArea, at.row);
  const floorArea = cellOf(parcels.floorArea, at.row);
  if (Number.isNaN(floorArea)) tally.add('disposalCostWithoutBuildings', at.row);
  const cost = disposalCost(area, Number.isNaN(floorArea) ? 0 : floorArea, values);
  plan.yearOfRow[at.row] = at.year;
  plan.areaByYear[at.year] = (plan.areaByYear[at.year] ?? 0) + area;
  plan.costByYear[at.year] = (plan.costByYear[at.year] ?? 0) + cost;
}

interface Planned {
  readonly parcels: PreparedParcels;
  readonly values: AssumptionValues;
  readonly tally: NoticeTally;
}

/** Takes parcels in order while they fit under a cumulative target; one too large is passed over and keeps its place. */
function takeYear(plan: DisposalPlan, ordered: Uint32Array, of: YearTarget, planned: Planned): number {
  const { landArea } = planned.parcels.columns;
  let { taken } = of;
  // Only the noise of adding areas in another order may exceed the target.
  const limit = of.target * (1 + 1e-9);
  for (const row of ordered) {
    const area = landArea[row] ?? NaN;
    if (plan.yearOfRow[row] !== NEVER || taken + area > limit) continue;
    takeParcel(plan, { row, year: of.year }, planned);
    taken += area;
  }
  return taken;
}

interface YearTarget {
  readonly year: number;
  /** Area taken before, and the area to reach by the end of the year, mu. */
  readonly taken: number;
  readonly target: number;
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

/** The candidates by rising tax per mu. */
function* orderCandidates(land: InefficientLand, meter: Meter): Generator<Progress, Uint32Array> {
  const ordering = orderBy(land.candidates.subarray(0, land.count), land.taxPerMu);
  let step = ordering.next();
  for (; !step.done; step = ordering.next()) yield progressOf(meter, 'planning', step.value * meter.rows);
  meter.passed++;
  return step.value;
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
  const land = yield* findInefficientLand(parcels, meter, tally);
  const ordered = yield* orderCandidates(land, meter);
  const plan = emptyDisposalPlan(parcels.rows, land.openingArea, values.horizon);
  let taken = 0;
  for (let year = 0; year <= lastYear; year++) {
    const target = lever.share * scheduledPart(year, lastYear, lever.schedule) * land.openingArea;
    taken = takeYear(plan, ordered, { year, taken, target }, { parcels, values, tally });
    yield progressOf(meter, 'planning', 0);
  }
  reportPlan(lever, plan, tally);
  return plan;
}
