import type { AssumptionValues } from './assumption';
import { ownerPayback, uptake } from './equations';

/** What is at stake as present values in wanYuan if every owner responded: one parcel, or the sum over the eligible parcels. */
export interface Stake {
  /** Price of the new industrial floors, a share of which is waived. */
  readonly landPriceDue: number;
  /** Price of the other new floors, which is never waived. */
  readonly otherPrice: number;
  /** Retained new tax. */
  readonly taxValue: number;
  readonly subsidy: number;
}

/** One point of the curve over the waived share; money in wanYuan (model.md equations 6 and 7). */
export interface PolicyPoint {
  readonly waivedShare: number;
  readonly uptake: number;
  readonly taxValue: number;
  readonly expectedCash: number;
  /** Price given up to owners who would have built anyway. */
  readonly deadweight: number;
  readonly netOfNoWaiver: number;
}

/**
 * The expected cash over the waived share from 0 to 1 in equal steps. Where the law grants the waiver in full anyway,
 * shares below 1 are a counterfactual and the pane says so (model.md equation 14).
 */
export function policyCurve(stake: Stake, values: AssumptionValues, steps = 20): readonly PolicyPoint[] {
  const without = uptake(ownerPayback(0, values), values);
  const cash = (share: number, response: number) =>
    response * (stake.taxValue + (1 - share) * stake.landPriceDue + stake.otherPrice - stake.subsidy);
  return Array.from({ length: steps + 1 }, (_, step) => {
    const waivedShare = step / steps;
    const response = uptake(ownerPayback(waivedShare, values), values);
    const expectedCash = cash(waivedShare, response);
    return {
      waivedShare,
      uptake: response,
      taxValue: stake.taxValue,
      expectedCash,
      deadweight: without * waivedShare * stake.landPriceDue,
      netOfNoWaiver: expectedCash - cash(0, without),
    };
  });
}

/** The waived share with the greatest expected cash (the least such share); undefined on an empty curve. */
export function bestWaivedShare(curve: readonly PolicyPoint[]): number | undefined {
  let best: PolicyPoint | undefined;
  for (const point of curve) if (!best || point.expectedCash > best.expectedCash) best = point;
  return best?.waivedShare;
}
