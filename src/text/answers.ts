import type { CreditCode } from '../engine/ledger/index';
import type { GateAnswer, GateField, GateReason, WaiverBasis } from '../engine/simulate/index';
import { unresolvedText } from './functions';

/** What MUJUN_USCC_CHECK says of a code; '' of a blank. */
export function creditCodeText(code: CreditCode): string {
  switch (code.kind) {
    case 'blank':
      return '';
    case 'valid':
      return '有效';
    case 'wrongCheck':
      return `校验位不符：${code.wrong.map(({ place, expected }) => `第${place}位应为 ${expected}`).join('、')}`;
    case 'damaged':
      return code.candidates.length === 0
        ? '已被当作数字损坏，没有可能的原代码，请查原件'
        : `已被当作数字损坏，可能是：${code.candidates.join('、')}`;
    case 'lost':
      return `已被当作数字损坏，只剩前 ${code.digits} 位，无法复原，请查原件`;
    case 'organisationCode':
      return `9位组织机构代码${code.expected === undefined ? '' : `，校验位不符：末位应为 ${code.expected}`}`;
    case 'taxNumber':
      return '15位税号（旧）';
    case 'wrongLength':
      return `位数不对：${code.length} 位，应为 18 位`;
    case 'wrongCharacters':
      return `有不该出现的字符：${[...code.characters].join('、')}`;
  }
}

const REFUSALS: Readonly<Record<Exclude<GateReason, 'inputUnknown'>, string>> = {
  notIndustrial: '不是存量工业用地',
  useChanged: '改变了用途',
  exceedsPlan: '拟改容积率超过规划容积率，不符合规划',
  nothingRises: '容积率没有提高，地下建筑也没有增加',
  noBasis: '没有可引用的政策依据',
  basisIsDraft: '所引政策还是征求意见稿，不能作依据',
  basisNotInForce: '所引政策在基准日不在有效期内',
};

const GATE_FIELDS: Readonly<Record<GateField, string>> = {
  isIndustrialCarrier: '载体类型或用途',
  useUnchanged: '拟改用途',
  plotRatio: '容积率',
  proposedPlotRatio: '拟改容积率',
  plannedPlotRatio: '规划容积率',
  undergroundAreaAdded: '新增地下建筑面积',
};

/** What MUJUN_WAIVER_OK says of a parcel: allowed on a named basis, not allowed with the reason, or what is missing. */
export function waiverText(answer: GateAnswer, dayMissing: boolean): string {
  if (answer.eligible) return dayMissing ? unresolvedText(['基准日']) : `可以不再增收（${basisText(answer.basis)}）`;
  if (answer.reason !== 'inputUnknown') return `不可以：${REFUSALS[answer.reason]}`;
  const missing = answer.missing.map((field) => GATE_FIELDS[field]);
  return unresolvedText(dayMissing ? [...missing, '基准日'] : missing);
}

function basisText({ title, clause, status }: WaiverBasis): string {
  return status === 'reported' ? `${title}，转引未见原文，请核对条号和施行日期` : `${title}${clause}`;
}
