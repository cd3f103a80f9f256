import type { AssumptionValues } from './assumption';
import { exponential } from './exponential';

/** Floor area in m2 of a parcel of `landArea` mu at a plot ratio. */
export function floorAreaOf(landArea: number, plotRatio: number, values: AssumptionValues): number {
  return landArea * values.squareMetresPerMu * plotRatio;
}

/** Land price per m2 of floor in yuan, from the price per mu (model.md section 1, p_f). */
export function floorPrice(values: AssumptionValues): number {
  return (values.landPrice * 10_000) / values.squareMetresPerMu / values.landPricePlotRatio;
}

/** Floor area in m2 that a target plot ratio adds, no further than the planned limit (model.md equation 1). */
export function addedFloorArea(landArea: number, ratios: PlotRatios, values: AssumptionValues): number {
  const rise = Math.min(ratios.target, ratios.planned) - ratios.current;
  return landArea * values.squareMetresPerMu * Math.max(0, rise);
}

/** The three plot ratios of a parcel: as it stands, as the scenario wants it, as the plan allows it. */
export interface PlotRatios {
  readonly current: number;
  readonly target: number;
  readonly planned: number;
}

/** Land price in wanYuan due on added floor area in m2 if nothing is waived (model.md equation 2). */
export function landPriceDue(addedArea: number, values: AssumptionValues): number {
  return (addedArea * floorPrice(values)) / 10_000;
}

/** Net rent in yuan per m2 and year. */
export function netRent(values: AssumptionValues): number {
  return 12 * values.monthlyRent * values.occupancy;
}

/** Years until an owner has earned back the added floor, at a waived share of the land price (model.md equation 3). */
export function ownerPayback(waivedShare: number, values: AssumptionValues): number {
  const cost = values.buildingCost + (1 - waivedShare) * floorPrice(values) - values.buildingSubsidy;
  return cost / netRent(values);
}

/** Share of owners who respond, 0 to uptakeCeiling, falling as the payback grows (model.md equation 4). */
export function uptake(payback: number, values: AssumptionValues): number {
  return values.uptakeCeiling / (1 + exponential((payback - values.uptakeMidpoint) / values.uptakeSpread));
}

/** The parcel's own tax per m2 of floor, yuan a year (model.md equation 5). May be negative after a tax refund. */
export function ownTaxPerSquareMetre(taxPaid: number, floorArea: number): number {
  return (taxPaid * 10_000) / floorArea;
}

/** Tax expected on a new m2 of floor, yuan a year: new and own intensity weighted (model.md equation 5). */
export function blendedTaxPerSquareMetre(own: number, values: AssumptionValues): number {
  return values.newTaxWeight * values.newTaxPerSquareMetre + (1 - values.newTaxWeight) * own;
}

/** Share of the mature new tax that is paid in the n-th year of production (rho); nothing before the first. */
export function ramp(yearOfProduction: number, values: AssumptionValues): number {
  if (yearOfProduction <= 0) return 0;
  if (yearOfProduction === 1) return values.rampYear1;
  return yearOfProduction === 2 ? values.rampYear2 : values.rampYear3;
}

/** Cost in wanYuan of acquiring and clearing a parcel with its buildings (m2) (model.md equation 11). */
export function disposalCost(landArea: number, floorArea: number, values: AssumptionValues): number {
  const land = landArea * values.acquisitionPrice;
  const buildings = (floorArea * values.buildingCompensation) / 10_000;
  return land + buildings + landArea * values.demolitionCost;
}

/** Income in wanYuan from granting the net area of a disposed parcel again (model.md equation 11). */
export function resaleIncome(landArea: number, values: AssumptionValues): number {
  return landArea * values.netSupplyShare * values.resalePrice;
}

/** Mature tax in wanYuan a year of the new project on a disposed parcel (model.md equation 11). */
export function newProjectTax(landArea: number, values: AssumptionValues): number {
  return landArea * values.netSupplyShare * values.newProjectTaxPerMu;
}
