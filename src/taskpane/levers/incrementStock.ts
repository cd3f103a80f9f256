import { counted, type PaneLever } from './lever';

interface IncrementStockSetting {
  readonly on: boolean;
  readonly baseQuota: number;
  readonly mode: 'tasks' | 'byDisposal';
}

/** 增存挂钩. */
export const INCREMENT_STOCK_ASKED: PaneLever<'incrementStock', IncrementStockSetting> = {
  label: ['增存挂钩', 'New land follows the stock'],
  start: { on: false, baseQuota: 500, mode: 'tasks' },
  fields: [
    { kind: 'number', key: 'baseQuota', label: ['新增指标基数', 'Base quota'], unit: '亩', min: 0, max: 1e6 },
    {
      kind: 'choice',
      key: 'mode',
      label: ['增存挂钩', 'New land follows the stock'],
      options: [
        {
          value: 'tasks',
          label: [
            '按任务：当年完成奖 10%，未完成减 20%，没有任务不奖不减',
            'By tasks: plus 10 % if met, minus 20 % if not, as it is without one',
          ],
        },
        { value: 'byDisposal', label: ['按处置面积的 50% 增加', 'Plus half of the area disposed of'] },
      ],
    },
  ],
  engine: ({ baseQuota, mode }) => ({ baseQuota, mode }),
  line: () => '增存挂钩',
  row: [
    '增存挂钩',
    ({ baseQuota, mode }) =>
      `基数 ${counted(baseQuota)} 亩，${mode === 'tasks' ? '完成奖 10%，未完成减 20%' : '按处置面积的 50% 增加'}`,
  ],
  problems: {
    newLandQuota: ['新增用地指标基数不能是负数。', 'The base quota of new land cannot be negative.'],
  },
};
