import { presentValues } from './compound';
import { landPriceDue, ownerPayback, resaleIncome, uptake } from './equations';
import { beginningShare, grantAge } from './pace';
import { expectedQuota, type IncrementStockLever } from './levers/incrementStock';
import { upgradeCost as upgradeCostOf } from './levers/upgrade';
import type { Projector, StockPlan, YearStock } from './projectStock';

/** One value a year, first year first. Land in mu, floors in m2, money in wanYuan, taxPerMu in wanYuan per mu. */
export interface YearSeries {
  /** Land in use; closing = opening + inflow - outflow. */
  readonly landArea: Float64Array;
  readonly inflowArea: Float64Array;
  readonly outflowArea: Float64Array;
  readonly tax: Float64Array;
  readonly taxPerMu: Float64Array;
  /** Expected new floors, in the year they are finished. */
  readonly floorAreaAdded: Float64Array;
  readonly landPriceCollected: Float64Array;
  readonly landPriceWaived: Float64Array;
  readonly subsidy: Float64Array;
  /** Price given up to owners who would have built anyway (model.md equation 7). */
  readonly deadweight: Float64Array;
  readonly disposedArea: Float64Array;
  /** Share of the opening inefficient land disposed of by the end of the year, 0..1; NaN where there was none. */
  readonly disposalRate: Float64Array;
  readonly disposalCost: Float64Array;
  readonly resaleIncome: Float64Array;
  readonly upgradeCost: Float64Array;
  /** Paid for falling short of what was undertaken on granted land. */
  readonly penalty: Float64Array;
  /** Paid by enterprises above the common prices; not counted as money of the county. */
  readonly surcharge: Float64Array;
  /** Quota of new land, mu, weighted with the chance that the year's task is met; all NaN without that lever. */
  readonly newLandQuota: Float64Array;
  /** What is in the pool for acquisitions at the end of the year, as planned; all NaN without one. */
  readonly fund: Float64Array;
  /** Money of the year against doing nothing: retained tax and income less cost; waived price is not a payment. */
  readonly netFiscal: Float64Array;
  /** Its present value, added up to the year. */
  readonly cumulativeValue: Float64Array;
  /** Parcels in use by tier (lowest first), each over the years. */
  readonly parcelsByTier: readonly Float64Array[];
  readonly parcelsLeft: Float64Array;
}

/** A yearly value, built year by year. */
function yearly(years: number, valueOf: (year: number) => number): Float64Array {
  return Float64Array.from({ length: years }, (_, year) => valueOf(year));
}

/** Adds year to year. */
function runningSum(amounts: Float64Array): Float64Array {
  let total = 0;
  return amounts.map((amount) => (total += amount));
}

/** Amounts by planned year, spread over the years in which they fall due. */
function spread(planned: Float64Array, shareAfter: (wait: number) => number): Float64Array {
  return yearly(planned.length, (year) => {
    let sum = 0;
    for (let from = 0; from <= year; from++) sum += (planned[from] ?? 0) * shareAfter(year - from);
    return sum;
  });
}

/** The amounts of `years` earlier. */
function later(amounts: Float64Array, years: number): Float64Array {
  return amounts.map((_, year) => amounts[year - years] ?? 0);
}

function stockSeries(years: readonly YearStock[]) {
  const of = (name: 'landArea' | 'tax' | 'penalty' | 'surcharge' | 'parcelsLeft') =>
    yearly(years.length, (year) => years[year]?.[name] ?? NaN);
  const [landArea, tax] = [of('landArea'), of('tax')];
  const tiers = years[0]?.parcelsByTier.length ?? 0;
  return {
    landArea,
    tax,
    taxPerMu: tax.map((total, year) => total / (landArea[year] ?? NaN)),
    penalty: of('penalty'),
    surcharge: of('surcharge'),
    parcelsByTier: Array.from({ length: tiers }, (_, tier) =>
      yearly(years.length, (year) => years[year]?.parcelsByTier[tier] ?? 0),
    ),
    parcelsLeft: of('parcelsLeft'),
  };
}

function disposalSeries({ disposal, values }: StockPlan) {
  const onTime = (wait: number) => beginningShare(values.disposalOnTime, wait);
  const disposedArea = spread(disposal.areaByYear, onTime);
  const done = runningSum(disposedArea);
  return {
    disposedArea,
    disposalRate: done.map((area) => area / disposal.openingInefficientArea),
    disposalCost: spread(disposal.costByYear, onTime),
    resaleIncome: later(disposedArea, values.resupplyDelay).map((area) => resaleIncome(area, values)),
    outflowArea: later(disposedArea, 1),
    inflowArea: later(disposedArea, grantAge(values)).map((area) => area * values.netSupplyShare),
    fund: disposal.fundByYear ?? disposedArea.map(() => NaN),
  };
}

/** Expected floors and prices of those who respond, all years together. */
function buildingTotals({ densification, values, parcels }: StockPlan) {
  const totals = { floors: 0, collected: 0, waived: 0, subsidy: 0, deadweight: 0 };
  const anyway = uptake(ownerPayback(0, values), values);
  const responses = new Map<number, number>();
  for (let row = 0; row < parcels.rows; row++) {
    const [added, supporting] = [densification.added[row] ?? 0, densification.supporting[row] ?? 0];
    if (added + supporting === 0) continue;
    const share = densification.share[row] ?? 0;
    const response = responses.get(share) ?? uptake(ownerPayback(share, values), values);
    responses.set(share, response);
    const due = landPriceDue(added, values);
    totals.floors += response * (added + supporting);
    totals.collected += response * ((1 - share) * due + landPriceDue(supporting, values));
    totals.waived += response * (share * due);
    totals.deadweight += Math.min(anyway, response) * (share * due);
    totals.subsidy += response * ((values.buildingSubsidy * (added + supporting)) / 10_000);
  }
  return totals;
}

function densificationSeries({ plan, building }: Projector) {
  const { floors, collected, waived, subsidy, deadweight } = buildingTotals(plan);
  const begun = (amount: number) => building.begin.map((share) => share * amount);
  return {
    floorAreaAdded: building.finish.map((share) => share * floors),
    landPriceCollected: begun(collected),
    landPriceWaived: begun(waived),
    subsidy: begun(subsidy),
    deadweight: begun(deadweight),
  };
}

/** The expected quota of new land by year. */
function quotaSeries(lever: IncrementStockLever | undefined, disposed: Float64Array, plan: StockPlan): Float64Array {
  const quotaOf = expectedQuota(lever, plan.disposal, plan.values);
  return disposed.map((area, year) => quotaOf({ before: 0, done: area, year }));
}

/** The series of a plan from its yearly stocks. */
export function seriesOf(
  projector: Projector,
  years: readonly YearStock[],
  incrementStock: IncrementStockLever | undefined,
): YearSeries {
  const { plan } = projector;
  const disposal = disposalSeries(plan);
  const densification = densificationSeries(projector);
  const upgrading = upgradeCostOf(plan.levers.upgrade, plan);
  const upgradeCost = yearly(years.length, (year) => (year === 0 ? upgrading : 0));
  const at = (column: Float64Array, year: number) => column[year] ?? 0;
  const netFiscal = yearly(years.length, (year) => {
    const stock = years[year];
    const taxChange = stock ? stock.leverTax + (stock.entryTax - stock.lostTax) : NaN;
    const income =
      at(densification.landPriceCollected, year) + at(disposal.resaleIncome, year) + (stock?.penalty ?? NaN);
    const cost = at(densification.subsidy, year) + at(disposal.disposalCost, year) + at(upgradeCost, year);
    return plan.values.retainedTaxShare * taxChange + income - cost;
  });
  const cumulativeValue = runningSum(presentValues(netFiscal, plan.values.discountRate));
  const newLandQuota = quotaSeries(incrementStock, disposal.disposedArea, plan);
  return {
    ...stockSeries(years),
    ...disposal,
    ...densification,
    upgradeCost,
    newLandQuota,
    netFiscal,
    cumulativeValue,
  };
}
