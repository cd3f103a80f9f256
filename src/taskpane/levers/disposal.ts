import { definedOnly } from '../../engine/column/index';
import type { EngineGiven, PaneLever } from './lever';
import { type Who, whoText } from './who';

/** A class of land to dispose of: which of the inefficient, how much of it in percent, and by when. */
export interface DisposalPart {
  readonly who: Who;
  readonly percent: number;
  readonly years: number;
}

interface DisposalSetting {
  readonly on: boolean;
  readonly percent: number;
  readonly years: number;
  /** Classes with a pace of their own; a parcel belongs to the first that takes it. */
  readonly classes?: readonly DisposalPart[];
}

function leverOf({ classes = [], ...all }: DisposalSetting, { firstYear, eligible, parcels }: EngineGiven) {
  const stepOf = ({ percent, years }: Pick<DisposalPart, 'percent' | 'years'>) => ({
    share: percent / 100,
    byYear: firstYear + years,
  });
  const everyParcel = () => new Uint8Array(parcels.landArea.length).fill(1);
  const parts = classes.map((part) => ({ ...stepOf(part), eligible: eligible(part.who) ?? everyParcel() }));
  return { ...stepOf(all), ...definedOnly({ classes: parts.length > 0 ? parts : undefined }) };
}

/** 处置低效用地. */
export const DISPOSAL_ASKED: PaneLever<'disposal', DisposalSetting> = {
  label: ['处置低效用地', 'Dispose of inefficient land'],
  start: { on: true, percent: 50, years: 3 },
  engine: leverOf,
  acts: ({ percent, classes = [] }) => [{ percent }, ...classes].some((part) => part.percent > 0),
  line: ({ percent, years, classes = [] }, { firstYear }) => {
    const by = firstYear === undefined ? `${years} 年后` : `${firstYear + years} 年底`;
    return `处置 ${percent}%（${by}${classes.length > 0 ? `，另分 ${classes.length} 类` : ''}）`;
  },
  row: [
    '处置低效用地',
    ({ percent, years }, { firstYear = NaN }) => `到 ${firstYear + years} 年末处置 ${percent}%（按面积）`,
  ],
  moreRows: ({ classes = [] }, { firstYear = NaN }) =>
    classes.map(({ who, percent, years }, index) => [
      `处置第 ${index + 1} 类`,
      `${whoText(who)}：到 ${firstYear + years} 年末处置 ${percent}%`,
    ]),
  problems: {
    disposalShare: ['低效用地处置比例应在 0 到 100% 之间。', 'The disposal share must be between 0 and 100%.'],
    disposalYear: [
      '处置完成年应在方案首年与末年之间。请改年份，或在假设里延长推演年限。',
      'The year of disposal must lie between the first and the last year of the scenario.',
    ],
    disposalSchedule: [
      '处置进度应逐年给出累计比例，只升不降，最后一年为 100%。',
      'The schedule must give a rising cumulative share for each year, ending at 100%.',
    ],
    disposalFund: ['每年的收储资金不能是负数。', 'The yearly fund cannot be negative.'],
    disposalClasses: ['分类处置最多 31 类。', 'Disposal has at most 31 classes.'],
  },
};
