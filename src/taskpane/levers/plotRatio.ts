import { definedOnly } from '../../engine/column/index';
import type { PaneLever } from './lever';
import { type Who, whoText } from './who';

interface PlotRatioSetting {
  readonly on: boolean;
  readonly target: number;
  readonly who: Who;
  /** Times the parcel's own ratio instead of up to a target. */
  readonly byFactor?: boolean;
  readonly balance?: { readonly plotRatio: number; readonly greenPercent: number };
  readonly mixedPercent?: number;
}

function textOf({ target, byFactor, who, balance, mixedPercent = 0 }: PlotRatioSetting): string {
  const parts = [byFactor ? `现容积率的 ${target} 倍` : `到 ${target}`, whoText(who)];
  if (balance) parts.push(`园区统筹：容积率不超过 ${balance.plotRatio}，绿地率不低于 ${balance.greenPercent}%`);
  if (mixedPercent > 0) parts.push(`新增中配套 ${mixedPercent}%（工业不低于 51%）`);
  return parts.join('，');
}

/** 提高容积率. */
export const PLOT_RATIO_ASKED: PaneLever<'plotRatio', PlotRatioSetting> = {
  label: ['提高容积率', 'Raise the plot ratio'],
  start: { on: true, target: 1.5, who: 'all' },
  engine: ({ target, byFactor, who, balance, mixedPercent = 0 }, { eligible }) =>
    definedOnly({
      target: byFactor ? undefined : target,
      factor: byFactor ? target : undefined,
      eligible: eligible(who),
      parkBalance: balance && { plotRatio: balance.plotRatio, greenRatio: balance.greenPercent / 100 },
      mixedShare: mixedPercent > 0 ? mixedPercent / 100 : undefined,
    }),
  acts: () => true,
  line: ({ target, byFactor, who }) =>
    `${byFactor ? `容积率 ${target} 倍` : `容积率到 ${target.toLocaleString('en-US', { minimumFractionDigits: 1, maximumFractionDigits: 2 })}`}${who === 'all' ? '' : '（部分地块）'}`,
  row: ['提高容积率', textOf],
  problems: {
    plotRatioTarget: ['目标容积率应大于 0 且不超过 20。', 'The target plot ratio must be above 0 and at most 20.'],
    plotRatioFactor: ['容积率倍数应在 1 到 20 之间。', 'The factor of the plot ratio must be from 1 to 20.'],
    parkBalance: [
      '园区统筹的容积率应大于 0，绿地率应在 0 到 100% 之间。',
      'The plot ratio of the park must be above 0, the green ratio from 0 to 100%.',
    ],
    mixedShare: ['配套建筑比例应在 0 到 100% 之间。', 'The share of other floors must be from 0 to 100%.'],
  },
};
