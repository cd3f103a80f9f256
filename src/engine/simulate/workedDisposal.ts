import type { AssumptionValues } from './assumption';
import { presentValue } from './compound';
import * as equation from './equations';

/** One parcel acquired in year 0 and granted again later: mu, ratio, wanYuan of tax a year. */
export interface DisposedParcel {
  readonly landArea: number;
  readonly plotRatio: number;
  readonly taxPaid: number;
}

/** The acquisition worked through year by year (model.md equation 11 and section 3), all in wanYuan. */
export interface WorkedDisposal {
  readonly cost: number;
  readonly costPerMu: number;
  readonly resaleIncome: number;
  readonly taxChangeByYear: readonly number[];
  readonly cashByYear: readonly number[];
  readonly value: number;
  /** Total cost per mu at which the present value is nil. */
  readonly breakEvenCostPerMu: number;
}

/** Works one disposed parcel through: its tax is lost from year 1, the new project's tax ramps up after building. */
export function workDisposal(parcel: DisposedParcel, values: AssumptionValues): WorkedDisposal {
  const { landArea, taxPaid } = parcel;
  const cost = equation.disposalCost(landArea, equation.floorAreaOf(landArea, parcel.plotRatio, values), values);
  const resaleIncome = equation.resaleIncome(landArea, values);
  const mature = equation.newProjectTax(landArea, values);
  const years = Array.from({ length: values.horizon + 1 }, (_, year) => year);
  const production = (year: number) => year - values.resupplyDelay - values.constructionLag;
  const taxChangeByYear = years.map((year) =>
    year === 0 ? 0 : mature * equation.ramp(production(year), values) - taxPaid,
  );
  const cashByYear = taxChangeByYear.map(
    (change, year) =>
      values.retainedTaxShare * change - (year === 0 ? cost : 0) + (year === values.resupplyDelay ? resaleIncome : 0),
  );
  const value = presentValue(cashByYear, values.discountRate);
  const breakEvenCostPerMu = (cost + value) / landArea;
  return { cost, costPerMu: cost / landArea, resaleIncome, taxChangeByYear, cashByYear, value, breakEvenCostPerMu };
}
