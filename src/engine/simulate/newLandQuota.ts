import { QUOTA_REWARD, quotaReward } from '../assess/checks/quotaReward';

/** How far the two tasks of a year (approved but unsupplied land, idle land) have been met. */
export interface TaskResult {
  readonly unsuppliedDone: boolean;
  readonly idleDone: boolean;
}

/**
 * Quota of new land in mu after the year's two tasks: 10 % more if both are met, 20 % less if either is not
 * (2018 national rule, practice.md section 7; the reading 任一未完成 is an assumption) (model.md equation 13, first mode).
 */
export function newLandQuota(base: number, tasks: TaskResult): number {
  const done = [tasks.unsuppliedDone, tasks.idleDone].map((met) => ({ task: 1, done: met ? 1 : 0 }));
  return quotaReward(base, done, QUOTA_REWARD);
}

/** Quota of new land in mu that grows by half of the area disposed of (model.md equation 13, second mode, from memory of the 2020 rule). */
export function newLandQuotaByDisposal(base: number, disposedArea: number): number {
  return base + 0.5 * disposedArea;
}
