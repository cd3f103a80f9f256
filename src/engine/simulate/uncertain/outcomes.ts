import type { AssumptionValues } from '../assumption';
import { compound } from '../compound';
import * as equation from '../equations';
import { dueOnGranted, type Levers } from '../levers/all';
import type { QuotaReader } from '../levers/incrementStock';
import { upgradePart } from '../levers/upgrade';
import { grantAge, MATURE_FROM } from '../pace';
import { type EventClass, KIND } from './events';

/** Outputs that are sums over parcels; `landArea`, `tax` and `surcharge` as changes against nothing happening. Cumulative but for these and netFiscal. */
export const OUTPUTS = [
  'landArea',
  'tax',
  'disposedArea',
  'floorAreaAdded',
  'landPriceWaived',
  'deadweight',
  'publicCost',
  'netFiscal',
  'cumulativeValue',
  'surcharge',
] as const;

/** What a draw answers for every year; areas in mu, floors in m2, money in wanYuan, taxPerMu in wanYuan per mu. */
export const METRICS = [...OUTPUTS, 'taxPerMu', 'newLandQuota'] as const;

/** One of them. */
export type Metric = (typeof METRICS)[number];

/** The position of a metric among those of a draw. */
export function metricIndex(metric: Metric): number {
  return METRICS.indexOf(metric);
}

/** What the years of one draw share. */
export interface DrawTerms {
  readonly values: AssumptionValues;
  readonly years: number;
  readonly growth: Float64Array;
  readonly discount: Float64Array;
  /** Land price of a m2 of floor, wanYuan. */
  readonly floorPrice: number;
  /** Response without a waiver. */
  readonly anyway: number;
  readonly levers: Levers;
  /** What falls due each year for each disposed mu once its new project should be mature, wanYuan. */
  readonly dueOnGranted: number;
  /** Land, tax and disposal alone: all that groups are told of. */
  readonly stockOnly: boolean;
}

/** Works out what the years of a draw share. */
export function drawTerms(values: AssumptionValues, levers: Levers): DrawTerms {
  const years = values.horizon + 1;
  const growth = new Float64Array(years);
  const discount = new Float64Array(years);
  for (let year = 0; year < years; year++) {
    growth[year] = values.ownTaxGrowth === 0 ? 1 : compound(values.ownTaxGrowth, year);
    discount[year] = compound(values.discountRate, year);
  }
  const anyway = equation.uptake(equation.ownerPayback(0, values), values);
  return {
    values,
    years,
    growth,
    discount,
    floorPrice: equation.floorPrice(values) / 10_000,
    anyway,
    levers,
    dueOnGranted: dueOnGranted(levers, values),
    stockOnly: false,
  };
}

/** Outputs of a draw: output * years + year. */
export type Outputs = Float64Array;

/** Four sums over parcels to which something happens in a year. */
export interface Taken {
  readonly of: Pick<EventClass, 'kind' | 'share'>;
  readonly year: number;
  readonly first: number;
  readonly second: number;
  readonly third: number;
  readonly fourth: number;
}

function addTo(to: Outputs, terms: DrawTerms, output: number, year: number, amount: number): void {
  const at = output * terms.years + year;
  to[at] = (to[at] ?? 0) + amount;
}

const [LAND, TAX, DISPOSED, FLOORS, WAIVED, DEADWEIGHT, COST, FISCAL, VALUE, SURCHARGE] = OUTPUTS.keys();

/** Adds an amount of money in a year to the year, and its present value to the years from then on. */
function addMoney(to: Outputs, terms: DrawTerms, year: number, amount: number): void {
  if (terms.stockOnly || year >= terms.years || amount === 0) return;
  addTo(to, terms, FISCAL ?? 0, year, amount);
  addTo(to, terms, VALUE ?? 0, year, amount / (terms.discount[year] ?? NaN));
}

/** Adds tax from a year on; the county keeps its share. */
function addTax(to: Outputs, terms: DrawTerms, year: number, amount: number): void {
  if (amount === 0) return;
  addTo(to, terms, TAX ?? 0, year, amount);
  addMoney(to, terms, year, terms.values.retainedTaxShare * amount);
}

function addCost(to: Outputs, terms: DrawTerms, year: number, amount: number): void {
  addTo(to, terms, COST ?? 0, year, amount);
  addMoney(to, terms, year, -amount);
}

/** What those who begin to build pay, and are spared (model.md equations 2, 6 and 7). */
function addLandPrice(to: Outputs, terms: DrawTerms, { of, year, first: industrial, third: other }: Taken): void {
  const { values, floorPrice, anyway } = terms;
  const waived = of.share * floorPrice * industrial;
  const response = of.share === 0 ? anyway : equation.uptake(equation.ownerPayback(of.share, values), values);
  addTo(to, terms, WAIVED ?? 0, year, waived);
  addTo(to, terms, DEADWEIGHT ?? 0, year, response > 0 ? waived * Math.min(1, anyway / response) : 0);
  addMoney(to, terms, year, floorPrice * (industrial + other) - waived);
  addCost(to, terms, year, (values.buildingSubsidy * (industrial + other)) / 10_000);
}

/** Those who begin to build in a year (model.md equations 1 to 7). */
function addBuilding(to: Outputs, terms: DrawTerms, taken: Taken): void {
  const { values, years } = terms;
  const { first: industrial, second: ownTax, third: other } = taken;
  const blended =
    (values.newTaxWeight * values.newTaxPerSquareMetre * industrial) / 10_000 + (1 - values.newTaxWeight) * ownTax;
  if (!terms.stockOnly) addLandPrice(to, terms, taken);
  const finished = taken.year + values.constructionLag;
  if (finished < years) addTo(to, terms, FLOORS ?? 0, finished, industrial + other);
  for (let at = finished + 1; at < years; at++) addTax(to, terms, at, equation.ramp(at - finished, values) * blended);
}

/** Those who respond to an upgrade. */
function addUpgrade(to: Outputs, terms: DrawTerms, { year, first: tax, second: area }: Taken): void {
  const { upgrade } = terms.levers;
  if (!upgrade) return;
  addCost(to, terms, year, upgrade.costPerMu * area);
  for (let at = year + 1; at < terms.years; at++)
    addTax(to, terms, at, (terms.growth[at] ?? NaN) * upgrade.uplift * upgradePart(upgrade, at) * tax);
}

/** Those disposed of in a year (model.md equation 11). */
function addDisposal(to: Outputs, terms: DrawTerms, taken: Taken): void {
  const { values, years } = terms;
  const { year, first: area, second: tax, third: floors, fourth: surcharge } = taken;
  const net = area * values.netSupplyShare;
  const penalty = area * terms.dueOnGranted;
  addTo(to, terms, DISPOSED ?? 0, year, area);
  addCost(to, terms, year, equation.disposalCost(area, floors, values));
  addMoney(to, terms, year + values.resupplyDelay, net * values.resalePrice);
  for (let at = year + 1; at < years; at++) {
    const production = at - year - values.resupplyDelay - values.constructionLag;
    const mature = equation.ramp(production, values) * net * values.newProjectTaxPerMu;
    addTo(to, terms, LAND ?? 0, at, (at - year >= grantAge(values) ? net : 0) - area);
    addTax(to, terms, at, mature - (terms.growth[at] ?? NaN) * tax);
    addTo(to, terms, SURCHARGE ?? 0, at, -surcharge);
    if (production >= MATURE_FROM) addMoney(to, terms, at, penalty);
  }
}

/** Adds what some parcels bring about. Linear in the four sums: what is expected is worked out from the same lines. */
export function addTaken(to: Outputs, terms: DrawTerms, taken: Taken): void {
  if (taken.of.kind === KIND.dispose) addDisposal(to, terms, taken);
  else if (taken.of.kind === KIND.upgrade) addUpgrade(to, terms, taken);
  else addBuilding(to, terms, taken);
}

/** The outputs that add up over the years. */
const CUMULATIVE = [DISPOSED, FLOORS, WAIVED, DEADWEIGHT, COST, VALUE] as const;

/** Turns the yearly amounts of cumulative outputs into running sums. */
export function accumulate(outputs: Outputs, years: number): void {
  for (const output of CUMULATIVE)
    for (let at = (output ?? 0) * years + 1; at < ((output ?? 0) + 1) * years; at++)
      outputs[at] = (outputs[at] ?? 0) + (outputs[at - 1] ?? 0);
}

/** The stock without the levers. */
export interface OpeningStock {
  readonly land: number;
  readonly tax: number;
  /** What is paid above the common prices while nothing has happened. */
  readonly surcharge: number;
}

/** Completes a draw's metrics at `start` of `to` from its accumulated outputs: totals instead of changes, tax per mu, quota. */
export function writeMetrics(
  to: Float64Array,
  start: number,
  given: {
    readonly outputs: Outputs;
    readonly terms: DrawTerms;
    readonly opening: OpeningStock;
    readonly quotaOf: QuotaReader;
  },
): void {
  const { outputs, terms, opening, quotaOf } = given;
  const { years } = terms;
  for (let index = 0; index < OUTPUTS.length * years; index++) to[start + index] = outputs[index] ?? NaN;
  for (let year = 0; year < years; year++) {
    const land = opening.land + (outputs[year] ?? NaN);
    const tax = opening.tax * (terms.growth[year] ?? NaN) + (outputs[years + year] ?? NaN);
    to[start + year] = land;
    to[start + years + year] = tax;
    const paid = (SURCHARGE ?? 0) * years + year;
    to[start + paid] = opening.surcharge + (outputs[paid] ?? NaN);
    to[start + OUTPUTS.length * years + year] = tax / land;
    const at = (DISPOSED ?? 0) * years + year;
    const before = year === 0 ? 0 : (outputs[at - 1] ?? NaN);
    to[start + (OUTPUTS.length + 1) * years + year] = quotaOf({ before, done: outputs[at] ?? NaN, year });
  }
}
