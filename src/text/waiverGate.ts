import type { GateField, GateReason } from '../engine/simulate/index';

/** The languages users read. */
type Language = 'zh-CN' | 'en';

/** The rule that closes the gate (国土资源部《节约集约利用土地规定》, practice.md section 5). */
export const NO_DISGUISED_WAIVER = '禁止以土地换项目、先征后返、补贴、奖励等形式变相减免土地出让价款';
/** The same in English. */
export const NO_DISGUISED_WAIVER_ENGLISH =
  'the land price may not be reduced in disguise, by land for projects, refunds, subsidies or rewards';

const GATE_CHINESE: Readonly<Record<GateReason, string>> = {
  notIndustrial: '不是存量工业用地',
  useChanged: '改变了用途',
  exceedsPlan: '目标容积率超过规划上限，不符合规划',
  nothingRises: '容积率没有提高，地下建筑也没有增加',
  noBasis: '没有可引用的政策依据',
  basisIsDraft: '所引政策还是征求意见稿，不能作依据',
  basisNotInForce: '所引政策在方案首日不在有效期内',
  inputUnknown: '资料不全，无法认定',
};

const GATE_ENGLISH: Readonly<Record<GateReason, string>> = {
  notIndustrial: 'not existing industrial land',
  useChanged: 'the use changes',
  exceedsPlan: 'the target plot ratio is above the planned limit',
  nothingRises: 'neither the plot ratio nor the underground area rises',
  noBasis: 'there is no policy to rest on',
  basisIsDraft: 'the policy is a draft for comment',
  basisNotInForce: 'the policy is not in force on the first day of the scenario',
  inputUnknown: 'something needed is missing',
};

const FIELD_CHINESE: Readonly<Record<GateField, string>> = {
  isIndustrialCarrier: '是否工业用地',
  useUnchanged: '用途是否不变',
  plotRatio: '现容积率',
  proposedPlotRatio: '拟建容积率',
  plannedPlotRatio: '规划容积率上限',
  undergroundAreaAdded: '新增地下建筑面积',
};

const FIELD_ENGLISH: Readonly<Record<GateField, string>> = {
  isIndustrialCarrier: 'whether it is industrial land',
  useUnchanged: 'whether the use is unchanged',
  plotRatio: 'present plot ratio',
  proposedPlotRatio: 'proposed plot ratio',
  plannedPlotRatio: 'planned limit of the plot ratio',
  undergroundAreaAdded: 'added underground area',
};

/** Why the waiver gate is closed, as a clause. */
export function gateReasonText(reason: GateReason, language: Language): string {
  return (language === 'zh-CN' ? GATE_CHINESE : GATE_ENGLISH)[reason];
}

/** The name of a field of the waiver gate. */
export function gateFieldText(field: GateField, language: Language): string {
  return (language === 'zh-CN' ? FIELD_CHINESE : FIELD_ENGLISH)[field];
}
