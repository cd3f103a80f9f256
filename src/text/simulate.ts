import type { GateField, GateReason, RunNotice, NoticeCode, SimulationPhase } from '../engine/simulate/index';
import { gateFieldText, gateReasonText, NO_DISGUISED_WAIVER, NO_DISGUISED_WAIVER_ENGLISH } from './waiverGate';

/** The languages users read. */
type Language = 'zh-CN' | 'en';
type Sentence = (notice: RunNotice) => string;

const number = (value: number | undefined, decimals: number) =>
  (value ?? NaN).toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
const count = (notice: RunNotice) => number(notice.count, 0);
const mu = (value: number | undefined) => number(value, 1);
const wanYuan = (value: number | undefined) => number(value, 0);
const perMu = (value: number | undefined) => number(value, 2);
const percent = (value: number | undefined) => `${number((value ?? NaN) * 100, 1)}%`;

const ROWS_NAMED = 3;

function rowsChinese({ rows, count: all }: RunNotice): string {
  if (rows.length === 0) return '';
  return `（第 ${rows.slice(0, ROWS_NAMED).join('、')} 行${all > ROWS_NAMED ? '等' : ''}）`;
}

function rowsEnglish({ rows, count: all }: RunNotice): string {
  if (rows.length === 0) return '';
  const named = rows.slice(0, ROWS_NAMED).join(', ');
  return ` (row${rows.length > 1 ? 's' : ''} ${named}${all > ROWS_NAMED ? ' and others' : ''})`;
}

const parcels = (notice: RunNotice) => `${count(notice)} 宗${rowsChinese(notice)}`;
const parcelsOf = (notice: RunNotice) =>
  `${count(notice)} parcel${notice.count === 1 ? '' : 's'}${rowsEnglish(notice)}`;

type PlainCode = Exclude<NoticeCode, `waiverRefused.${GateReason}` | `waiverUnknown.${GateField}`>;

const CHINESE: Readonly<Record<PlainCode, Sentence>> = {
  landAreaMissing: (n) => `${parcels(n)}没有用地面积，没有参加推演。补填后按“更新”。`,
  landAreaNotPositive: (n) => `${parcels(n)}用地面积为 0 或负数，没有参加推演。请核对后按“更新”。`,
  taxPaidMissing: (n) => `${parcels(n)}没有税收，没有参加推演。补填后按“更新”。`,
  negativeTax: (n) => `${parcels(n)}税收为负数（可能有留抵退税），照原数计入。请核对。`,
  plotRatioMissing: (n) => `${parcels(n)}既没有容积率也没有建筑面积，不作提容，税收照旧计入。`,
  plotRatioNotPositive: (n) => `${parcels(n)}容积率为 0 或过小，算不出单位建筑的税收，不作提容。`,
  plotRatioFromFloorArea: (n) => `${parcels(n)}没有容积率，按建筑面积除以用地面积推算。`,
  plannedPlotRatioAssumed: (n) => `${parcels(n)}没有规划容积率上限，按假设的上限计算。请向资规部门核实。`,
  plotRatioClipped: (n) => `${parcels(n)}的目标超过规划容积率上限，只算到上限为止。`,
  atTargetAlready: (n) => `${parcels(n)}现容积率已经达到目标，不再提容。`,
  disposedNotDensified: (n) => `${parcels(n)}列入处置，不再同时提容。`,
  subsidyAboveReference: (n) =>
    `${parcels(n)}的建设补助折合每亩超过参考上限（余杭：最高 50 万元/亩）。请核对补助标准。`,
  inefficientUnknown: (n) => `${parcels(n)}没有是否低效的认定，不列入处置。`,
  noInefficientLand: () => '台账中没有已认定的低效用地，处置一项没有作用。请先认定或选择低效标记列。',
  disposalShortOfTarget: ({ figures }) =>
    `按整宗处置，可处置 ${mu(figures['area'])} 亩（${percent(figures['share'])}），目标为 ${mu(figures['target'])} 亩（${percent(figures['targetShare'])}）：余下的宗地放不进差额，或者缺税收不能排序。`,
  disposalHeldBackByFund: ({ figures }) =>
    `资金池不够：可处置 ${mu(figures['area'])} 亩（${percent(figures['share'])}），目标为 ${mu(figures['target'])} 亩（${percent(figures['targetShare'])}）。请增加资金、放慢进度或降低目标。`,
  quotaTaskOutOfReach: ({ figures }) =>
    `增存挂钩：到最后一年的任务是 ${mu(figures['task'])} 亩，按整宗和资金只排得下 ${mu(figures['area'])} 亩，任务完不成，指标按减 20% 计。请调整处置比例或增加资金。`,
  industrialFloorMissing: (n) => `${parcels(n)}没有工业建筑面积，新增建筑全部按工业计。`,
  industrialShareKept: (n) => `${parcels(n)}的配套建筑已压到工业建筑面积占比的下限以内。`,
  parkShortOfGreen: (n) => `${parcels(n)}所在园区的绿地率不够或缺数，不作园区统筹，仍按各自的规划上限。`,
  disposalCostWithoutBuildings: (n) => `${parcels(n)}建筑面积不详，收储费用中没有算房屋补偿，费用偏低。`,
  disposalFundExceeded: (n) =>
    `有 ${count(n)} 个年度的收储费用超过资金池：最高的一年 ${wanYuan(n.figures['greatest'])} 万元，资金池每年 ${wanYuan(n.figures['fund'])} 万元。请放慢进度或增加资金。`,
  exitLiftsTaxPerMu: (n) =>
    `处置 ${count(n)} 宗使亩均税收变动 ${perMu(n.figures['exit'])} 万元/亩。关停低效地块会机械抬高平均数，这一部分不等于留下的企业变好了。`,
  waiverCounterfactual: (n) =>
    `${parcels(n)}符合不再增收土地价款的规定，按规定本就全额免收。部分免收只是假想的对照，不能作为收费依据。`,
};

const ENGLISH: Readonly<Record<PlainCode, Sentence>> = {
  landAreaMissing: (n) => `${parcelsOf(n)}: no land area, left out. Fill it in, then press Update.`,
  landAreaNotPositive: (n) => `${parcelsOf(n)}: the land area is 0 or negative, left out. Check it, then press Update.`,
  taxPaidMissing: (n) => `${parcelsOf(n)}: no tax, left out. Fill it in, then press Update.`,
  negativeTax: (n) => `${parcelsOf(n)}: negative tax (perhaps a refund), counted as it stands. Please check.`,
  plotRatioMissing: (n) =>
    `${parcelsOf(n)}: neither plot ratio nor floor area, so not densified; the tax still counts.`,
  plotRatioNotPositive: (n) =>
    `${parcelsOf(n)}: the plot ratio is 0 or too small for a tax per floor, so not densified.`,
  plotRatioFromFloorArea: (n) => `${parcelsOf(n)}: no plot ratio; floor area over land area is used.`,
  plannedPlotRatioAssumed: (n) => `${parcelsOf(n)}: no planned limit of the plot ratio; the assumed limit is used.`,
  plotRatioClipped: (n) => `${parcelsOf(n)}: the target is above the planned limit and stops there.`,
  atTargetAlready: (n) => `${parcelsOf(n)}: already at the target plot ratio.`,
  disposedNotDensified: (n) => `${parcelsOf(n)}: to be disposed of, so not densified as well.`,
  subsidyAboveReference: (n) =>
    `${parcelsOf(n)}: the building subsidy per mu is above the reference (Yuhang: at most 500,000 yuan per mu). Check the rate.`,
  inefficientUnknown: (n) => `${parcelsOf(n)}: not known to be inefficient or not, so left alone.`,
  noInefficientLand: () =>
    'The ledger has no land marked inefficient, so disposal does nothing. Identify it first, or choose its column.',
  disposalShortOfTarget: ({ figures }) =>
    `In whole parcels, ${mu(figures['area'])} mu (${percent(figures['share'])}) can be disposed of; the target is ${mu(figures['target'])} mu (${percent(figures['targetShare'])}). The parcels left are too large for the gap, or have no tax to be ordered by.`,
  disposalHeldBackByFund: ({ figures }) =>
    `The fund is short: ${mu(figures['area'])} mu (${percent(figures['share'])}) can be disposed of; the target is ${mu(figures['target'])} mu (${percent(figures['targetShare'])}). Add money, go slower or lower the target.`,
  quotaTaskOutOfReach: ({ figures }) =>
    `The task of ${mu(figures['task'])} mu cannot be reached: only ${mu(figures['area'])} mu fit; the quota is cut.`,
  industrialFloorMissing: (n) => `${parcelsOf(n)}: industrial floors unknown, so all new floors count as industrial.`,
  industrialShareKept: (n) => `${parcelsOf(n)}: other floors are held back so that industrial floors keep their share.`,
  parkShortOfGreen: (n) =>
    `${parcelsOf(n)}: the park lacks green, or it is not known, so each parcel keeps its own planned limit.`,
  disposalCostWithoutBuildings: (n) =>
    `${parcelsOf(n)}: floor area unknown, so the cost leaves out the buildings and is too low.`,
  disposalFundExceeded: (n) =>
    `In ${count(n)} years acquisitions cost more than the fund: up to ${wanYuan(n.figures['greatest'])} against ${wanYuan(n.figures['fund'])} (10,000 yuan). Go slower or add money.`,
  exitLiftsTaxPerMu: (n) =>
    `Disposing of ${count(n)} parcels changes tax per mu by ${perMu(n.figures['exit'])} (10,000 yuan per mu). Closing poor parcels lifts the average mechanically; it does not mean that those who stay do better.`,
  waiverCounterfactual: (n) =>
    `${parcelsOf(n)}: the rule waives the whole price here in any case. A partial waiver is a hypothetical comparison, not a ground for charging.`,
};

function isRefusal(code: NoticeCode): code is `waiverRefused.${GateReason}` {
  return code.startsWith('waiverRefused.');
}

function isUnknown(code: NoticeCode): code is `waiverUnknown.${GateField}` {
  return code.startsWith('waiverUnknown.');
}

/** The part of a composed code behind the dot. */
function tailOf<Tail extends string>(code: `${string}.${Tail}`): Tail {
  return code.slice(code.indexOf('.') + 1) as Tail;
}

/** What a person must be told about the input or the result: what, where, and what to do. */
export function noticeText(notice: RunNotice, language: Language): string {
  const { code } = notice;
  const chinese = language === 'zh-CN';
  if (isRefusal(code)) {
    const reason = gateReasonText(tailOf(code), language);
    return chinese
      ? `${parcels(notice)}不予免收地价：${reason}。${NO_DISGUISED_WAIVER}。`
      : `${parcelsOf(notice)}: no waiver of the land price, because ${reason}; ${NO_DISGUISED_WAIVER_ENGLISH}.`;
  }
  if (isUnknown(code)) {
    const field = gateFieldText(tailOf(code), language);
    return chinese
      ? `${parcels(notice)}缺“${field}”，地价免收资格待核实。补填后按“更新”。`
      : `${parcelsOf(notice)}: "${field}" is missing, so the waiver cannot be judged. Fill it in, then press Update.`;
  }
  return (chinese ? CHINESE : ENGLISH)[code](notice);
}

/** How a run failed. */
export type SimulationFailureCode = 'badInput' | 'noUsableParcels' | 'workerDied' | 'workerUnavailable' | 'internal';

const FAILURES: Readonly<Record<SimulationFailureCode, Readonly<Record<Language, string>>>> = {
  badInput: {
    'zh-CN': '推演没有开始：有几处需要先改正。工作簿没有改动。',
    en: 'The simulation did not start: some entries must be corrected first. The workbook is unchanged.',
  },
  noUsableParcels: {
    'zh-CN': '没有一宗地块同时有用地面积和税收，无法推演。请先在台账中补填或改选列。',
    en: 'No parcel has both a land area and a tax, so nothing can be computed. Fill them in or choose other columns.',
  },
  workerDied: {
    'zh-CN': '推演中途停止了：后台计算意外退出，可能是内存不足。工作簿没有改动，请重试；再次失败时请关闭其他大文件。',
    en: 'The simulation stopped half-way: the background computation ended unexpectedly, perhaps for lack of memory. The workbook is unchanged. Try again, and close other large files if it fails again.',
  },
  workerUnavailable: {
    'zh-CN': '无法启动后台计算，推演没有开始。工作簿没有改动，请重新打开本窗格后再试。',
    en: 'The background computation could not be started. The workbook is unchanged. Reopen this pane and try again.',
  },
  internal: {
    'zh-CN': '推演出错，没有结果。工作簿没有改动，请把这张表另存一份并反馈。',
    en: 'The simulation met an error of ours and has no result. The workbook is unchanged. Please save a copy and report it.',
  },
};

/** What happened to a run that failed, and what to do. */
export function simulationFailureText(code: SimulationFailureCode, language: Language): string {
  return FAILURES[code][language];
}

const PHASES: Readonly<Record<SimulationPhase, Readonly<Record<Language, string>>>> = {
  reading: { 'zh-CN': '读取地块', en: 'Reading parcels' },
  planning: { 'zh-CN': '安排提容与处置', en: 'Planning' },
  baseline: { 'zh-CN': '推演基准', en: 'Projecting the baseline' },
  scenario: { 'zh-CN': '推演方案', en: 'Projecting the scenario' },
  drawing: { 'zh-CN': '推演各种可能', en: 'Drawing' },
  summing: { 'zh-CN': '汇总结果', en: 'Summing up' },
};

/** What a run is doing. */
export function phaseText(phase: SimulationPhase, language: Language): string {
  return PHASES[phase][language];
}

const CANCELLED: Readonly<Record<Language, string>> = {
  'zh-CN': '已停止推演，没有结果。工作簿没有改动。',
  en: 'The simulation was stopped; there is no result. The workbook is unchanged.',
};

/** What is said after a run was stopped. */
export function cancelledText(language: Language): string {
  return CANCELLED[language];
}

const NOT_MODELLED: Readonly<Record<Language, readonly string[]>> = {
  'zh-CN': [
    '拆除重建期间的产能损失',
    '污染治理与土壤修复',
    '就业',
    '业主融资',
    '省市级税收分成',
    '通货膨胀',
    '地方债利息',
    '土地增值税与契税',
    '改变用途的补缴价款',
  ],
  en: [
    'output lost while rebuilding',
    'clean-up of pollution and soil',
    'jobs',
    "owners' finance",
    'tax shares of province and city',
    'inflation',
    'interest on local debt',
    'land value-added tax and deed tax',
    'price due on a change of use',
  ],
};

/** What the model leaves out and a reader must know (model.md section 5). */
export function notModelledText(language: Language): readonly string[] {
  return NOT_MODELLED[language];
}
