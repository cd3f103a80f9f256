import type { AssumptionValues } from './assumption';
import { compound } from './compound';
import { resaleIncome } from './equations';
import { grantAge, type StockPlan, type YearStock } from './projectStock';

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
  readonly disposedArea: Float64Array;
  /** Share of the opening inefficient land disposed of by the end of the year, 0..1; NaN where there was none. */
  readonly disposalRate: Float64Array;
  readonly disposalCost: Float64Array;
  readonly resaleIncome: Float64Array;
  /** Money of the year against doing nothing: retained tax and income less cost; waived price is not a payment. */
  readonly netFiscal: Float64Array;
  /** Its present value, added up to the year. */
  readonly cumulativeValue: Float64Array;
  /** Parcels in use by tier (lowest first), each over the years. */
  readonly parcelsByTier: readonly Float64Array[];
  readonly parcelsLeft: Float64Array;
}

function sum(column: Float64Array): number {
  let total = 0;
  for (const value of column) total += value;
  return total;
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

/** An amount that falls in one year alone. */
function inYear(years: number, at: number, amount: number): Float64Array {
  return yearly(years, (year) => (year === at ? amount : 0));
}

function stockSeries(years: readonly YearStock[]) {
  const landArea = yearly(years.length, (year) => sum(years[year]?.areaByTownship ?? new Float64Array()));
  const tax = yearly(years.length, (year) => sum(years[year]?.taxByTownship ?? new Float64Array()));
  const tiers = years[0]?.parcelsByTier.length ?? 0;
  return {
    landArea,
    tax,
    taxPerMu: tax.map((total, year) => total / (landArea[year] ?? NaN)),
    parcelsByTier: Array.from({ length: tiers }, (_, tier) =>
      yearly(years.length, (year) => years[year]?.parcelsByTier[tier] ?? 0),
    ),
    parcelsLeft: yearly(years.length, (year) => years[year]?.parcelsLeft ?? 0),
  };
}

function disposalSeries({ disposal, values }: StockPlan, years: number) {
  const areaOf = (year: number) => disposal.areaByYear[year] ?? 0;
  const done = runningSum(disposal.areaByYear);
  return {
    disposedArea: Float64Array.from(disposal.areaByYear),
    disposalRate: done.map((area) => area / disposal.openingInefficientArea),
    disposalCost: Float64Array.from(disposal.costByYear),
    resaleIncome: yearly(years, (year) => resaleIncome(areaOf(year - values.resupplyDelay), values)),
    outflowArea: yearly(years, (year) => areaOf(year - 1)),
    inflowArea: yearly(years, (year) => areaOf(year - grantAge(values)) * values.netSupplyShare),
  };
}

function densificationSeries({ densification, values }: StockPlan, years: number) {
  return {
    floorAreaAdded: inYear(years, values.constructionLag, densification.floorAreaAdded),
    landPriceCollected: inYear(years, 0, densification.landPriceCollected),
    landPriceWaived: inYear(years, 0, densification.landPriceWaived),
    subsidy: inYear(years, 0, densification.subsidy),
  };
}

/** The present value of yearly amounts, added up to each year (model.md equation 6). */
function cumulativeValueOf(amounts: Float64Array, values: AssumptionValues): Float64Array {
  return runningSum(amounts.map((amount, year) => amount / compound(values.discountRate, year)));
}

/** The series of a plan from its yearly stocks. */
export function seriesOf(plan: StockPlan, years: readonly YearStock[]): YearSeries {
  const disposal = disposalSeries(plan, years.length);
  const densification = densificationSeries(plan, years.length);
  const at = (column: Float64Array, year: number) => column[year] ?? 0;
  const netFiscal = yearly(years.length, (year) => {
    const stock = years[year];
    const taxChange = stock ? stock.withinTax + (stock.entryTax - stock.exitTax) : NaN;
    const income = at(densification.landPriceCollected, year) + at(disposal.resaleIncome, year);
    const cost = at(densification.subsidy, year) + at(disposal.disposalCost, year);
    return plan.values.retainedTaxShare * taxChange + income - cost;
  });
  const cumulativeValue = cumulativeValueOf(netFiscal, plan.values);
  return { ...stockSeries(years), ...disposal, ...densification, netFiscal, cumulativeValue };
}
