import type { PaneLever } from './lever';

interface StandardLandSetting {
  readonly on: boolean;
  readonly taxPerMu: number;
  readonly percent: number;
}

/** 标准地约束. */
export const STANDARD_LAND_ASKED: PaneLever<'standardLand', StandardLandSetting> = {
  label: ['标准地约束', 'Standard land'],
  start: { on: false, taxPerMu: 30, percent: 50 },
  fields: [
    {
      kind: 'number',
      key: 'taxPerMu',
      label: ['承诺亩均税收', 'Tax undertaken per mu'],
      unit: '万元/亩',
      min: 0,
      max: 1000,
    },
    {
      kind: 'number',
      key: 'percent',
      label: ['不足部分赔付', 'Share of the shortfall paid'],
      unit: '%',
      min: 0,
      max: 100,
    },
  ],
  engine: ({ taxPerMu, percent }) => ({ taxPerMu, penaltyShare: percent / 100 }),
  line: () => '标准地',
  row: ['标准地约束', ({ taxPerMu, percent }) => `亩均 ${taxPerMu} 万元，不足部分赔付 ${percent}%`],
  problems: {
    standardLand: [
      '标准地承诺税收不能是负数，违约金比例应在 0 到 100% 之间。',
      'The undertaken tax cannot be negative; the penalty share must be from 0 to 100%.',
    ],
  },
};
