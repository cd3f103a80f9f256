import type { InputProblem, LeverName, ProblemOf } from '../engine/simulate/index';
import type { Language } from './language';

/** What is wrong besides a lever's own numbers: those words stand with the lever. */
type OwnCode = Exclude<InputProblem['code'], ProblemOf<LeverName>>;

const PROBLEMS: Readonly<Record<OwnCode, Readonly<Record<Language, string>>>> = {
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
  nothingEligible: {
    'zh-CN': '有一项措施没有适用的地块。请放宽条件。',
    en: 'A lever applies to no parcel. Widen its conditions.',
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
    'zh-CN': '模拟次数应是 500 到 100,000 的整数。',
    en: 'The number of draws must be whole, from 500 to 100,000.',
  },
  dates: {
    'zh-CN': '目标年份应在方案首年与末年之间。请改年份，或在假设里延长推演年限。',
    en: 'The year of a target must lie between the first and the last year.',
  },
  tierLines: {
    'zh-CN': '分档线应由低到高，档位名称比分档线多一个。请检查政策参数。',
    en: 'The tier lines must rise, with one name more than lines. Check the policy parameters.',
  },
};

/** What is wrong with the input of a simulation as a whole. */
export function ownProblemText(code: OwnCode, language: Language): string {
  return PROBLEMS[code][language];
}
