import { yearOf } from '../quantity/day';
import { reaches } from '../quantity/reaches';
import { ASSUMPTION_IDS, type AssumptionId, type AssumptionValues, assumptionOf, assumptionValues } from './assumption';
import { checkInput } from './checkInput';
import type { InputProblem } from './inputProblem';
import { presentValues } from './compound';
import { decomposeTaxPerMu, type TaxPerMuChange } from './decomposeTaxPerMu';
import { type Densification, densify, emptyDensification } from './densify';
import { type GroupTotals, groupTotals } from './groupTotals';
import type { DisposalLever } from './levers/disposal';
import type { IncrementStockLever } from './levers/incrementStock';
import { createNoticeTally, type RunNotice, type NoticeTally } from './notice';
import { balanceParks, OWN_LIMITS } from './parkBalance';
import { type Recovery, recoveryOf, yearsOf } from './payback';
import { type DisposalPlan, emptyDisposalPlan, findInefficientLand, planDisposal } from './planDisposal';
import { type PreparedParcels, prepareParcels } from './prepareParcels';
import {
  blankYear,
  parcelYear,
  projectorOf,
  projectStock,
  type Projector,
  type StockPlan,
  type YearStock,
} from './projectStock';
import type { Progress } from './progress';
import type { SimulationInput } from './scenario';
import { seriesOf, type YearSeries } from './series';
import { tierIndexOf } from './tierLines';
import { createMeter, type PassMeter } from './walkRows';

/** A projection of expected values: what happens without the levers, and with them. */
export interface SimulationResult {
  /** Calendar years, the first year of the scenario first. */
  readonly years: readonly number[];
  readonly baseline: YearSeries;
  readonly scenario: YearSeries;
  /** Names of the tiers that `parcelsByTier` counts, lowest first. */
  readonly tiers: readonly string[];
  /** The totals of the last year by township, park, industry, path and tier. */
  readonly groups: GroupTotals;
  /** Position of each parcel among the tiers in the last year, as expected; -1 where it has left or cannot be told. */
  readonly tierByRow: Int8Array;
  /** Years until the money of the scenario has come back for good, undiscounted; null where none goes out or it does not come back. */
  readonly payback: number | null;
  /** How the money comes back, as it is and as a present value. */
  readonly recovery: { readonly undiscounted: Recovery; readonly discounted: Recovery };
  /** Why tax per mu changes from the first year to the last. */
  readonly change: TaxPerMuChange;
  readonly parcels: { readonly rows: number; readonly counted: number };
  readonly notices: readonly RunNotice[];
  readonly assumptions: AssumptionValues;
  /** The assumptions that differ from their defaults. */
  readonly changedAssumptions: readonly AssumptionId[];
}

/** How a run of the engine ends by itself: with a result, or with what keeps it from one. */
export type SimulationOutcome =
  | { readonly kind: 'done'; readonly result: SimulationResult }
  | { readonly kind: 'failed'; readonly code: 'badInput'; readonly problems: readonly InputProblem[] }
  | { readonly kind: 'failed'; readonly code: 'noUsableParcels'; readonly notices: readonly RunNotice[] };

/** What a projection is computed with. */
export interface Context {
  readonly input: SimulationInput;
  readonly values: AssumptionValues;
  readonly tally: NoticeTally;
  readonly meter: PassMeter;
}

function* disposalOf(parcels: PreparedParcels, context: Context): Generator<Progress, DisposalPlan> {
  const { input, values } = context;
  const { disposal: lever, fund } = input.levers;
  if (!lever || isIdle(lever)) {
    const { openingArea } = yield* findInefficientLand(parcels, context.meter);
    context.meter.passed++;
    return emptyDisposalPlan(parcels.rows, openingArea, values.horizon);
  }
  return yield* planDisposal(parcels, lever, { ...context, firstYear: yearOf(input.firstDay), fund });
}

function isIdle({ share, classes = [] }: DisposalLever): boolean {
  return share === 0 && classes.every((of) => of.share === 0);
}

function* densificationOf(
  parcels: PreparedParcels,
  disposal: DisposalPlan,
  context: Context,
): Generator<Progress, Densification> {
  const { plotRatio, waiver } = context.input.levers;
  if (!plotRatio) {
    context.meter.passed++;
    return emptyDensification(parcels.rows);
  }
  const parkLimits = plotRatio.parkBalance
    ? yield* balanceParks(parcels, plotRatio, plotRatio.parkBalance, { ...context, disposal })
    : OWN_LIMITS;
  return yield* densify(
    parcels,
    { plotRatio, waiver },
    { ...context, firstDay: context.input.firstDay, disposal, parkLimits },
  );
}

/** The parcels and what the levers do to them: everything that does not depend on how many respond. */
export function* scenarioPlan(parcels: PreparedParcels, context: Context): Generator<Progress, StockPlan> {
  const { input, values } = context;
  const disposal = yield* disposalOf(parcels, context);
  const densification = yield* densificationOf(parcels, disposal, context);
  return { parcels, disposal, densification, levers: input.levers, values, tierLines: input.tierLines };
}

/** The same parcels without the levers. */
export function baselinePlan(plan: StockPlan): StockPlan {
  const { parcels, values, disposal, tierLines } = plan;
  return {
    parcels,
    levers: {},
    values,
    tierLines,
    // What is asked for stays asked for when nothing is done.
    disposal: {
      ...emptyDisposalPlan(parcels.rows, disposal.openingInefficientArea, values.horizon),
      taskByYear: disposal.taskByYear,
    },
    densification: emptyDensification(parcels.rows),
  };
}

/** Year 0 is before anything leaves, so its totals are the opening stock. */
function changeOf(series: YearSeries, last: YearStock | undefined): TaxPerMuChange {
  return decomposeTaxPerMu({
    tax: series.tax[0] ?? NaN,
    landArea: series.landArea[0] ?? NaN,
    exitTax: last?.exitTax ?? NaN,
    exitArea: last?.exitArea ?? NaN,
    withinTax: last?.withinTax ?? NaN,
    entryTax: last?.entryTax ?? NaN,
    entryArea: last?.entryArea ?? NaN,
  });
}

/** How many parcels there are, and how many of them count. */
export function parcelCount(parcels: PreparedParcels): { rows: number; counted: number } {
  return { rows: parcels.rows, counted: parcels.counted.reduce((sum, flag) => sum + flag, 0) };
}

/** The tier of each parcel in the last year. */
function lastTiers(projector: Projector): Int8Array {
  const { parcels, tierLines, values } = projector.plan;
  const tiers = new Int8Array(parcels.rows).fill(-1);
  const scratch = blankYear();
  for (let row = 0; tierLines && row < parcels.rows; row++) {
    if (parcels.counted[row] !== 1) continue;
    const { gone, tax } = parcelYear(projector, row, values.horizon, scratch);
    if (gone < 0.5) tiers[row] = tierIndexOf(tax / (1 - gone) / (parcels.columns.landArea[row] ?? NaN), tierLines);
  }
  return tiers;
}

interface Projected {
  readonly scenario: Projector;
  readonly stocks: { readonly baseline: readonly YearStock[]; readonly scenario: readonly YearStock[] };
  readonly series: { readonly baseline: YearSeries; readonly scenario: YearSeries };
  readonly groups: GroupTotals;
}

/** 万元/亩: what two decimals show as nothing is no lift to warn of. */
const LEAST_TOLD = 0.005;

/** A task that whole parcels, or the money, cannot reach is missed whatever happens: a person must know why. */
function noteTask({ disposal }: StockPlan, lever: IncrementStockLever | undefined, tally: NoticeTally): void {
  const task = disposal.taskByYear.at(-1) ?? 0;
  const area = disposal.areaByYear.reduce((sum, ofYear) => sum + ofYear, 0);
  if (lever?.mode === 'tasks' && !reaches(area, task)) tally.note('quotaTaskOutOfReach', { task, area });
}

function resultOf(projected: Projected, { input, values, tally }: Context): SimulationResult {
  const { scenario, stocks, series, groups } = projected;
  const change = changeOf(series.scenario, stocks.scenario.at(-1));
  const { netFiscal } = series.scenario;
  const undiscounted = recoveryOf(netFiscal);
  const discounted = recoveryOf(presentValues(netFiscal, values.discountRate));
  const parcelsLeft = stocks.scenario.at(-1)?.parcelsLeft ?? 0;
  if (parcelsLeft > 0 && change.exit >= LEAST_TOLD)
    tally.note('exitLiftsTaxPerMu', { exit: change.exit }, Math.round(parcelsLeft));
  noteTask(scenario.plan, input.levers.incrementStock, tally);
  return {
    years: stocks.scenario.map((_, year) => yearOf(input.firstDay) + year),
    ...series,
    tiers: input.tierLines?.tiers ?? [],
    groups,
    tierByRow: lastTiers(scenario),
    change,
    payback: yearsOf(undiscounted),
    recovery: { undiscounted, discounted },
    parcels: parcelCount(scenario.plan.parcels),
    notices: tally.list(),
    assumptions: values,
    changedAssumptions: ASSUMPTION_IDS.filter((id) => values[id] !== assumptionOf(id).default),
  };
}

/** What stands before any projection: the context, the parcels and the plan; or what keeps it from one. */
export function* prepare(
  input: SimulationInput,
  morePasses: number,
): Generator<Progress, Prepared | Exclude<SimulationOutcome, { kind: 'done' }>> {
  const problems = checkInput(input);
  if (problems.length > 0) return { kind: 'failed', code: 'badInput', problems };
  const values = assumptionValues(input.assumptions);
  const { parcels: columns } = input;
  const tally = createNoticeTally((row) => columns.rowNumbers?.[row] ?? row + 1);
  const meter = createMeter(columns.landArea.length, planningPasses(input) + morePasses);
  const context = { input, values, tally, meter };
  const parcels = yield* prepareParcels(columns, values, context);
  if (parcelCount(parcels).counted === 0) return { kind: 'failed', code: 'noUsableParcels', notices: tally.list() };
  return { kind: 'prepared', plan: yield* scenarioPlan(parcels, context), context };
}

/** Passes over the rows before any year: reading, finding and ordering the inefficient land, parks, densifying. */
function planningPasses({ levers }: SimulationInput): number {
  return levers.plotRatio?.parkBalance ? 5 : 4;
}

/** A scenario ready to be projected. */
export interface Prepared {
  readonly kind: 'prepared';
  readonly plan: StockPlan;
  readonly context: Context;
}

/**
 * Projects the scenario year by year as expected values, beside the baseline: pure, without clock or chance.
 * Yields progress after every few thousand rows; whoever drives it may stop between any two steps.
 */
export function* simulate(input: SimulationInput): Generator<Progress, SimulationOutcome> {
  const years = assumptionValues(input.assumptions).horizon + 1;
  const prepared = yield* prepare(input, 2 + 2 * years);
  if (prepared.kind === 'failed') return prepared;
  const { plan, context } = prepared;
  const { meter } = context;
  const { taxSharing, incrementStock } = input.levers;
  const [before, scenario] = [projectorOf(baselinePlan(plan)), projectorOf(plan)];
  const stocks = {
    baseline: yield* projectStock(before, 'baseline', meter),
    scenario: yield* projectStock(scenario, 'scenario', meter),
  };
  const series = {
    baseline: seriesOf(before, stocks.baseline, incrementStock),
    scenario: seriesOf(scenario, stocks.scenario, incrementStock),
  };
  const groups = yield* groupTotals({ baseline: before, scenario }, taxSharing, meter);
  return { kind: 'done', result: resultOf({ scenario, stocks, series, groups }, context) };
}
