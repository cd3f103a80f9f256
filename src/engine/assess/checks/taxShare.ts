import { roundReading } from '../../quantity/roundReading';

/** How a rise in tax is shared: the township moved out of, the one moved into, the district. */
export interface TaxShares {
  readonly from: number;
  readonly to: number;
  readonly district: number;
}

/** 5:5 between the townships and nothing for the district: an assumption, for rule JD-14 gives no numbers. */
export const DEFAULT_TAX_SHARES: TaxShares = { from: 0.5, to: 0.5, district: 0 };

/** Whether shares are none below 0 and make 1 together. */
export function makesWhole({ from, to, district }: TaxShares): boolean {
  return [from, to, district].every((share) => share >= 0) && roundReading(from + to + district) === 1;
}

/** A rise in tax (万元) by shares (rule JD-14: 增量分成). The last part takes the rest, so that the parts make the whole. */
export function taxShare(rise: number, shares: TaxShares): TaxShares {
  const [from, district] = [rise * shares.from, rise * shares.district];
  return { from, to: rise - from - district, district };
}
