import { QUOTA_REWARD, quotaReward, type QuotaRule } from '../engine/assess/index';
import { functionText } from '../text/functions';
import { scalarOf, type Argument } from './arguments';
import { cellByCell, withNumbers, type CellAnswer } from './broadcast';
import { invalid, type FunctionFailure } from './failure';
import { countedCell, numberCell } from './numberCell';
import { shareOf } from './shareArgument';

const LABELS = ['批而未供处置任务', '批而未供已处置', '闲置处置任务', '闲置已处置'] as const;

/**
 * MUJUN_QUOTA_REWARD: the new quota in 亩 after 增存挂钩: both tasks done + 10 %, one missed - 20 % unless told otherwise (the
 * document gives no numbers; these are second-hand). #N/A names what is missing; a task or a deed of 0 is written 零.
 */
export function mujunQuotaReward(
  base: Argument,
  supplyTask: Argument,
  supplyDone: Argument,
  idleTask: Argument,
  idleDone: Argument,
  reward?: Argument,
  cut?: Argument,
  cutWhen?: Argument,
): CellAnswer[][] {
  const rule: QuotaRule = {
    reward: shareOf(reward, { name: 'reward', label: '奖励比例' }, QUOTA_REWARD.reward),
    cut: shareOf(cut, { name: 'cut', label: '核减比例' }, QUOTA_REWARD.cut),
    cutWhen: cutWhenOf(cutWhen),
  };
  return cellByCell({ base, supplyTask, supplyDone, idleTask, idleDone }, ([first, ...rest]) => {
    const readings = [numberCell(first, '指标基数'), ...rest.map((cell, index) => amount(cell, LABELS[index] ?? ''))];
    return withNumbers(readings, ([quota = NaN, toSupply = NaN, supplied = NaN, toDispose = NaN, disposed = NaN]) => {
      const tasks = [
        { task: toSupply, done: supplied },
        { task: toDispose, done: disposed },
      ];
      return quotaReward(quota, tasks, rule);
    });
  });
}

function amount(cell: Parameters<typeof countedCell>[0], label: string): number | FunctionFailure {
  const reading = countedCell(cell, label);
  if (typeof reading !== 'number' || reading >= 0) return reading;
  return invalid(functionText('negative', { name: label, text: String(reading) }));
}

function cutWhenOf(argument: Argument): QuotaRule['cutWhen'] {
  const word = scalarOf(argument, 'cutWhen') ?? '任一';
  if (/^任一/.test(String(word))) return 'any';
  if (/^(?:都|均|两项)/.test(String(word))) return 'all';
  throw invalid(functionText('unknownCutWhen', { name: String(word) }));
}
