import type { Entry } from './entry';

/** Assumptions that move together, levers by class, and figures that are shown less often. */
export const ASSUMPTION_WORDS = {
  correlationsTitle: ['一起变动的假设（{count} 对）', 'Assumptions that move together ({count})'],
  correlationHint: [
    '名次相关系数：1 为同升同降，−1 为一升一降，0 为互不相干。两项都要有“可能的变动”才起作用。',
    'Rank correlation: 1 together, −1 opposite, 0 independent. Both must vary.',
  ],
  correlationOf: ['第 {number} 对：一项', 'Pair {number}: one'],
  correlationWith: ['第 {number} 对：另一项', 'Pair {number}: the other'],
  correlationValue: ['第 {number} 对：系数', 'Pair {number}: coefficient'],
  addCorrelation: ['添加一对', 'Add a pair'],
  removeCorrelation: ['删除第 {number} 对', 'Remove pair {number}'],
  sameAssumption: ['两项相同，这一对不起作用。', 'Both are the same; this pair does nothing.'],
  notVarying: ['“{name}”现在不变，这一对不起作用。', '"{name}" does not vary; this pair does nothing.'],
  classesTitle: ['分类处置（{count} 类）', 'Disposal by class ({count})'],
  classesHint: [
    '先按各类办，一户只进排在前面的一类；没有列入的按上面的比例和年份。',
    'A parcel belongs to the first class that takes it; the others follow the share and year above.',
  ],
  addClass: ['添加一类', 'Add a class'],
  removeClass: ['删除第 {number} 类', 'Remove class {number}'],
  classOf: ['第 {number} 类', 'Class {number}'],
  priceLacks: ['台账缺“{columns}”，这一项不计。', 'The ledger lacks "{columns}"; this part is left out.'],
  fundTitle: ['资金池逐年', 'The pool by year'],
  fundSpent: ['当年支出（万元）', 'Spent (wan yuan)'],
  fundLeft: ['年末余额（万元）', 'Left at year end (wan yuan)'],
  fieldsWrong: [
    '有 {count} 处填得不对（见各处的提示），改好后才能推演。前面的结果和填的内容都在。',
    '{count} field(s) cannot be taken (see beside them); nothing runs before they are mended. Nothing is lost.',
  ],
  ruleTakesNone: ['没有符合条件的地块，请放宽条件。', 'No parcel fits; widen the rule.'],
  observedWrong: ['至少两个数，都在 {min} 至 {max} 之间', 'two numbers or more, from {min} to {max}'],
  whoMovesTitle: ['换档的是谁（列出 {shown} 户，共 {count} 户）', 'Who they are ({shown} of {count})'],
  movedName: ['第 {row} 行 {name}', 'row {row} {name}'],
  scatterOutput: ['结果', 'Result'],
  measureFloorAreaAdded: ['新增建筑（平方米）', 'Floors added (m²)'],
  measureLandPriceWaived: ['免收地价（万元）', 'Price waived (wan yuan)'],
  measureDeadweight: ['白送部分（万元）', 'Given away (wan yuan)'],
  measurePublicCost: ['财政支出（万元）', 'Public cost (wan yuan)'],
  measureNetFiscal: ['当年财政净额（万元）', 'Net of the year (wan yuan)'],
  measureNewLandQuota: ['新增用地指标（亩）', 'Quota of new land (mu)'],
} as const satisfies Record<string, Entry>;
