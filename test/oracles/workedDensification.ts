import type { AssumptionValues } from '../../src/engine/simulate/assumption';
import { presentValue } from '../../src/engine/simulate/compound';
import * as equation from '../../src/engine/simulate/equations';
import { recoveryOf, yearsOf } from '../../src/engine/simulate/payback';

/** One parcel whose plot ratio is raised: mu, ratios, and wanYuan of tax a year. */
export interface DensifiedParcel {
  readonly landArea: number;
  readonly taxPaid: number;
  readonly plotRatios: equation.PlotRatios;
}

/** One parcel worked through, year by year, as an official would on paper (model.md section 3). */
export interface WorkedDensification {
  readonly floorArea: number;
  readonly addedFloorArea: number;
  readonly floorPrice: number;
  readonly landPriceDue: number;
  readonly landPriceWaived: number;
  readonly landPriceCollected: number;
  readonly netRent: number;
  readonly ownerPayback: number;
  readonly uptake: number;
  readonly ownTaxPerSquareMetre: number;
  readonly taxPerSquareMetre: number;
  readonly matureTax: number;
  readonly investment: number;
  readonly taxByYear: readonly number[];
  readonly cashByYear: readonly number[];
  /** With the waived price counted as if it had been money in hand: the most cautious view (model.md equation 7). */
  readonly shadowByYear: readonly number[];
  readonly cashValue: number;
  readonly shadowValue: number;
  /** Years until the shadow flow has recovered, or null where it never falls below zero or never recovers. */
  readonly shadowPayback: number | null;
  readonly taxPerMuByYear: readonly number[];
}

/** How much of a worked parcel counts: `certain` as if rebuilt for sure, `expected` weighted with the uptake. */
export type Weighting = 'certain' | 'expected';

/** Works one parcel through the equations 1 to 8 at a waived share of the land price (0..1). */
export function workDensification(
  parcel: DensifiedParcel,
  lever: { readonly waivedShare: number; readonly weighting: Weighting },
  values: AssumptionValues,
): WorkedDensification {
  const amounts = { ...floorsOf(parcel, values), ...ownerOf(lever.waivedShare, values) };
  const landPriceWaived = lever.waivedShare * amounts.landPriceDue;
  const landPriceCollected = (1 - lever.waivedShare) * amounts.landPriceDue;
  const weight = lever.weighting === 'certain' ? 1 : amounts.uptake;
  const flows = flowsOf(parcel, { ...amounts, landPriceWaived, landPriceCollected, weight }, values);
  return { ...amounts, landPriceWaived, landPriceCollected, ...flows };
}

/** What the land and its floors give, whoever builds. */
function floorsOf({ landArea, taxPaid, plotRatios }: DensifiedParcel, values: AssumptionValues) {
  const floorArea = equation.floorAreaOf(landArea, plotRatios.current, values);
  const addedFloorArea = equation.addedFloorArea(landArea, plotRatios, values);
  const ownTaxPerSquareMetre = equation.ownTaxPerSquareMetre(taxPaid, floorArea);
  const taxPerSquareMetre = equation.blendedTaxPerSquareMetre(ownTaxPerSquareMetre, values);
  return {
    floorArea,
    addedFloorArea,
    landPriceDue: equation.landPriceDue(addedFloorArea, values),
    ownTaxPerSquareMetre,
    taxPerSquareMetre,
    matureTax: (addedFloorArea * taxPerSquareMetre) / 10_000,
    investment: (addedFloorArea * values.buildingCost) / 10_000,
  };
}

/** What an owner reckons with, on any parcel. */
function ownerOf(waivedShare: number, values: AssumptionValues) {
  const ownerPayback = equation.ownerPayback(waivedShare, values);
  return {
    floorPrice: equation.floorPrice(values),
    netRent: equation.netRent(values),
    ownerPayback,
    uptake: equation.uptake(ownerPayback, values),
  };
}

interface WeightedAmounts {
  readonly weight: number;
  readonly addedFloorArea: number;
  readonly landPriceCollected: number;
  readonly landPriceWaived: number;
  readonly matureTax: number;
}

function flowsOf(parcel: DensifiedParcel, amounts: WeightedAmounts, values: AssumptionValues) {
  const { weight } = amounts;
  const subsidy = (values.buildingSubsidy * amounts.addedFloorArea) / 10_000;
  const taxByYear = rampByYear(values).map((share) => weight * amounts.matureTax * share);
  const flow = (first: number) =>
    taxByYear.map((tax, year) => values.retainedTaxShare * tax + (year === 0 ? weight * first : 0));
  const cashByYear = flow(amounts.landPriceCollected - subsidy);
  const shadowByYear = flow(0 - amounts.landPriceWaived - subsidy);
  return {
    taxByYear,
    cashByYear,
    shadowByYear,
    cashValue: presentValue(cashByYear, values.discountRate),
    shadowValue: presentValue(shadowByYear, values.discountRate),
    shadowPayback: yearsOf(recoveryOf(shadowByYear)),
    taxPerMuByYear: taxByYear.map((tax) => (parcel.taxPaid + tax) / parcel.landArea),
  };
}

/** The ramp over the years 0..horizon of something built from year 0 on. */
function rampByYear(values: AssumptionValues): number[] {
  const years = Array.from({ length: values.horizon + 1 }, (_, year) => year);
  return years.map((year) => equation.ramp(year - values.constructionLag, values));
}
