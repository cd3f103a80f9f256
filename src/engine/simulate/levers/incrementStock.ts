import type { AssumptionValues } from '../assumption';
import { newLandQuotaByDisposal } from '../newLandQuota';
import { expectedTaskQuota, type StockTasks, taskQuota } from '../taskQuota';
import { isAmount, type Lever } from './lever';

/** New land follows the stock disposed of (增存挂钩). */
export interface IncrementStockLever {
  /** Mu a year without the link. */
  readonly baseQuota: number;
  /** `tasks`: 10 % more where the year's task is met, 20 % less where not, as it is without one; `byDisposal`: half of the area disposed of. */
  readonly mode: 'tasks' | 'byDisposal';
}

/** 增存挂钩. */
export const INCREMENT_STOCK: Lever<IncrementStockLever, 'newLandQuota'> = {
  start: { baseQuota: 0, mode: 'byDisposal' },
  check: ({ baseQuota }) => [[isAmount(baseQuota), 'newLandQuota']],
};

/** What is disposed of when a year begins and by its end, mu. */
export interface DoneByYear {
  readonly before: number;
  readonly done: number;
  readonly year: number;
}

/** Tells the quota of new land of a year, mu (model.md equation 13); NaN without the lever. */
export type QuotaReader = (done: DoneByYear) => number;

function readerOf(lever: IncrementStockLever | undefined, byTasks: (base: number) => QuotaReader): QuotaReader {
  if (!lever) return () => NaN;
  const { baseQuota, mode } = lever;
  return mode === 'tasks' ? byTasks(baseQuota) : ({ before, done }) => newLandQuotaByDisposal(baseQuota, done - before);
}

/** The quota as it comes out in a draw: each year's task is met or missed. */
export function drawnQuota(lever: IncrementStockLever | undefined, tasks: StockTasks): QuotaReader {
  return readerOf(lever, (base) => ({ before, done, year }) => {
    return taskQuota(base, { before, done, task: tasks.taskByYear[year] ?? NaN });
  });
}

/** The quota as it is expected: tasks weighted with the chance that they are met. */
export function expectedQuota(
  lever: IncrementStockLever | undefined,
  tasks: StockTasks,
  { disposalOnTime }: AssumptionValues,
): QuotaReader {
  return readerOf(lever, (base) => {
    const byYear = expectedTaskQuota(base, tasks, disposalOnTime);
    return ({ year }) => byYear[year] ?? NaN;
  });
}
