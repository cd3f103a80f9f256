import type { Densification } from '../densify';
import { type DisposalPlan, NOT_IN_HORIZON } from '../planDisposal';
import { cellOf, type PreparedParcels } from '../prepareParcels';
import { type Eligible, isAmount, isShare, type Lever } from './lever';

/** Better use without building (提质): the own tax of those who respond rises in equal steps. */
export interface UpgradeLever {
  /** Rise once complete, as a share of the own tax. */
  readonly uplift: number;
  /** Years until it is complete, 1 or more. */
  readonly years: number;
  /** Share of owners who respond, 0..1. */
  readonly response: number;
  /** Public money for each mu of those who respond, wanYuan. */
  readonly costPerMu: number;
  readonly eligible?: Eligible;
}

/** 提质增效. */
export const UPGRADE: Lever<UpgradeLever, 'upgradeUplift' | 'upgradeYears' | 'upgradeResponse' | 'upgradeCost'> = {
  start: { uplift: 0, years: 1, response: 0, costPerMu: 0 },
  check: ({ uplift, years, response, costPerMu }) => [
    [uplift >= 0 && uplift <= 10, 'upgradeUplift'],
    [Number.isInteger(years) && years >= 1 && years <= 40, 'upgradeYears'],
    [isShare(response), 'upgradeResponse'],
    [isAmount(costPerMu), 'upgradeCost'],
  ],
  masks: ({ eligible }) => [eligible],
};

/** What the other levers do with each parcel. */
interface Planned {
  readonly parcels: PreparedParcels;
  readonly disposal: DisposalPlan;
  readonly densification: Densification;
}

/** Whether the upgrade lever takes a parcel: it stays, does not build, and has tax of its own to raise. */
export function isUpgraded(
  upgrade: UpgradeLever | undefined,
  { parcels, densification, disposal }: Planned,
  row: number,
): upgrade is UpgradeLever {
  if (!upgrade || (upgrade.eligible && upgrade.eligible[row] !== 1)) return false;
  if (parcels.counted[row] !== 1 || disposal.yearOfRow[row] !== NOT_IN_HORIZON) return false;
  const builds = (densification.added[row] ?? 0) + (densification.supporting[row] ?? 0) > 0;
  return !builds && cellOf(parcels.columns.taxPaid, row) > 0;
}

/** Part of the uplift reached in a year: equal steps, none in the first year. */
export function upgradePart({ years }: UpgradeLever, year: number): number {
  return Math.min(1, year / years);
}

/** What upgrading costs the public as expected: all of it in the first year, wanYuan. */
export function upgradeCost(upgrade: UpgradeLever | undefined, planned: Planned): number {
  const { parcels } = planned;
  let area = 0;
  for (let row = 0; upgrade && row < parcels.rows; row++)
    if (isUpgraded(upgrade, planned, row)) area += parcels.columns.landArea[row] ?? NaN;
  return upgrade ? area * upgrade.response * upgrade.costPerMu : 0;
}
