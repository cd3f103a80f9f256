import type { AssumptionValues } from './assumption';
import { compound } from './compound';
import type { Densification } from './densify';
import * as equation from './equations';
import { dueOnGranted, type Levers, surchargeOf } from './levers/all';
import { isUpgraded, upgradePart } from './levers/upgrade';
import { type BuildingPace, buildingPace, type DisposalPace, disposalPace } from './pace';
import { type DisposalPlan, NOT_IN_HORIZON } from './planDisposal';
import type { PreparedParcels } from './prepareParcels';
import type { Progress, SimulationPhase } from './progress';
import { type TierLines, tierIndexOf } from './tierLines';
import { type PassMeter, walkRows } from './walkRows';

/** Land and tax of one year in mu and wanYuan, and the sums behind the change since the opening; expected values. */
export interface YearStock {
  landArea: number;
  tax: number;
  /** Opening tax and area of the parcels that have left by now. */
  exitTax: number;
  exitArea: number;
  /** Change of tax on the parcels still in use: growth of their own, and what the levers add. */
  withinTax: number;
  leverTax: number;
  /** Tax that the parcels that have left would pay by now. */
  lostTax: number;
  /** Tax and area of what has been granted again by now. */
  entryTax: number;
  entryArea: number;
  /** Penalties for falling short of what was undertaken on granted land. */
  penalty: number;
  /** What enterprises pay above the common prices. */
  surcharge: number;
  /** Parcels by tier, lowest first, of those still in use; empty where no lines are given. */
  readonly parcelsByTier: Float64Array;
  parcelsLeft: number;
}

/** What moves the stock: the parcels, the plan and the assumptions. */
export interface StockPlan {
  readonly parcels: PreparedParcels;
  readonly disposal: DisposalPlan;
  readonly densification: Densification;
  readonly levers: Levers;
  readonly values: AssumptionValues;
  readonly tierLines?: TierLines | undefined;
}

/** A plan with its paces worked out once. */
export interface Projector {
  readonly plan: StockPlan;
  readonly building: BuildingPace;
  readonly leaving: DisposalPace;
  /** Own tax of a parcel in each year, against the first. */
  readonly growth: Float64Array;
  /** Expected new tax of each parcel once its new floors are mature, wanYuan a year. */
  readonly matureTax: Float64Array;
  /** Expected rise of each parcel's tax once its upgrade is complete, wanYuan a year. */
  readonly uplift: Float64Array;
  /** What falls due each year for each disposed mu once its new project should be mature, wanYuan. */
  readonly dueOnGranted: number;
  /** What a parcel in use pays a year above the common prices, wanYuan. */
  readonly surchargeOf: ((row: number) => number) | undefined;
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

/** Makes a plan ready to be projected. */
export function projectorOf(plan: StockPlan): Projector {
  const { values, levers, parcels } = plan;
  const { upgrade } = levers;
  const responseAt = uptakeByShare(values);
  const uplift = new Float64Array(parcels.rows);
  const matureTax = new Float64Array(parcels.rows);
  for (let row = 0; row < parcels.rows; row++) {
    matureTax[row] = matureTaxOf(plan, responseAt, row);
    if (isUpgraded(upgrade, plan, row))
      uplift[row] = (parcels.columns.taxPaid[row] ?? NaN) * upgrade.uplift * upgrade.response;
  }
  const growth = Float64Array.from({ length: values.horizon + 1 }, (_, year) => compound(values.ownTaxGrowth, year));
  return {
    plan,
    building: buildingPace(values),
    leaving: disposalPace(values),
    growth,
    matureTax,
    uplift,
    dueOnGranted: dueOnGranted(levers, values),
    surchargeOf: surchargeOf(levers, parcels),
  };
}

function matureTaxOf({ densification, values }: StockPlan, responseAt: (share: number) => number, row: number): number {
  const added = densification.added[row] ?? 0;
  if (added === 0) return 0;
  const rate = equation.blendedTaxPerSquareMetre(densification.ownRate[row] ?? 0, values);
  return responseAt(densification.share[row] ?? 0) * ((added * rate) / 10_000);
}

/** A parcel in a year as expected: what is still there, what has gone, and what has come in its place. */
export interface ParcelYear {
  /** Share of the parcel that has left. */
  gone: number;
  /** Tax of what is still there, and the part of it that levers add. */
  tax: number;
  leverTax: number;
  entryArea: number;
  entryTax: number;
  penalty: number;
}

/** The expected year of a parcel that counts, written into `to`, which is given back. */
export function parcelYear(projector: Projector, row: number, year: number, to: ParcelYear): ParcelYear {
  const { plan, building, leaving } = projector;
  const { values, parcels } = plan;
  const { upgrade } = plan.levers;
  const area = parcels.columns.landArea[row] ?? NaN;
  const growth = projector.growth[year] ?? NaN;
  const own = (parcels.columns.taxPaid[row] ?? NaN) * growth;
  const planned = plan.disposal.yearOfRow[row] ?? NOT_IN_HORIZON;
  const age = planned === NOT_IN_HORIZON ? -1 : year - planned;
  to.gone = age < 0 ? 0 : (leaving.gone[age] ?? 0);
  to.leverTax = (projector.matureTax[row] ?? 0) * (building.taxed[year] ?? 0);
  if (upgrade) to.leverTax += (projector.uplift[row] ?? 0) * growth * upgradePart(upgrade, year);
  to.tax = (1 - to.gone) * (own + to.leverTax);
  to.entryArea = age < 0 ? 0 : area * values.netSupplyShare * (leaving.granted[age] ?? 0);
  to.entryTax = age < 0 ? 0 : equation.newProjectTax(area, values) * (leaving.taxed[age] ?? 0);
  to.penalty = age < 0 ? 0 : area * projector.dueOnGranted * (leaving.mature[age] ?? 0);
  return to;
}

/** A parcel of which nothing is known yet. */
export function blankYear(): ParcelYear {
  return { gone: 0, tax: 0, leverTax: 0, entryArea: 0, entryTax: 0, penalty: 0 };
}

function emptyYear({ tierLines }: StockPlan): YearStock {
  return {
    landArea: 0,
    tax: 0,
    exitTax: 0,
    exitArea: 0,
    withinTax: 0,
    leverTax: 0,
    lostTax: 0,
    entryTax: 0,
    entryArea: 0,
    penalty: 0,
    surcharge: 0,
    parcelsLeft: 0,
    parcelsByTier: new Float64Array(tierLines?.tiers.length ?? 0),
  };
}

/** Adds a parcel to the stock of a year. */
function addParcel(
  { plan, surchargeOf: paid }: Projector,
  stock: YearStock,
  row: number,
  of: ParcelYear,
  growth: number,
): void {
  const { parcels, tierLines } = plan;
  const area = parcels.columns.landArea[row] ?? NaN;
  const opening = parcels.columns.taxPaid[row] ?? NaN;
  const stays = 1 - of.gone;
  stock.landArea += stays * area + of.entryArea;
  stock.tax += of.tax + of.entryTax;
  stock.exitTax += of.gone * opening;
  stock.lostTax += of.gone * opening * growth;
  stock.exitArea += of.gone * area;
  stock.withinTax += stays * (of.leverTax + opening * (growth - 1));
  stock.leverTax += stays * of.leverTax;
  stock.entryTax += of.entryTax;
  stock.entryArea += of.entryArea;
  stock.penalty += of.penalty;
  if (paid) stock.surcharge += stays * paid(row);
  stock.parcelsLeft += of.gone;
  if (tierLines && stays > 0) {
    const tier = tierIndexOf(of.tax / stays / area, tierLines);
    stock.parcelsByTier[tier] = (stock.parcelsByTier[tier] ?? 0) + stays;
  }
}

/**
 * The stock of every year 0..horizon. Land and tax leave together, the year after the disposal; the granted land counts
 * from its grant on, before it pays tax. Tier counts read the expected value of each parcel (model.md equations 8, 9, 11).
 */
export function* projectStock(
  projector: Projector,
  phase: SimulationPhase,
  meter: PassMeter,
): Generator<Progress, readonly YearStock[]> {
  const { plan } = projector;
  const years: YearStock[] = [];
  const scratch = blankYear();
  for (let year = 0; year <= plan.values.horizon; year++) {
    const stock = emptyYear(plan);
    const growth = projector.growth[year] ?? NaN;
    yield* walkRows(meter, phase, (row) => {
      if (plan.parcels.counted[row] !== 1) return;
      addParcel(projector, stock, row, parcelYear(projector, row, year, scratch), growth);
    });
    years.push(stock);
  }
  return years;
}
