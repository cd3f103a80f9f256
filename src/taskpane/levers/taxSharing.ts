import type { PaneLever } from './lever';

interface TaxSharingSetting {
  readonly on: boolean;
  readonly percent: number;
  readonly to?: string;
}

/** 新项目税收分成. */
export const TAX_SHARING_ASKED: PaneLever<'taxSharing', TaxSharingSetting> = {
  label: ['新项目税收分成', 'Sharing of new tax'],
  start: { on: false, percent: 40 },
  fields: [
    { kind: 'number', key: 'percent', label: ['分给受益区镇', 'Share that goes'], unit: '%', min: 0, max: 100 },
    { kind: 'township', key: 'to', label: ['受益区镇', 'To'] },
  ],
  engine: ({ percent, to }, { townshipCode }) => {
    const code = townshipCode(to);
    return code > 0 ? { share: percent / 100, to: code } : undefined;
  },
  line: ({ percent }) => `新项目税收分成 ${percent}%`,
  row: ['新项目税收分成', ({ percent, to }) => `${percent}% 归${to ?? ''}`],
  problems: {
    taxSharing: [
      '税收分成比例应在 0 到 100% 之间，并选定受益区镇。',
      'The shared part must be from 0 to 100%, with a township that receives it.',
    ],
  },
};
