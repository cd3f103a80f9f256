import type { MeasureWords, Verdict } from '../engine/assess/index';

/** Sentences of the custom functions. They are answers in cells, so they are Chinese in every language of the interface. */
const FAILURES = {
  noPolicy: '请指定政策，如 "嵊州2021"（用英文双引号）或 亩均政策',
  policyUnknown:
    '政策参数第 {row} 行“政策”写的“{name}”不是内置的政策，请写内置政策的名称；整份政策都是本地的，请用“政策全文”',
  chineseQuotes: '政策名要用英文双引号，如 "嵊州2021"；现在用的是中文引号，或没有加引号',
  readerMissing: '程序的一部分没有取到，请检查网络后按 Ctrl+Alt+F9 重新计算',
  unknownPolicy: '没有名为“{name}”的政策。可用的有：{known}',
  noTiers: '{policy} 没有亩均税收档位；改造路径用 RENEWAL_PATH，评等级用 MUJUN_GRADE',
  noGrading: '该政策没有按得分和比例评等级的规定（{policy}），可用 "综合评价模板"',
  gradedOutright: '不按得分排名，直接列“{grade}”',
  noPaths: '该政策未规定改造路径（{policy}）',
  ragged: '参数 {name} 各行的列数不同，请引用一块完整的矩形区域',
  notOneCell: '参数 {name} 应为一个值，请引用一个单元格',
  badDay: '基准日“{name}”不是日期，请写成 2023-06-30',
  sizes: '税收有 {tax} 个单元格，面积有 {area} 个：请引用同样大小的区域',
  groupSize: '集聚区或组别有 {group} 个单元格，税收有 {tax} 个：请引用一个单元格或同样大小的区域',
  noHeaders: '没有给出表头：第一个参数应为 1 至 3 行表头',
  tooManyHeaders: '表头有 {rows} 行，最多 3 行：请只引用列名所在的行',
  widths: '表头 {headers} 列，数据 {rows} 列：请引用相同的列',
  cohortWidths: '表头 {headers} 列，参评范围 {rows} 列：请引用相同的列',
  headersUnknown: '表头中没有认出这项政策要用的列（{wanted}）。请检查是否引用了列名所在的行',
  unknownParameter: '政策参数中的“{name}”不是“{policy}”的参数，请核对名称',
  noHeader: '政策参数的区域里没有找到“名称”和“值”两列的表头',
  notANumber: '政策参数第 {row} 行“{name}”的值不是数字',
  bareZero: '政策参数第 {row} 行“{name}”的值是 0：公式里分不清 0 和空白，要按 0 计请写 零 或 不计',
  looksLikeDate: '政策参数第 {row} 行“{name}”的值像是被改成了日期，请把单元格设为文本，重新填写',
  twice: '政策参数第 {row} 行“{name}”前面已经写过，请只留一行',
  unitMismatch: '政策参数“{name}”的单位写成了“{unit}”，应为“{expected}”：请换算后再填',
  notAStatus: '政策参数第 {row} 行“{name}”只能填 已印发 或 征求意见稿',
  notYesNo: '政策参数第 {row} 行“{name}”只能填 是 或 否',
  notADay: '政策参数第 {row} 行的基准日不是日期',
  misfit: '参数 {name} 有 {size} 个单元格，参数 {other} 有 {wanted} 个：请引用一个单元格或同样大小的区域',
  missingNumber: '缺 {name}',
  unreadableNumber: '{name}“{text}”不是数字，请改正原表',
  unreadableAt: '{name}第 {row} 行“{text}”不是数字，请改正原表',
  noUnit: '请写明单位：㎡、公顷、平方公里、万㎡ 或 亩',
  unknownUnit: '“{name}”不是面积单位，可用：㎡、公顷、平方公里、万㎡、亩',
  notPositive: '{name}为 {text}，应大于 0',
  noColumn: '表头中没有认出“{name}”列，请检查是否引用了列名所在的行',
  unknownClass: '“{name}”不是存量类型，可用：低效、闲置、批而未供、政府储备、增量、全部',
  nothingListed: '名单上没有这类土地，或者都没有面积',
  unreadableInRow: '数据第 {row} 行的{name}“{text}”不能识别，请改正原表',
  ambiguousDate: '数据第 {row} 行的销号日期 {text} 可能是 1 月，也可能是 10 月，请写成完整日期',
  noClause: '“{policy}”没有以“{name}”为依据的规定。可用的有：{known}',
  nothingToAverage: '没有一行既有税收又有大于 0 的面积',
  share: '免收比例“{text}”应在 0 和 1 之间，全免为 1',
  noTargets: '“{policy}”没有规定数值目标',
  noMeasures: '“{policy}”没有差别化政策（按等级、档位或路径规定的价格、比例）',
  noMeasure: '“{policy}”没有名为“{item}”的差别化政策。有：{known}',
  noneSet: '无',
  noTarget: '“{policy}”没有名为“{name}”的目标。有：{known}',
  targetNotClear: '“{name}”可指几个目标，请写全：{known}',
  targetPast: '目标“{name}”（{value}）的期限是 {day}，基准日已过',
  targetsPast: '“{policy}”的目标在 {day} 都已过期限',
  notAShare: '{name}“{text}”应在 0 和 1 之间，如 0.51 或 51%',
  zeroOrBlank: '{name}为 0 或空白，分不清；确为 0 的请写“零”',
  negative: '{name}为 {text}，不应小于 0',
  noLimit: '“{policy}”没有规定{name}，请直接写数',
  partOfWhole: '工业建筑面积 {part} 大于总建筑面积 {whole}，请核对',
  unknownCutWhen: '“{name}”不是核减条件，可用：任一、都',
  sharesDoNotSum: '分成比例合计为 {sum}，应为 1（不填的按迁出镇 0.5、迁入镇 0.5、区级 0）',
  unknownDirection: '“{name}”不能识别，可用：不低于、不高于、年限',
  noResults: '第一个参数不是保存的推演结果表，缺列：{missing}',
  incompleteQuestion: '请写明方案、年份和指标',
  noResult: '推演结果表里没有{part}“{name}”，有：{known}',
  resultTwice: '推演结果表里有 {count} 行符合而数值不同，请核对是否重复保存',
  resultNotANumber: '推演结果表里这一行的数值“{text}”不是数字',
  internal: '计算出错，请把这张表另存一份并反馈：{name}',
} as const;

export type FunctionFailureCode = keyof typeof FAILURES;

/** The message shown with #N/A or #VALUE!. */
export function functionText(code: FunctionFailureCode, values: Readonly<Record<string, string>>): string {
  return FAILURES[code].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}

/** What a cell says where nothing is missing and there is no answer all the same. */
const NOTHING_MISSING = '待核实：算不出（除数为 0，或没有一条适用）';

/** What a cell says when the answer cannot be told. */
export function unresolvedText(missing: readonly string[]): string {
  return missing.length === 0 ? NOTHING_MISSING : `待核实：缺 ${missing.join('、')}`;
}

/** A verdict as a cell says it: the answer, 待核实：缺 …, or nothing for a row that is no data. */
export function wordsOfVerdict(verdict: Verdict): string {
  if (verdict.kind === 'notData') return '';
  return verdict.kind === 'answer' ? verdict.answer : unresolvedText(verdict.missing);
}

/** What stands in a cell of a measure where a policy sets nothing, or where it cannot be told. */
export const MEASURE_WORDS: MeasureWords = { none: functionText('noneSet', {}), unresolved: unresolvedText };

/** What a cell says of a tax of 0, which may be a blank cell (platform.md, Arguments as they really arrive). */
export const ZERO_TAX = '待核实：税收为 0 或空白';

/** Said wherever tax and area come without a header. */
export const DEFAULT_UNITS = '单位按默认：税收万元、面积亩';
