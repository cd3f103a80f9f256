import type { AssumptionValues } from '../simulate/assumption';
import { presentValue } from '../simulate/compound';
import * as equation from '../simulate/equations';
import { workDisposal } from '../simulate/workedDisposal';

/** A parcel as a measure looks at it: mu, wanYuan a year, m2 of buildings, the ratio that the plan allows (NaN: unknown). */
export interface MeasuredParcel {
  readonly area: number;
  readonly tax: number;
  readonly floors: number;
  readonly planned: number;
}

/** Public money of a measure in its year, and the present value of what the public purse gains by it; done in its year for sure. */
export interface MeasureWorth {
  readonly cost: number;
  readonly benefit: number;
}

/** How 提质 is meant: its rise of the own tax as a share, in equal steps over years, and public money for each mu. */
export interface UpgradeTerms {
  readonly uplift: number;
  readonly years: number;
  readonly costPerMu: number;
}

/** 处置: acquired, cleared and granted again (model.md equation 11). Unknown buildings cost nothing, unknown tax is none lost. */
export function disposalWorth(
  { area, tax, floors }: Omit<MeasuredParcel, 'planned'>,
  values: AssumptionValues,
): MeasureWorth {
  const plotRatio = Number.isNaN(floors) ? 0 : floors / equation.floorAreaOf(area, 1, values);
  const { cost, value } = workDisposal({ landArea: area, plotRatio, taxPaid: known(tax) }, values);
  return { cost, benefit: Number.isNaN(value) ? 0 : cost + value };
}

/** 更新: its owner builds up to the planned ratio and pays the price in full (model.md section 2, 1 to 6, a response of 1). */
export function renewalWorth({ area, tax, floors, planned }: MeasuredParcel, values: AssumptionValues): MeasureWorth {
  const current = floors / equation.floorAreaOf(area, 1, values);
  const limit = planned > 0 ? planned : values.plannedPlotRatioDefault;
  const added = equation.addedFloorArea(area, { current, target: limit, planned: limit }, values);
  const cost = (added * values.buildingSubsidy) / 10_000;
  const own = floors > 0 ? equation.ownTaxPerSquareMetre(known(tax), floors) : 0;
  const mature = (added * equation.blendedTaxPerSquareMetre(own, values)) / 10_000;
  const cash = yearsOf(values).map(
    (year) =>
      values.retainedTaxShare * mature * equation.ramp(year - values.constructionLag, values) +
      (year === 0 ? equation.landPriceDue(added, values) : 0),
  );
  return { cost, benefit: presentValue(cash, values.discountRate) };
}

/** 提质: nothing is built, the own tax rises in equal steps (model.md section 4, a response of 1). */
export function upgradeWorth(
  { area, tax }: MeasuredParcel,
  { uplift, years, costPerMu }: UpgradeTerms,
  values: AssumptionValues,
): MeasureWorth {
  const rise = Math.max(0, known(tax)) * uplift * values.retainedTaxShare;
  const cash = yearsOf(values).map((year) => rise * (1 + values.ownTaxGrowth) ** year * Math.min(1, year / years));
  return { cost: area * costPerMu, benefit: presentValue(cash, values.discountRate) };
}

const known = (tax: number) => (Number.isNaN(tax) ? 0 : tax);

const yearsOf = ({ horizon }: AssumptionValues) => Array.from({ length: horizon + 1 }, (_, year) => year);
