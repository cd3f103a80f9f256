import { yearOf } from '../quantity/day';
import { ASSUMPTION_IDS, type AssumptionId, type AssumptionValues, assumptionOf, assumptionValues } from './assumption';
import { checkInput, type InputProblem } from './checkInput';
import { decomposeTaxPerMu, type TaxPerMuChange } from './decomposeTaxPerMu';
import { densify, emptyDensification } from './densify';
import { createNoticeTally, type Notice, type NoticeTally } from './notice';
import { type DisposalPlan, emptyDisposalPlan, findInefficientLand, planDisposal } from './planDisposal';
import { type PreparedParcels, prepareParcels } from './prepareParcels';
import { projectStock, type StockPlan, type YearStock } from './projectStock';
import type { Progress, SimulationInput } from './scenario';
import { seriesOf, type YearSeries } from './series';
import { createMeter, type Meter } from './walkRows';

/** A township at the end of the horizon, beside what it would be without the levers: mu, wanYuan, wanYuan per mu. */
export interface TownshipOutcome {
  /** The code of the township column; 0 is no township. */
  readonly township: number;
  readonly baseline: StockOutcome;
  readonly scenario: StockOutcome;
}

/** Land, tax and their quotient. */
export interface StockOutcome {
  readonly landArea: number;
  readonly tax: number;
  readonly taxPerMu: number;
}

/** A projection of expected values: what happens without the levers, and with them. */
export interface SimulationResult {
  /** Calendar years, the first year of the scenario first. */
  readonly years: readonly number[];
  readonly baseline: YearSeries;
  readonly scenario: YearSeries;
  /** Names of the tiers that `parcelsByTier` counts, lowest first. */
  readonly tiers: readonly string[];
  readonly townships: readonly TownshipOutcome[];
  /** Why tax per mu changes from the first year to the last. */
  readonly change: TaxPerMuChange;
  readonly parcels: { readonly rows: number; readonly counted: number };
  readonly notices: readonly Notice[];
  readonly assumptions: AssumptionValues;
  /** The assumptions that differ from their defaults. */
  readonly changedAssumptions: readonly AssumptionId[];
}

/** How a run of the engine ends by itself: with a result, or with what keeps it from one. */
export type SimulationOutcome =
  | { readonly kind: 'done'; readonly result: SimulationResult }
  | { readonly kind: 'failed'; readonly code: 'badInput'; readonly problems: readonly InputProblem[] }
  | { readonly kind: 'failed'; readonly code: 'noUsableParcels'; readonly notices: readonly Notice[] };

interface Context {
  readonly input: SimulationInput;
  readonly values: AssumptionValues;
  readonly tally: NoticeTally;
  readonly meter: Meter;
}

function* disposalOf(parcels: PreparedParcels, context: Context): Generator<Progress, DisposalPlan> {
  const { input, values } = context;
  const lever = input.levers.disposal;
  if (!lever || lever.share === 0) {
    const { openingArea } = yield* findInefficientLand(parcels, context.meter);
    context.meter.passed++;
    return emptyDisposalPlan(parcels.rows, openingArea, values.horizon);
  }
  return yield* planDisposal(parcels, lever, { ...context, lastYear: lever.byYear - yearOf(input.firstDay) });
}

function* scenarioPlan(parcels: PreparedParcels, context: Context): Generator<Progress, StockPlan> {
  const { input, values, meter } = context;
  const { plotRatio } = input.levers;
  const disposal = yield* disposalOf(parcels, context);
  const densification = plotRatio
    ? yield* densify(parcels, { ...input.levers, plotRatio }, { ...context, firstDay: input.firstDay, disposal })
    : emptyDensification(parcels.rows);
  if (!plotRatio) meter.passed++;
  return { parcels, disposal, densification, values, tierLines: input.tierLines };
}

function baselinePlan(plan: StockPlan): StockPlan {
  const { parcels, values, disposal } = plan;
  return {
    ...plan,
    disposal: emptyDisposalPlan(parcels.rows, disposal.openingInefficientArea, values.horizon),
    densification: emptyDensification(parcels.rows),
  };
}

function outcomeOf(stock: YearStock | undefined, township: number): StockOutcome {
  const landArea = stock?.areaByTownship[township] ?? NaN;
  const tax = stock?.taxByTownship[township] ?? NaN;
  return { landArea, tax, taxPerMu: tax / landArea };
}

function townshipsOf(
  parcels: PreparedParcels,
  baseline: YearStock | undefined,
  scenario: YearStock | undefined,
): TownshipOutcome[] {
  const codes = Array.from({ length: parcels.townships }, (_, code) => code);
  return codes
    .map((township) => ({
      township,
      baseline: outcomeOf(baseline, township),
      scenario: outcomeOf(scenario, township),
    }))
    .filter((outcome) => outcome.baseline.landArea > 0);
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

function countOf(parcels: PreparedParcels): { rows: number; counted: number } {
  return { rows: parcels.rows, counted: parcels.counted.reduce((sum, flag) => sum + flag, 0) };
}

interface Projected {
  readonly plan: StockPlan;
  readonly baseline: readonly YearStock[];
  readonly scenario: readonly YearStock[];
}

function resultOf({ plan, baseline, scenario }: Projected, { input, values, tally }: Context): SimulationResult {
  const series = { baseline: seriesOf(baselinePlan(plan), baseline), scenario: seriesOf(plan, scenario) };
  const change = changeOf(series.scenario, scenario.at(-1));
  const parcelsLeft = scenario.at(-1)?.parcelsLeft ?? 0;
  if (parcelsLeft > 0) tally.note('exitLiftsTaxPerMu', { exit: change.exit }, parcelsLeft);
  return {
    years: scenario.map((_, year) => yearOf(input.firstDay) + year),
    ...series,
    tiers: input.tierLines?.tiers ?? [],
    townships: townshipsOf(plan.parcels, baseline.at(-1), scenario.at(-1)),
    change,
    parcels: countOf(plan.parcels),
    notices: tally.list(),
    assumptions: values,
    changedAssumptions: ASSUMPTION_IDS.filter((id) => values[id] !== assumptionOf(id).default),
  };
}

/**
 * Projects the scenario year by year as expected values, beside the baseline: pure, without clock or chance.
 * Yields progress after every few thousand rows; whoever drives it may stop between any two steps.
 * Passes over the rows: reading, finding and ordering the inefficient land, densifying, and one a year for each of the two projections.
 */
export function* simulate(input: SimulationInput): Generator<Progress, SimulationOutcome> {
  const problems = checkInput(input);
  if (problems.length > 0) return { kind: 'failed', code: 'badInput', problems };
  const values = assumptionValues(input.assumptions);
  const { parcels: columns } = input;
  const tally = createNoticeTally((row) => columns.rowNumbers?.[row] ?? row + 1);
  const meter = createMeter(columns.landArea.length, 4 + 2 * (values.horizon + 1));
  const context = { input, values, tally, meter };
  const parcels = yield* prepareParcels(columns, values, context);
  if (countOf(parcels).counted === 0) return { kind: 'failed', code: 'noUsableParcels', notices: tally.list() };
  const plan = yield* scenarioPlan(parcels, context);
  const baseline = yield* projectStock(baselinePlan(plan), 'baseline', meter);
  const scenario = yield* projectStock(plan, 'scenario', meter);
  return { kind: 'done', result: resultOf({ plan, baseline, scenario }, context) };
}
