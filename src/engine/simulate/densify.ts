import type { Day } from '../quantity/day';
import type { AssumptionValues } from './assumption';
import * as equation from './equations';
import { type PlotRatioLever, wantedRatio } from './levers/plotRatio';
import type { WaiverLever } from './levers/waiver';
import type { NoticeTally } from './notice';
import { NO_BALANCE, type ParkLimits } from './parkBalance';
import { type DisposalPlan, NOT_IN_HORIZON } from './planDisposal';
import { cellOf, type PreparedParcels } from './prepareParcels';
import type { Progress } from './progress';
import { judgeWaiver } from './waiverGate';
import { type PassMeter, walkRows } from './walkRows';

/** What raising the plot ratio would bring on each parcel if its owner responded; how many do is a matter of assumptions. */
export interface Densification {
  /** New industrial floors, m2. */
  readonly added: Float64Array;
  /** New floors for other compatible uses, m2: no tax is expected of them and their price is never waived. */
  readonly supporting: Float64Array;
  /** The parcel's own tax per m2 of floor, yuan a year. */
  readonly ownRate: Float64Array;
  /** Share of the price waived: the lever's inside the gate, 0 outside it. */
  readonly share: Float64Array;
}

/** A scenario in which no plot ratio rises. */
export function emptyDensification(rows: number): Densification {
  const column = () => new Float64Array(rows);
  return { added: column(), supporting: column(), ownRate: column(), share: column() };
}

/** What densification is computed with. */
export interface Densifying {
  readonly values: AssumptionValues;
  readonly tally: NoticeTally;
  readonly meter: PassMeter;
  readonly firstDay: Day;
  readonly disposal: DisposalPlan;
  readonly parkLimits: ParkLimits;
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
  const disposedOf = disposal.yearOfRow[row] !== NOT_IN_HORIZON;
  return disposedOf && ratios.planned > ratios.current ? 'disposedNotDensified' : undefined;
}

/** The parcel's limit: its park's where that is balanced as a whole, else its own, NaN where neither is known. */
function ownLimit(parcels: PreparedParcels, row: number, parkLimits: ParkLimits): number {
  const balanced = parkLimits.limitOf(row);
  return balanced === NO_BALANCE ? cellOf(parcels.columns.plannedPlotRatio, row) : balanced;
}

/** The plot ratios of a parcel the lever applies to, or undefined where it changes nothing; says why. */
function ratiosOf(
  parcels: PreparedParcels,
  row: number,
  lever: PlotRatioLever,
  { values, tally, disposal, parkLimits }: Densifying,
): equation.PlotRatios | undefined {
  if (parcels.counted[row] !== 1 || (lever.eligible && lever.eligible[row] !== 1)) return undefined;
  const own = ownLimit(parcels, row, parkLimits);
  const planned = own > 0 ? own : values.plannedPlotRatioDefault;
  const current = parcels.plotRatio[row] ?? NaN;
  const ratios = { current, target: wantedRatio(lever, current), planned };
  const refusal = refusalOf(parcels, row, ratios, disposal);
  if (refusal) tally.add(refusal, row);
  if (refusal) return undefined;
  if (!(own > 0)) tally.add('plannedPlotRatioAssumed', row);
  if (ratios.target > planned) tally.add('plotRatioClipped', row);
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
  const planned = ownLimit(parcels, row, densifying.parkLimits);
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

/**
 * How much of the new floors may serve other compatible uses: what the lever asks, as far as industrial floors keep their
 * least share of all floors of the parcel (JX-06: 51 %). Nothing where the industrial floors are not known.
 */
function supportingFloors(parcels: PreparedParcels, row: number, added: number, asked: Mixing): number {
  const { lever, tally } = asked;
  const wanted = (lever.mixedShare ?? 0) * added;
  if (wanted === 0) return 0;
  const floors = parcels.floorArea[row] ?? NaN;
  const industrial = cellOf(parcels.columns.industrialFloorArea, row);
  if (Number.isNaN(industrial)) {
    tally.add('industrialFloorMissing', row);
    return 0;
  }
  const room = (1 - (lever.leastIndustrialShare ?? LEAST_INDUSTRIAL_SHARE)) * (floors + added) - (floors - industrial);
  const allowed = Math.min(wanted, Math.max(0, room));
  if (allowed < wanted) tally.add('industrialShareKept', row);
  return allowed;
}

interface Mixing {
  readonly lever: PlotRatioLever;
  readonly tally: NoticeTally;
}

/** Least share of industrial floors on mixed industrial land (JX-06). */
export const LEAST_INDUSTRIAL_SHARE = 0.51;

/** Applies the plot-ratio and waiver levers to every parcel (model.md equations 1, 2 and 14). */
export function* densify(
  parcels: PreparedParcels,
  levers: { readonly plotRatio: PlotRatioLever; readonly waiver: WaiverLever | undefined },
  densifying: Densifying,
): Generator<Progress, Densification> {
  const { values, tally, meter } = densifying;
  const result = emptyDensification(parcels.rows);
  yield* walkRows(meter, 'planning', (row) => {
    const ratios = ratiosOf(parcels, row, levers.plotRatio, densifying);
    if (!ratios) return;
    const landArea = cellOf(parcels.columns.landArea, row);
    const added = equation.addedFloorArea(landArea, ratios, values);
    const supporting = supportingFloors(parcels, row, added, { lever: levers.plotRatio, tally });
    const asked = { target: ratios.target, waiver: levers.waiver };
    const subsidy = (values.buildingSubsidy * added) / 10_000;
    if (subsidy / landArea > values.subsidyReference) tally.add('subsidyAboveReference', row);
    result.added[row] = added - supporting;
    result.supporting[row] = supporting;
    result.ownRate[row] = equation.ownTaxPerSquareMetre(
      cellOf(parcels.columns.taxPaid, row),
      parcels.floorArea[row] ?? NaN,
    );
    result.share[row] = waivedShareOf(parcels, row, asked, densifying);
  });
  return result;
}
