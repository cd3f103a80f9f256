import { counted, type PaneLever } from './lever';

interface FundSetting {
  readonly on: boolean;
  readonly landRevenue: number;
  readonly rolling: boolean;
}

/** 处置资金池. */
export const FUND_ASKED: PaneLever<'fund', FundSetting> = {
  label: ['处置受资金池限制', 'Disposal limited by a fund'],
  start: { on: false, landRevenue: 100_000, rolling: true },
  fields: [
    { kind: 'number', key: 'landRevenue', label: ['全年土地收入', 'Income from land'], unit: '万元', min: 0, max: 1e8 },
    { kind: 'check', key: 'rolling', label: ['再出让收入回到资金池', 'Income from granting again flows back'] },
    {
      kind: 'hint',
      label: ['按土地收入的 0.5% 建池，用不完的结转。', '0.5 % of the income from land; what is left is carried over.'],
    },
  ],
  engine: ({ landRevenue, rolling }) => ({ landRevenue, rolling }),
  line: () => '受资金池限制',
  row: [
    '处置资金池',
    ({ landRevenue, rolling }) => `土地收入 ${counted(landRevenue)} 万元的 0.5%${rolling ? '，再出让收入回流' : ''}`,
  ],
  problems: {
    landFund: ['土地收入和其他资金不能是负数。', 'Income from land and other money cannot be negative.'],
  },
};
