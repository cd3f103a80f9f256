import { definedOnly } from '../../engine/column/index';
import type { WaiverBasis } from '../../engine/simulate/index';
import type { PaneLever } from './lever';

interface WaiverSetting {
  readonly on: boolean;
  readonly percent: number;
  readonly basis?: string;
  /** Where the ledger has no 用途 column: take every parcel for industrial land whose use stays. An assumption. */
  readonly takeAsIndustrial: boolean;
}

function basisText(basis: WaiverBasis | undefined): string {
  if (!basis) return '无';
  return `${basis.title}${basis.clause}${basis.status === 'reported' ? '（转引，未见原文，请核对条号和施行日期）' : ''}`;
}

/** 免收增容地价: works only where the plot ratio rises. */
export const WAIVER_ASKED: PaneLever<'waiver', WaiverSetting> = {
  label: ['免收增容地价', 'Waive the price of added floor'],
  start: { on: false, percent: 100, takeAsIndustrial: false },
  engine: ({ percent, basis }, { basisOf }) => ({
    share: percent / 100,
    ...definedOnly({ basis: basisOf(basis) }),
  }),
  line: ({ percent }) => `免收地价 ${percent}%`,
  row: ['免收增容地价', ({ percent, basis }, { basisOf }) => `${percent}%，依据：${basisText(basisOf(basis))}`],
  problems: {
    waivedShare: ['地价免收比例应在 0 到 100% 之间。', 'The waived share must be between 0 and 100%.'],
  },
};
