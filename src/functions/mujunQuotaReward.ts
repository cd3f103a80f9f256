import { QUOTA_REWARD, quotaReward, type QuotaRule } from '../engine/assess/index';
import { functionText } from '../text/functions';
import { scalarOf, type Argument } from './arguments';
import { cellByCell, withNumbers, type CellAnswer } from './broadcast';
import { invalid, type FunctionFailure } from './failure';
import { countedCell, numberCell } from './numberCell';
import { shareOf } from './shareArgument';
import { optional, required, type CustomFunction } from './customFunction';

const LABELS = ['批而未供处置任务', '批而未供已处置', '闲置处置任务', '闲置已处置'] as const;

/**
 * MUJUN_QUOTA_REWARD: the new quota in 亩 after 增存挂钩: both tasks done + 10 %, one missed - 20 % unless told otherwise (the
 * document gives no numbers; these are second-hand). #N/A names what is missing; a task or a deed of 0 is written 零.
 */
export const mujunQuotaReward = {
  name: 'MUJUN_QUOTA_REWARD',
  help: {
    zh: '增存挂钩：按批而未供、闲置土地处置任务完成情况，计算奖励或核减后的新增计划指标（亩）',
    en: 'New land quota in mu after reward or cut, by disposal tasks done',
  },
  shape: { zh: '与基数同样大小', en: 'the size of base' },
  parameters: [
    required('base', '新增建设用地计划指标基数，单位亩', 'base of the new land quota in mu'),
    required('supplyTask', '批而未供土地处置任务，亩', 'task: approved land to be supplied, mu'),
    required('supplyDone', '批而未供土地已处置，亩', 'done of it, mu'),
    required('idleTask', '闲置土地处置任务，亩', 'task: idle land to be disposed of, mu'),
    required('idleDone', '闲置土地已处置，亩', 'done of it, mu'),
    optional('reward', '两项都完成时的奖励，不填为 10%（转引）', 'reward when both are done; 10% if left out'),
    optional('cut', '未完成时的核减，不填为 20%（转引）', 'cut when missed; 20% if left out'),
    optional(
      'cutWhen',
      '何时核减：任一（不填，任一项未完成）或 都（两项都未完成）',
      'when to cut: 任一 (any task missed, if left out) or 都 (both missed)',
    ),
  ],
  answer(
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
  },
} satisfies CustomFunction;

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
