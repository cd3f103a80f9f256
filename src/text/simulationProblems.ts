import type { InputProblem } from '../engine/simulate/index';

/** The languages users read. */
type Language = 'zh-CN' | 'en';

const PROBLEMS: Readonly<Record<InputProblem['code'], Readonly<Record<Language, string>>>> = {
  columnLength: {
    'zh-CN': '各列的行数不一致，没有推演。请重新读取台账。',
    en: 'The columns differ in length, so nothing was computed. Read the ledger again.',
  },
  tooManyRows: {
    'zh-CN': '台账的行数超过一张工作表能放下的行数，没有推演。请检查选定的区域。',
    en: 'There are more rows than a worksheet holds, so nothing was computed. Check the chosen range.',
  },
  groupCode: {
    'zh-CN': '区镇、园区或行业一列的不同名称太多，不像这样的列。请检查选定的列。',
    en: 'A column of townships, parks or industries has too many names. Check the chosen column.',
  },
  columnMissing: {
    'zh-CN': '台账缺少措施需要的列。请补上该列，或关闭这项措施。',
    en: 'The ledger lacks a column that a lever needs. Add it, or switch the lever off.',
  },
  assumptionOutOfRange: {
    'zh-CN': '有一项假设超出允许的范围，没有推演。请改回范围内的数。',
    en: 'An assumption is out of its range, so nothing was computed. Change it back.',
  },
  firstDay: {
    'zh-CN': '方案首日不是日期，请写成 2024-01-01。',
    en: 'The first day of the scenario is not a date. Write it as 2024-01-01.',
  },
  plotRatioFactor: {
    'zh-CN': '容积率倍数应在 1 到 20 之间。',
    en: 'The factor of the plot ratio must be from 1 to 20.',
  },
  parkBalance: {
    'zh-CN': '园区统筹的容积率应大于 0，绿地率应在 0 到 100% 之间。',
    en: 'The plot ratio of the park must be above 0, the green ratio from 0 to 100%.',
  },
  mixedShare: {
    'zh-CN': '配套建筑比例应在 0 到 100% 之间。',
    en: 'The share of other floors must be from 0 to 100%.',
  },
  disposalClasses: {
    'zh-CN': '分类处置最多 31 类。',
    en: 'Disposal has at most 31 classes.',
  },
  upgradeUplift: {
    'zh-CN': '提质增幅应在 0 到 1000% 之间。',
    en: 'The uplift must be from 0 to 1000%.',
  },
  upgradeYears: {
    'zh-CN': '提质年数应是 1 到 40 的整数。',
    en: 'The years of the upgrade must be whole, from 1 to 40.',
  },
  upgradeResponse: {
    'zh-CN': '提质响应比例应在 0 到 100% 之间。',
    en: 'The response to the upgrade must be from 0 to 100%.',
  },
  upgradeCost: {
    'zh-CN': '每亩提质补助不能是负数。',
    en: 'The cost per mu of the upgrade cannot be negative.',
  },
  priceRates: {
    'zh-CN': '差别化加价应按 A、B、C、D 四类各填一个数。',
    en: 'Differential prices need one number for each grade, A to D.',
  },
  standardLand: {
    'zh-CN': '标准地承诺税收不能是负数，违约金比例应在 0 到 100% 之间。',
    en: 'The undertaken tax cannot be negative; the penalty share must be from 0 to 100%.',
  },
  newLandQuota: {
    'zh-CN': '新增用地指标基数不能是负数。',
    en: 'The base quota of new land cannot be negative.',
  },
  taxSharing: {
    'zh-CN': '税收分成比例应在 0 到 100% 之间，并选定受益区镇。',
    en: 'The shared part must be from 0 to 100%, with a township that receives it.',
  },
  landFund: {
    'zh-CN': '土地收入和其他资金不能是负数。',
    en: 'Income from land and other money cannot be negative.',
  },
  nothingEligible: {
    'zh-CN': '有一项措施没有适用的地块。请放宽条件。',
    en: 'A lever applies to no parcel. Widen its conditions.',
  },
  gradeQuota: {
    'zh-CN': '等级比例应由小到大、都小于 100%，等级名称比比例多一个。',
    en: 'The shares of the grades must rise below 100%, with one name more than shares.',
  },
  distribution: {
    'zh-CN': '有一项假设的分布不成立：应最小 ≤ 最可能 ≤ 最大，并在允许范围内。',
    en: 'The distribution of an assumption is impossible: least, likeliest and greatest must rise, within the range.',
  },
  correlation: {
    'zh-CN': '相关系数应在 -1 到 1 之间。',
    en: 'Correlations must be between -1 and 1.',
  },
  draws: {
    'zh-CN': '推演次数应是 500 到 100,000 的整数。',
    en: 'The number of draws must be whole, from 500 to 100,000.',
  },
  dates: {
    'zh-CN': '目标年份应在方案首年与末年之间。',
    en: 'The year of a target must lie between the first and the last year.',
  },
  plotRatioTarget: {
    'zh-CN': '目标容积率应大于 0 且不超过 20。',
    en: 'The target plot ratio must be above 0 and at most 20.',
  },
  waivedShare: {
    'zh-CN': '地价免收比例应在 0 到 100% 之间。',
    en: 'The waived share must be between 0 and 100%.',
  },
  disposalShare: {
    'zh-CN': '低效用地处置比例应在 0 到 100% 之间。',
    en: 'The disposal share must be between 0 and 100%.',
  },
  disposalYear: {
    'zh-CN': '处置完成年度应在方案首年与末年之间。',
    en: 'The year of disposal must lie between the first and the last year of the scenario.',
  },
  disposalSchedule: {
    'zh-CN': '处置进度应逐年给出累计比例，只升不降，最后一年为 100%。',
    en: 'The schedule must give a rising cumulative share for each year, ending at 100%.',
  },
  disposalFund: {
    'zh-CN': '每年的收储资金不能是负数。',
    en: 'The yearly fund cannot be negative.',
  },
  tierLines: {
    'zh-CN': '分档线应由低到高，档位名称比分档线多一个。请检查政策参数。',
    en: 'The tier lines must rise, with one name more than lines. Check the policy parameters.',
  },
};

/** What is wrong with the input of a simulation. */
export function problemText(problem: InputProblem, language: Language): string {
  return PROBLEMS[problem.code][language];
}
