import { isAmount, isShare, type Lever } from './lever';

/** What a project on land granted again undertakes (标准地), and what it pays for falling short. */
export interface StandardLandLever {
  /** Tax undertaken, wanYuan per mu a year. */
  readonly taxPerMu: number;
  /** Share of the shortfall paid each year of full production. */
  readonly penaltyShare: number;
}

/** 标准地约束. */
export const STANDARD_LAND: Lever<StandardLandLever, 'standardLand'> = {
  start: { taxPerMu: 0, penaltyShare: 0 },
  check: ({ taxPerMu, penaltyShare }) => [[isAmount(taxPerMu) && isShare(penaltyShare), 'standardLand']],
  dueOnGranted: ({ taxPerMu, penaltyShare }, values) =>
    values.netSupplyShare * penaltyShare * Math.max(0, taxPerMu - values.newProjectTaxPerMu),
};
