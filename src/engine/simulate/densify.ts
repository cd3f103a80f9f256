import type { Day } from '../quantity/day';
import type { AssumptionValues } from './assumption';
import * as equation from './equations';
import type { NoticeTally } from './notice';
import { type DisposalPlan, NEVER } from './planDisposal';
import { cellOf, type PreparedParcels } from './prepareParcels';
import type { Levers, PlotRatioLever, Progress, WaiverLever } from './scenario';
import { judgeWaiver } from './waiverGate';
import { type Meter, walkRows } from './walkRows';

/** What raising the plot ratio is expected to bring, weighted with the owners' uptake: wanYuan and m2. */
export interface Densification {
  /** Expected new tax of each parcel once production is mature. */
  readonly matureTax: Float64Array;
  readonly floorAreaAdded: number;
  readonly landPriceCollected: number;
  readonly landPriceWaived: number;
  readonly subsidy: number;
}

/** A scenario in which no plot ratio rises. */
export function emptyDensification(rows: number): Densification {
  return {
    matureTax: new Float64Array(rows),
    floorAreaAdded: 0,
    landPriceCollected: 0,
    landPriceWaived: 0,
    subsidy: 0,
  };
}

/** What densification is computed with. */
export interface Densifying {
  readonly values: AssumptionValues;
  readonly tally: NoticeTally;
  readonly meter: Meter;
  readonly firstDay: Day;
  readonly disposal: DisposalPlan;
}

/** Whether the parcel has floors to take its own tax per m2 from; a ratio so small that the quotient overflows is none. */
function hasFloors(parcels: PreparedParcels, row: number): boolean {
  const floorArea = parcels.floorArea[row] ?? NaN;
  const own = equation.ownTaxPerSquareMetre(cellOf(parcels.columns.taxPaid, row), floorArea);
  return floorArea > 0 && Number.isFinite(own);
}

/** Why the plot ratio of a parcel does not rise, or undefined where it may. */
function refusalOf(parcels: PreparedParcels, row: number, ratios: equation.PlotRatios, disposal: DisposalPlan) {
  if (Number.isNaN(ratios.current)) return 'plotRatioMissing';
  if (!hasFloors(parcels, row)) return 'plotRatioNotPositive';
  if (ratios.target <= ratios.current) return 'atTargetAlready';
  const disposedOf = disposal.yearOfRow[row] !== NEVER;
  return disposedOf && ratios.planned > ratios.current ? 'disposedNotDensified' : undefined;
}

/** The plot ratios of a parcel the lever applies to, or undefined where it changes nothing; says why. */
function ratiosOf(
  parcels: PreparedParcels,
  row: number,
  lever: PlotRatioLever,
  { values, tally, disposal }: Densifying,
): equation.PlotRatios | undefined {
  if (parcels.counted[row] !== 1 || (lever.eligible && lever.eligible[row] !== 1)) return undefined;
  const own = cellOf(parcels.columns.plannedPlotRatio, row);
  const planned = own > 0 ? own : values.plannedPlotRatioDefault;
  const ratios = { current: parcels.plotRatio[row] ?? NaN, target: lever.target, planned };
  const refusal = refusalOf(parcels, row, ratios, disposal);
  if (refusal) tally.add(refusal, row);
  if (refusal) return undefined;
  if (!(own > 0)) tally.add('plannedPlotRatioAssumed', row);
  if (lever.target > planned) tally.add('plotRatioClipped', row);
  return planned > ratios.current ? ratios : undefined;
}

/**
 * The share waived on one parcel: the lever's inside the gate, 0 outside it. The lever is capped by the plan (equation 1), so
 * what the gate judges is what would be built: the target, or the planned limit where the target lies above it.
 */
function waivedShareOf(parcels: PreparedParcels, row: number, asked: Asked, densifying: Densifying): number {
  const { waiver, target } = asked;
  if (!waiver) return 0;
  const { columns } = parcels;
  const planned = cellOf(columns.plannedPlotRatio, row);
  const answer = judgeWaiver({
    isIndustrialCarrier: cellOf(columns.isIndustrialCarrier, row),
    useUnchanged: cellOf(columns.useUnchanged, row),
    plotRatio: parcels.plotRatio[row] ?? NaN,
    proposedPlotRatio: planned > 0 ? Math.min(target, planned) : target,
    plannedPlotRatio: planned,
    undergroundAreaAdded: 0,
    ...(waiver.basis && { basis: waiver.basis }),
    decisionDay: densifying.firstDay,
  });
  if (answer.eligible) {
    if (waiver.share < 1) densifying.tally.add('waiverCounterfactual', row);
    return waiver.share;
  }
  if (waiver.share > 0) {
    densifying.tally.add(`waiverRefused.${answer.reason}`, row);
    for (const field of answer.missing) densifying.tally.add(`waiverUnknown.${field}`, row);
  }
  return 0;
}

interface Asked {
  readonly target: number;
  readonly waiver: WaiverLever | undefined;
}

/** Expected response at a waived share; only two shares occur in a scenario, so it is computed once for each. */
function uptakeByShare(values: AssumptionValues): (share: number) => number {
  const known = new Map<number, number>();
  return (share) => {
    const response = known.get(share) ?? equation.uptake(equation.ownerPayback(share, values), values);
    known.set(share, response);
    return response;
  };
}

/** Applies the plot-ratio and waiver levers to every parcel, decided in year 0 (model.md equations 1 to 5 and 14). */
export function* densify(
  parcels: PreparedParcels,
  levers: Levers & { readonly plotRatio: PlotRatioLever },
  densifying: Densifying,
): Generator<Progress, Densification> {
  const { values, tally, meter } = densifying;
  const matureTax = new Float64Array(parcels.rows);
  const totals = { floorAreaAdded: 0, landPriceCollected: 0, landPriceWaived: 0, subsidy: 0 };
  const asked = { target: levers.plotRatio.target, waiver: levers.waiver };
  const responseAt = uptakeByShare(values);
  yield* walkRows(meter, 'planning', (row) => {
    const ratios = ratiosOf(parcels, row, levers.plotRatio, densifying);
    if (!ratios) return;
    const landArea = cellOf(parcels.columns.landArea, row);
    const added = equation.addedFloorArea(landArea, ratios, values);
    const share = waivedShareOf(parcels, row, asked, densifying);
    const response = responseAt(share);
    const due = equation.landPriceDue(added, values);
    const own = equation.ownTaxPerSquareMetre(cellOf(parcels.columns.taxPaid, row), parcels.floorArea[row] ?? NaN);
    const subsidy = (values.buildingSubsidy * added) / 10_000;
    if (subsidy / landArea > values.subsidyReference) tally.add('subsidyAboveReference', row);
    matureTax[row] = response * ((added * equation.blendedTaxPerSquareMetre(own, values)) / 10_000);
    totals.floorAreaAdded += response * added;
    totals.landPriceCollected += response * ((1 - share) * due);
    totals.landPriceWaived += response * (share * due);
    totals.subsidy += response * subsidy;
  });
  return { matureTax, ...totals };
}
