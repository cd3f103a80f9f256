/** The sums behind a change of tax per mu: wanYuan and mu. */
export interface ChangeOfStock {
  readonly tax: number;
  readonly landArea: number;
  readonly exitTax: number;
  readonly exitArea: number;
  /** Change of tax on the parcels that stay. */
  readonly withinTax: number;
  readonly entryTax: number;
  readonly entryArea: number;
}

/** The change of tax per mu, in wanYuan per mu, in the fixed order exit, within, entry; NaN where no land is left. */
export interface TaxPerMuChange {
  readonly opening: number;
  readonly exit: number;
  readonly within: number;
  readonly entry: number;
  readonly closing: number;
}

/**
 * Splits the change of total tax per mu (model.md equation 8). Closing a poor parcel lifts the average mechanically:
 * that part stands alone as `exit`, so that nobody mistakes it for better use.
 */
export function decomposeTaxPerMu(change: ChangeOfStock): TaxPerMuChange {
  const opening = change.tax / change.landArea;
  const stayingTax = change.tax - change.exitTax;
  const stayingArea = change.landArea - change.exitArea;
  const afterExit = stayingTax / stayingArea;
  const afterWithin = (stayingTax + change.withinTax) / stayingArea;
  const closing = (stayingTax + change.withinTax + change.entryTax) / (stayingArea + change.entryArea);
  return {
    opening,
    exit: afterExit - opening,
    within: afterWithin - afterExit,
    entry: closing - afterWithin,
    closing,
  };
}
