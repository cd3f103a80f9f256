import { reaches } from '../../quantity/reaches';

/** A task of 增存挂钩: what was to be disposed of and what was, both in 亩. */
export interface QuotaTask {
  readonly task: number;
  readonly done: number;
}

/** How much the new quota grows when both tasks are done, shrinks when not, and which failure counts. */
export interface QuotaRule {
  readonly reward: number;
  readonly cut: number;
  /** `any`: one task missed is enough; `all`: only when both are missed, with no change in between. */
  readonly cutWhen: 'any' | 'all';
}

/**
 * 10 % more, 20 % less, and one missed task is enough: second-hand (the national practice of 2018), for the document gives no
 * numbers; that one missed task is enough is an assumption of ours.
 */
export const QUOTA_REWARD: QuotaRule = { reward: 0.1, cut: 0.2, cutWhen: 'any' };

/**
 * The new quota in 亩 (rule XC-12, whose text gives no numbers): both tasks done adds `reward`, a task missed takes `cut` off.
 * A task of 0 is done.
 */
export function quotaReward(base: number, tasks: readonly QuotaTask[], rule: QuotaRule): number {
  const missed = tasks.filter(({ task, done }) => !reaches(done, task)).length;
  if (missed === 0) return base * (1 + rule.reward);
  const isCut = rule.cutWhen === 'any' || missed === tasks.length;
  return isCut ? base * (1 - rule.cut) : base;
}
