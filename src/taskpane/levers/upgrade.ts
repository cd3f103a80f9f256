import { definedOnly } from '../../engine/column/index';
import type { PaneLever } from './lever';
import { type Who, whoText } from './who';

interface UpgradeSetting {
  readonly on: boolean;
  readonly percent: number;
  readonly years: number;
  readonly response: number;
  readonly costPerMu: number;
  readonly who: Who;
}

/** 提质增效. */
export const UPGRADE_ASKED: PaneLever<'upgrade', UpgradeSetting> = {
  label: ['提质增效（不新建）', 'Upgrade without building'],
  start: { on: false, percent: 10, years: 3, response: 50, costPerMu: 0, who: 'all' },
  fields: [
    { kind: 'slider', key: 'percent', label: ['税收提高', 'Tax rises by'], unit: '%', min: 0, max: 100, step: 1 },
    {
      kind: 'slider',
      key: 'response',
      label: ['响应比例', 'Share that responds'],
      unit: '%',
      min: 0,
      max: 100,
      step: 5,
    },
    { kind: 'number', key: 'years', label: ['几年到位', 'Over'], unit: ['年', ''], min: 1, max: 10, whole: true },
    { kind: 'number', key: 'costPerMu', label: ['每亩补助', 'Cost per mu'], unit: '万元', min: 0, max: 1000 },
    { kind: 'who', key: 'who' },
  ],
  engine: ({ percent, years, response, costPerMu, who }, { eligible }) => ({
    uplift: percent / 100,
    years,
    response: response / 100,
    costPerMu,
    ...definedOnly({ eligible: eligible(who) }),
  }),
  acts: ({ percent, response }) => percent * response > 0,
  line: ({ percent }) => `提质 ${percent}%`,
  row: [
    '提质增效',
    ({ percent, years, response, costPerMu, who }) =>
      `税收提高 ${percent}%，${years} 年到位，${response}% 响应，每亩补助 ${costPerMu} 万元，${whoText(who)}`,
  ],
  problems: {
    upgradeUplift: ['提质增幅应在 0 到 1000% 之间。', 'The uplift must be from 0 to 1000%.'],
    upgradeYears: ['提质年数应是 1 到 40 的整数。', 'The years of the upgrade must be whole, from 1 to 40.'],
    upgradeResponse: ['提质响应比例应在 0 到 100% 之间。', 'The response to the upgrade must be from 0 to 100%.'],
    upgradeCost: ['每亩提质补助不能是负数。', 'The cost per mu of the upgrade cannot be negative.'],
  },
};
