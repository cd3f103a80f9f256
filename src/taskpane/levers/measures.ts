import type { PaneLever, Setting } from './lever';

/** 政策规定的差别化价格: what the policy in force itself sets by grade, tier or path. */
export const MEASURES_ASKED: PaneLever<'measures', Setting> = {
  label: ['政策规定的差别化价格', 'Prices that the policy sets'],
  start: { on: false },
  fields: [
    { kind: 'measures' },
    {
      kind: 'hint',
      label: [
        '等级、档位、路径按现在的判定，各年不变；已处置的次年起不计。加收不一定归县级财政，不计入财政净额；与“差别化价格”同时打开的，两项相加。',
        'By the grades and answers of today. Not counted as money of the county; added to what is set by hand.',
      ],
    },
  ],
  engine: (_, { measures }) => measures(),
  acts: () => true,
  line: () => '政策差别化价格',
  row: ['政策规定的差别化价格', (_, { dues }) => dues().join(' ')],
  problems: {
    measureDues: [
      '政策规定的差别化价格算出了过大的数，请核对政策的金额和台账的数量。',
      'The amounts of the policy come to a number that is too large.',
    ],
  },
};
