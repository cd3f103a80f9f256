import type { Entry } from './pane/entry';
import type { Language } from './language';

/** The words of 从历年台账估计 and 回看; they are fetched with their screen. */
const WORDS = {
  title: ['从历年台账估计', 'Learn from earlier ledgers'],
  hint: [
    '选一份或几份往年的台账，和现在的台账放在一起，估计本县的税收增长、按期完成比例、工期和地价。往年台账只用来估计，不写进本工作簿。',
    'Choose ledgers of earlier years; together with the open one they tell growth, disposals on time, building times and land prices of this county. Nothing of them is written into this workbook.',
  ],
  choose: ['选往年台账', 'Choose earlier ledgers'],
  sheetChoice: ['用本工作簿里的表', 'A sheet of this workbook'],
  sheetNone: ['请选择', 'Choose'],
  given: ['参加估计的台账', 'Ledgers'],
  ownLedger: ['现在的台账（{title}）', 'The open ledger ({title})'],
  rows: ['{rows} 户', '{rows} rows'],
  year: ['“{label}”的年份', 'Year of “{label}”'],
  yearWrong: ['请填 1990 至 2100 之间的年份', 'a year from 1990 to 2100'],
  leave: ['去掉', 'Leave out'],
  leaveOf: ['去掉“{label}”', 'Leave out “{label}”'],
  open: [
    '“{label}”还有 {count} 个问题，答完以后这一年才参加估计：',
    '{count} questions about “{label}” are open; the year takes no part before they are answered:',
  ],
  ownOpen: [
    '现在的台账还有问题没有回答，税收或面积没有用上。请先到“台账”页回答。',
    'Questions about the open ledger are not answered; its tax or land takes no part. Answer them under Ledger first.',
  ],
  learn: ['开始估计', 'Learn'],
  lackOwnYear: ['现在的台账没有写明年份，请填年份。', 'Enter the year of the open ledger.'],
  lackYear: ['有台账没有写明年份，请填年份。', 'Enter the year of each ledger.'],
  lackSameYear: [
    '有两份台账是同一年。请改年份，或去掉一份。',
    'Two ledgers are of one year. Change the year or leave one out.',
  ],
  unreadable: ['“{file}”打不开：{detail}', '“{file}” cannot be opened: {detail}'],
  noLedger: ['“{file}”里没有找到台账。', '“{file}” holds no ledger.'],
  stopped: ['已停止，没有改动。', 'Stopped; nothing changed.'],
  failed: ['没有算出来，请再按一次。', 'Nothing came of it; press again.'],
  stale: ['估计以后台账或政策有改动，请再按“开始估计”。', 'The ledger or the policy has changed since; learn again.'],
  pair: [
    '{before}年到{after}年：两年都有的企业 {stay} 户，其中信用代码相同 {code} 户，代码有误但认得出 {broken} 户，只有名称相同 {name} 户。',
    '{before} to {after}: {stay} enterprises are in both; by code {code}, by a code with a slip {broken}, by name {name}.',
  ],
  moved: [
    '改名 {renamed} 户，合并 {merged} 户，拆分 {divided} 户，退出 {gone} 户，新进 {added} 户。',
    'Renamed {renamed}, merged {merged}, divided {divided}, gone {gone}, new {added}.',
  ],
  unclear: ['另有 {open} 户两年对不上，没有用。', '{open} more cannot be told and are not used.'],
  unknown: [
    '{count} 户缺其中一年的税收，没有用来估计增长。',
    'Of {count} the tax of one year is not known; growth leaves them out.',
  ],
  notPositive: [
    '{count} 户有一年税收为零或负数，没有用来估计增长。',
    'Of {count} the tax of one year is nothing or below; growth leaves them out.',
  ],
  beyond: [
    '{count} 户税收变化远超一般，没有用来估计增长，请核对：{names}。',
    'The tax of {count} changed far beyond all others; growth leaves them out. Check: {names}.',
  ],
  beyondMore: ['{names}等', '{names} and others'],
  firmTold: ['{name}（{before} → {after} 万元）', '{name} ({before} → {after}, 10k yuan)'],
  giant: [
    '{name}一户占全部税收的 {share}，全县增长主要看它，范围已相应放宽。',
    '{name} alone pays {share} of all tax: growth is mostly its own, and the range is wider for it.',
  ],
  table: ['本县估计', 'Learnt'],
  figure: ['参数', 'Figure'],
  usual: ['默认值', 'Default'],
  own: ['本县估计', 'Learnt'],
  range: ['九成范围', 'Nine in ten'],
  cases: ['例数', 'n'],
  weight: ['台账占', 'Weight'],
  grounds: ['来源和采用', 'Grounds'],
  adopt: ['采用', 'Adopt'],
  adoptOf: ['采用{figure}', 'Adopt {figure}'],
  adopted: ['已采用', 'adopted'],
  adoptAll: ['全部采用（{count} 项）', 'Adopt all ({count})'],
  adoptHint: [
    '采用后写进本方案的“假设与来源”，随方案保存；其余几项只供参考。',
    'What is adopted stands in the assumptions of this scenario and is saved with it; the others are told only.',
  ],
  groups: ['各类企业税收年增长', 'Growth of tax by group'],
  group: ['类别', 'Group'],
  groupsAlike: ['各档、规上和规下企业的增长看不出差别。', 'Growth does not differ between groups.'],
  yearly: ['年增长', 'a year'],
  taxGrowth: ['税收增长', 'Tax growth'],
  valueAddedGrowth: ['增加值增长', 'Growth of value added'],
  ownLuck: ['单户起伏', 'One’s own moves'],
  exitShare: ['退出比例', 'Gone'],
  entryShare: ['新进比例', 'New'],
  buildShare: ['提容比例', 'Built'],
  onTime: ['按期完成', 'On time'],
  buildTime: ['工期（年）', 'Building (years)'],
  landPrice: ['成交单价（万元/亩）', 'Land price (10k yuan/mu)'],
  acquisitionPrice: ['收储地价（万元/亩）', 'Acquisition (10k yuan/mu)'],
  backTitle: ['回看：当时的推演准不准', 'Looking back'],
  backHint: [
    '把每一年的台账推演到下一年，和下一年的实际比。已处置的地块按实际去掉，不算推演的误差。',
    'Each year’s ledger is projected to the next and held to what happened. Land that was disposed of is taken out as it was.',
  ],
  backBasis: ['推演用的参数', 'Projected with'],
  basisThen: [
    '当时能知道的（更早的台账，没有就用默认值）',
    'what could be known then (earlier ledgers, else defaults)',
  ],
  basisNow: ['本方案现在的参数', 'the assumptions of this scenario'],
  basisSaved: ['已存方案“{name}”的参数', 'those of the saved scenario “{name}”'],
  basisNowHint: [
    '如果这些参数就是从这几年台账估出来的，回看会显得偏准。',
    'Where these were learnt from the same ledgers they look better than they are.',
  ],
  lookBack: ['回看', 'Look back'],
  backYears: ['{before}年推演到{after}年，{basis}', '{before} projected to {after}, {basis}'],
  withDefaults: ['用默认参数', 'with defaults'],
  withLearnt: ['用 {years} 年台账估出的参数', 'with what ledgers of {years} told'],
  withNow: ['用本方案现在的参数', 'with this scenario’s assumptions'],
  withSaved: ['用已存方案“{name}”的参数', 'with those of “{name}”'],
  covered: [
    '{counted} 个镇街里有 {inside} 个的亩均税收落在九成范围内',
    'of {counted} townships {inside} lie within the nine in ten',
  ],
  coveredWhole: ['全部企业的亩均税收{rank}', 'the tax per mu of all lies {rank}'],
  biasHigh: ['实际平均比中间值高 {percent}', 'on average {percent} above the middle'],
  biasLow: ['实际平均比中间值低 {percent}', 'on average {percent} below the middle'],
  backLeftOut: [
    '参加回看 {firms} 户；已处置 {disposed} 户、两年对不上 {open} 户、缺税收或面积 {unknown} 户没有计入。',
    '{firms} enterprises; left out: disposed of {disposed}, not told {open}, tax or land not known {unknown}.',
  ],
  noCause: ['没有发现哪项参数明显估错，差别在正常起伏之内。', 'Nothing was clearly off; what differs is within luck.'],
  causes: ['最可能的原因：', 'Likeliest: '],
  skipped: ['{before}年和{after}年不能相比，没有回看。', '{before} and {after} cannot be compared.'],
  noBack: ['没有可以回看的年份。', 'There are no years to look back on.'],
  backTable: ['{before}年推演到{after}年：各镇街亩均税收', '{before} to {after}: tax per mu by township'],
  place: ['镇街', 'Township'],
  whole: ['全部', 'All'],
  noTownship: ['未填镇街', 'no township'],
  actual: ['实际', 'Actual'],
  middle: ['中间值', 'Middle'],
  lies: ['位置', 'Lies'],
  widen: ['按实际放宽', 'As wide as happened'],
  unwiden: ['不放宽', 'Not wider'],
  widenHint: [
    '放宽以后，推演结果的图下会同时列出放宽的九成范围。',
    'The result then has the wider range below its picture.',
  ],
  widenNot: ['实际没有比推演更散，不用放宽。', 'What happened was no wider than projected.'],
  widened: [
    '按实际放宽（回看 {n} 个数，{inside} 个落在九成范围内；乘 {factor}，并计入单户起伏）：{year}年{what}九成范围 {range}。上面的图、把握和结论没有放宽。',
    'As wide as happened ({inside} of {n} within; times {factor}, with the luck of single enterprises): in {year} {what} nine in ten {range}. The picture, chances and headline above are not wider.',
  ],
  widenedTable: ['放宽以后的九成范围', 'The wider range'],
  writeBack: ['写成“推演回看”表', 'Write the sheet 推演回看'],
} as const satisfies Readonly<Record<string, Entry>>;

type PastCode = keyof typeof WORDS;

/** Gives the words of this screen in one language; numbers get separators. */
export function pastText(
  language: Language,
): (code: PastCode, values?: Readonly<Record<string, string | number>>) => string {
  const side = language === 'en' ? 1 : 0;
  return (code, values = {}) =>
    WORDS[code][side].replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name];
      return typeof value === 'number' ? value.toLocaleString('en-US') : (value ?? '');
    });
}
