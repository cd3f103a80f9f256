import { reaches } from '../quantity/reaches';
import { wholePower } from './compound';
import { newLandQuota } from './newLandQuota';
import { begunShare } from './pace';
import type { DisposalPlan } from './planDisposal';

/** What 增存挂钩 by tasks is told by: what is asked for by each year's end, and what is planned, mu and parcels. */
export type StockTasks = Pick<DisposalPlan, 'taskByYear' | 'areaByYear' | 'parcelsByYear'>;

/**
 * The quota of a year in mu: as it is where nothing was left to do when the year began, more where the task is met by its end, less where
 * it is not (docs/model.md, 13). No task, no reward.
 */
export function taskQuota(
  base: number,
  { before, done, task }: { readonly before: number; readonly done: number; readonly task: number },
): number {
  if (reaches(before, task)) return base;
  const met = reaches(done, task);
  return newLandQuota(base, { unsuppliedDone: met, idleDone: met });
}

/**
 * The expected quota by year where each parcel of the plan is disposed of, on its own, in its year with the chance `pace` or else later.
 * A task is never less than the plan through its year, so it is met exactly if the plan reaches it and every parcel of it is done.
 */
export function expectedTaskQuota(base: number, tasks: StockTasks, pace: number): Float64Array {
  const quota = (before: number, done: number, task: number) => taskQuota(base, { before, done, task });
  let planned = 0;
  return tasks.taskByYear.map((task, year) => {
    const before = planned;
    planned += tasks.areaByYear[year] ?? 0;
    const free = reaches(before, task) ? chanceAllDone(tasks, year - 1, pace) : 0;
    const met = reaches(planned, task) ? chanceAllDone(tasks, year, pace) : 0;
    return free * quota(task, task, task) + (met - free) * quota(-1, task, task) + (1 - met) * quota(-1, -1, task);
  });
}

/** The chance that every parcel planned through a year is disposed of by its end. */
function chanceAllDone({ parcelsByYear }: StockTasks, year: number, pace: number): number {
  let chance = 1;
  for (let planned = 0; planned <= year; planned++)
    chance *= wholePower(begunShare(pace, year - planned), parcelsByYear[planned] ?? 0);
  return chance;
}
