import { isAmount, type Lever } from './lever';

/** The yearly pool for acquisitions: 0.5 % of the income from land and what is added; what is left stays in it. */
export interface FundLever {
  /** Income from land a year, wanYuan. */
  readonly landRevenue: number;
  readonly other?: number;
  /** Income from granting disposed land again flows back into the pool. */
  readonly rolling?: boolean;
}

/** 处置资金池; `planDisposal` pays from it. */
export const FUND: Lever<FundLever, 'landFund'> = {
  start: { landRevenue: 0 },
  check: ({ landRevenue, other = 0 }) => [[isAmount(landRevenue) && isAmount(other), 'landFund']],
};

/** What comes into the pool a year, wanYuan: 0.5 % of the income from land, and what else is put in (model.md equation 11). */
export function disposalFund(landRevenue: number, other = 0): number {
  return landRevenue * 0.005 + other;
}
