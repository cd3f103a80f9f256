import type { AssumptionValues } from './assumption';
import { disposalCost, resaleIncome } from './equations';
import type { DisposalLever, DisposalStep } from './levers/disposal';
import { disposalFund, type FundLever } from './levers/fund';
import type { NoticeTally } from './notice';
import { orderBy } from './orderBy';
import { reaches, staysWithin } from '../quantity/reaches';
import { cellOf, type PreparedParcels } from './prepareParcels';
import type { Progress } from './progress';
import { type PassMeter, progressOf, walkRows } from './walkRows';

/** Which parcel is to be disposed of in which year (0..horizon, -1 never), and what that means in mu and wanYuan by year. */
export interface DisposalPlan {
  readonly yearOfRow: Int16Array;
  /** Inefficient land of the opening day in mu, frozen: the divisor of the disposal rate. */
  readonly openingInefficientArea: number;
  readonly areaByYear: Float64Array;
  readonly parcelsByYear: Float64Array;
  /** What 增存挂钩 asks to have been disposed of by the end of each year, mu (see `tasksOf`). */
  readonly taskByYear: Float64Array;
  readonly costByYear: Float64Array;
  /** The pool at the end of each year, where there is one. */
  readonly fundByYear?: Float64Array;
}

/** Never in the horizon. */
export const NOT_IN_HORIZON = -1;

/** A plan that disposes of nothing. */
export function emptyDisposalPlan(rows: number, openingInefficientArea: number, horizon: number): DisposalPlan {
  return {
    yearOfRow: new Int16Array(rows).fill(NOT_IN_HORIZON),
    openingInefficientArea,
    areaByYear: new Float64Array(horizon + 1),
    parcelsByYear: new Float64Array(horizon + 1),
    taskByYear: new Float64Array(horizon + 1),
    costByYear: new Float64Array(horizon + 1),
  };
}

/** The inefficient land as it stands on the first day. */
export interface InefficientLand {
  /** Every flagged parcel with an area, whether or not its tax is known: mu. */
  readonly openingArea: number;
  /** The same by class of the lever, those that no class takes last. */
  readonly areaByClass: Float64Array;
  /** The class of each row. */
  readonly classOfRow: Uint8Array;
  /** The flagged rows that count, in ledger order: `candidates` holds `count` of them. */
  readonly candidates: Uint32Array;
  readonly count: number;
  readonly taxPerMu: Float64Array;
}

/** Finds the inefficient land; a parcel whose flag is unknown is left alone, and said where `tally` is given. */
export function* findInefficientLand(
  parcels: PreparedParcels,
  meter: PassMeter,
  given: { readonly tally?: NoticeTally; readonly classes?: DisposalLever['classes'] } = {},
): Generator<Progress, InefficientLand> {
  const { tally, classes = [] } = given;
  const { landArea, taxPaid, inefficient } = parcels.columns;
  const candidates = new Uint32Array(parcels.rows);
  const taxPerMu = new Float64Array(parcels.rows);
  const classOfRow = new Uint8Array(parcels.rows);
  const areaByClass = new Float64Array(classes.length + 1);
  let count = 0;
  yield* walkRows(meter, 'planning', (row) => {
    const flag = cellOf(inefficient, row);
    const area = cellOf(landArea, row);
    const counted = parcels.counted[row] === 1;
    const found = classes.findIndex(({ eligible }) => eligible[row] === 1);
    const of = found < 0 ? classes.length : found;
    classOfRow[row] = of;
    if (flag === 1 && area > 0) areaByClass[of] = (areaByClass[of] ?? 0) + area;
    if (flag === 1 && counted) candidates[count++] = row;
    if (flag !== 1 && flag !== 0 && counted) tally?.add('inefficientUnknown', row);
    taxPerMu[row] = (taxPaid[row] ?? NaN) / area;
  });
  const openingArea = areaByClass.reduce((sum, area) => sum + area, 0);
  return { openingArea, areaByClass, classOfRow, candidates, count, taxPerMu };
}

/** The part of the target reached by the end of a year, 0..1: the schedule's, else equal steps through `lastYear`. */
export function scheduledPart(year: number, lastYear: number, schedule?: readonly number[]): number {
  if (year >= lastYear) return 1;
  return schedule?.[year] ?? (year + 1) / (lastYear + 1);
}

/** A plan being made, with what has been taken of each class and what is left in the pool. */
interface Draft {
  readonly plan: DisposalPlan;
  readonly taken: Float64Array;
  pool: number;
  /** A parcel waited for money. */
  heldBack: boolean;
}

interface Planned {
  readonly parcels: PreparedParcels;
  readonly values: AssumptionValues;
  /** Left out where a plan is only tried. */
  readonly tally?: NoticeTally;
  readonly land: InefficientLand;
  readonly ordered: Uint32Array;
}

/** What it costs to acquire and clear a parcel; floors that are unknown are left out. */
function costOf({ parcels, values }: Planned, row: number): number {
  const floorArea = cellOf(parcels.floorArea, row);
  return disposalCost(cellOf(parcels.columns.landArea, row), Number.isNaN(floorArea) ? 0 : floorArea, values);
}

/** Enters one parcel into the plan of a year, with its cost. */
function takeParcel({ plan }: Draft, at: { readonly row: number; readonly year: number }, planned: Planned): void {
  const { parcels, tally } = planned;
  if (Number.isNaN(cellOf(parcels.floorArea, at.row))) tally?.add('disposalCostWithoutBuildings', at.row);
  plan.yearOfRow[at.row] = at.year;
  plan.areaByYear[at.year] = (plan.areaByYear[at.year] ?? 0) + cellOf(parcels.columns.landArea, at.row);
  plan.parcelsByYear[at.year] = (plan.parcelsByYear[at.year] ?? 0) + 1;
  plan.costByYear[at.year] = (plan.costByYear[at.year] ?? 0) + costOf(planned, at.row);
}

/** Takes parcels in order while they fit under the cumulative targets and into the pool; one too large keeps its place. */
function takeYear(draft: Draft, year: number, targets: Float64Array, planned: Planned): void {
  const { landArea } = planned.parcels.columns;
  for (const row of planned.ordered) {
    if (draft.plan.yearOfRow[row] !== NOT_IN_HORIZON) continue;
    const of = planned.land.classOfRow[row] ?? 0;
    const taken = (draft.taken[of] ?? 0) + (landArea[row] ?? NaN);
    if (!staysWithin(taken, targets[of] ?? 0)) continue;
    const cost = costOf(planned, row);
    if (cost > draft.pool) {
      draft.heldBack = true;
      continue;
    }
    draft.pool -= cost;
    draft.taken[of] = taken;
    takeParcel(draft, { row, year }, planned);
  }
}

/** What a plan is made with. The levers' years are counted from `firstYear`. */
export interface Planning {
  readonly values: AssumptionValues;
  readonly tally: NoticeTally;
  readonly meter: PassMeter;
  readonly firstYear: number;
  readonly fund?: FundLever | undefined;
}

function reportPlan(lever: DisposalLever, draft: Draft, land: InefficientLand, tally: NoticeTally): void {
  const { plan } = draft;
  const opening = plan.openingInefficientArea;
  const area = plan.areaByYear.reduce((sum, ofYear) => sum + ofYear, 0);
  const target = wholeTarget(lever, land);
  if (opening === 0) tally.note('noInefficientLand', {});
  else if (!reaches(area, target)) {
    const code = draft.heldBack ? 'disposalHeldBackByFund' : 'disposalShortOfTarget';
    tally.note(code, { target, area, targetShare: target / opening, share: area / opening });
  }
  const fund = lever.fundPerYear;
  if (fund === undefined) return;
  const over = plan.costByYear.filter((cost) => cost > fund);
  if (over.length > 0) tally.note('disposalFundExceeded', { fund, greatest: Math.max(...over) }, over.length);
}

/** The candidates by rising tax per mu. */
function* orderCandidates(land: InefficientLand, meter: PassMeter): Generator<Progress, Uint32Array> {
  const ordering = orderBy(land.candidates.subarray(0, land.count), land.taxPerMu);
  let step = ordering.next();
  for (; !step.done; step = ordering.next()) yield progressOf(meter, 'planning', step.value * meter.rows);
  meter.passed++;
  return step.value;
}

/** Share and year of each class, those of the lever itself last. */
function stepsOf(lever: DisposalLever): readonly DisposalStep[] {
  return [...(lever.classes ?? []), lever];
}

/** The area that the lever asks for once all its years have passed, mu. */
function wholeTarget(lever: DisposalLever, land: InefficientLand): number {
  return stepsOf(lever).reduce((sum, { share }, of) => sum + share * (land.areaByClass[of] ?? 0), 0);
}

/** What comes into a rolling pool in a year from land granted again. */
function rolledIn({ fund, values }: Planning, plan: DisposalPlan, year: number): number {
  const granted = plan.areaByYear[year - values.resupplyDelay] ?? 0;
  return fund?.rolling ? resaleIncome(granted, values) : 0;
}

/** Takes a year's parcels with what is in the pool; land granted in the year it is taken pays at the year's end. */
function planYear(draft: Draft, { year, targets, planned, planning }: YearOfPlan): void {
  const { fund, values } = planning;
  const rolled = () => rolledIn(planning, draft.plan, year);
  if (fund) draft.pool += disposalFund(fund.landRevenue, fund.other ?? 0);
  if (values.resupplyDelay > 0) draft.pool += rolled();
  if (targets) takeYear(draft, year, targets, planned);
  if (values.resupplyDelay === 0) draft.pool += rolled();
}

interface YearOfPlan {
  readonly year: number;
  /** Cumulative targets by class; none once the plan has ended. */
  readonly targets: Float64Array | undefined;
  readonly planned: Planned;
  readonly planning: Planning;
}

/**
 * The tasks of 增存挂钩 (docs/model.md, 13): land goes by whole parcels, so a year's task is what the schedule takes of them, money aside;
 * once the last year has come it is the whole of what the lever asks for, to the mu.
 */
function tasksOf(plan: DisposalPlan, withoutPool: DisposalPlan, whole: number, lastYear: number): Float64Array {
  let [own, free] = [0, 0];
  return plan.areaByYear.map((area, year) => {
    own += area;
    free += withoutPool.areaByYear[year] ?? 0;
    return year < lastYear ? Math.max(own, free) : whole;
  });
}

const draftOf = (plan: DisposalPlan, steps: number, pool: number): Draft => ({
  plan,
  taken: new Float64Array(steps),
  pool,
  heldBack: false,
});

/**
 * Plans the disposal: whole parcels, lowest tax per mu first (ledger order on a tie), each year as close to the
 * cumulative target area of each class as fits without exceeding it, or the pool. The rule is ours, an assumption: no document orders the parcels.
 */
export function* planDisposal(
  parcels: PreparedParcels,
  lever: DisposalLever,
  planning: Planning,
): Generator<Progress, DisposalPlan> {
  const { values, tally, meter, firstYear, fund } = planning;
  const land = yield* findInefficientLand(parcels, meter, { tally, classes: lever.classes });
  const ordered = yield* orderCandidates(land, meter);
  const steps = stepsOf(lever);
  const plan = emptyDisposalPlan(parcels.rows, land.openingArea, values.horizon);
  const fundByYear = new Float64Array(values.horizon + 1);
  const draft = draftOf(plan, steps.length, fund ? 0 : Infinity);
  const free = fund ? draftOf(emptyDisposalPlan(parcels.rows, 0, values.horizon), steps.length, Infinity) : draft;
  const asked = steps.filter(({ share }) => share > 0);
  const lastYear = Math.max(0, ...asked.map(({ byYear }) => byYear - firstYear));
  const planned = { parcels, values, land, ordered };
  for (let year = 0; year <= values.horizon; year++) {
    const targets = Float64Array.from(
      steps,
      ({ share, byYear, schedule }, of) =>
        share * scheduledPart(year, byYear - firstYear, schedule) * (land.areaByClass[of] ?? 0),
    );
    // A pool may let a parcel wait until money is there, so its years do not end with the lever's.
    const own = fund || year <= lastYear ? targets : undefined;
    planYear(draft, { year, targets: own, planned: { ...planned, tally }, planning });
    if (free !== draft && year <= lastYear) takeYear(free, year, targets, planned);
    fundByYear[year] = draft.pool;
    yield progressOf(meter, 'planning', 0);
  }
  reportPlan(lever, draft, land, tally);
  const taskByYear = tasksOf(plan, free.plan, wholeTarget(lever, land), lastYear);
  return { ...plan, taskByYear, ...(fund ? { fundByYear } : {}) };
}
