import type { Family } from './families';
import type { Header } from './header';
import { INSIDE } from './residue';

/**
 * What the words before the head make of an amount: the thing itself (`plain`), one of several figures of it (`version`:
 * 证载, 实测), `part` of it, one that is left aside (`lesser`: 闲置, 未缴), of a shorter or an earlier time, one that is only
 * promised or due (`plan`), a `rate`, or something with words that nobody here knows.
 */
export type Kind = 'plain' | 'version' | 'unknown' | 'part' | 'period' | 'past' | 'plan' | 'lesser' | 'rate';

export const RATE =
  /增幅|增长|增速|同比|环比|占比|比重|比例|排名|名次|得分|分值|权重|差额|增减|完成率|人均|进度|±|^单位.{0,3}[耗能电水放值].{0,2}税|[%％‰][)）]?$/;
const PAST = /上上?年|去年|前年|同期|上期|往年|以前年度|历年|原(?!因)/;
const PLAN =
  /应[纳缴交征计]|承诺|约定|计划|目标|预计|预期|拟|规划|任务|(?<!出让|供地|划拨)合同|下达|达产|达标|要求|指标值|[≥>]|不低于|下限|上限|起始|标准/;
const WHOLE_PERIOD =
  /自?年初(?:起|至今|以来)?(?:累计)?|1-12月|1至12月|一至十二月|全年|年度|本年|当年|今年|本期累计|累计|最?近[一1]年/g;
const PERIOD = /本月|当月|[本当]季|本期|季度|上半年|下半年|半年|[一二三四]季|\d{1,2}月/;
/** 1—9月, 上半年, 前三季度: what is added up over it is not the year's. */
export const PART_OF_YEAR =
  /(?<!\d)(?:\d{1,2}(?:[-—–~至到]|月[-—–~至到]))?(?:[1-9]|1[01])月|[上下]半年|[一二三四1-4]季度/;
/** The eighteen taxes that the law knows, who collects or gets them, and what is collected with them. */
const TAX_PART =
  /增值税|消费税|所得税|城建|城市维护建设税|房产税|使用税|印花|环境?保护?税|资源税|关税|契税|吨税|车船税|购置税|烟叶税|耕地占用税|国税|地税|中央|省级|市级|县级|区级|镇级|地方|留存|留成|社保|附加|教育费/;
const TAX_LESSER = /利税|未缴|欠|减免|退税|留抵|免抵|优惠|代扣|滞纳/;
/** 本企业 | 含承租企业, 净入库 | 含免抵: the same figure drawn wider. */
const WIDER = /^(?:包?含|包括)(?!税$)/;
/** 含免抵税收: with it, not it. */
const INCLUDED = /(?<!不)(?:包?含|加上?)(?:减免|免抵|留抵|退税|代扣|滞纳)/;
const AREA_PART =
  /生产(?!性|力)|配套|有证|无证|自有|租赁|租入|租进|承租|租用|借用|自用|工业(?!用地面积|用地$)|仓储|办公|生活|其中/;
const AREA_LESSER =
  /闲置|空闲|未[建供用利开]|剩余|处置|违|已建|已开|在建|新增|收回|未批|地上|地下|动工|预留|代征|征收|腾退|盘活|改造|流转|出租|转租|超|低效|绿[化地]|道路|转让|抵押|交地|开工|需|缺/;
const AREA_VERSION =
  /证载|实占|分摊|实测|评价|登记|出让|供地|核定|审定|土地证|产权证|测绘|地籍|受让|认定|批复|批准|已供|发证|确权/;
/** 出让 | 租赁 below 用地面积 are parts of it; 出让面积 beside 用地面积 is another figure of the whole. */
const BARE_PART = /^(?:出让|受让|划拨|流转|租赁|自有|租入|租出|出租|转租|其他)(?:土地|用地)?$/;
const TAX_VERSION = /全口径|评价|税务|认定|核定|国地税/;
const NEUTRAL =
  /各[项类种]|共|应税(?=土地|用地|面积)|净?入库|已(?=[入完]|[缴交]纳)|已[缴纳交征]|完税|实际|实[缴纳交征]|缴纳|上缴|已缴|完成|企业|单位|公司|用地|占地|土地|占用|使用权|使用|厂区|宗地|地块|净|工业|合计|小计|总计|共计|总额|总|全部|数据|数|值|金额|情况|收入|贡献|实绩|面积|税收|税额|税金|税款|税费|纳税|缴税|税|亩|额|年度?|本|当|规模|项目|的|度|实|量|\d+|[-—~()（）/、,:：.]/g;
/** What the owner has let is not his to be measured by: it is taken off. */
export const LET_OUT = /^(?:租出|出租|转租)/;

/** 二、交地情况, 企业信息, 亩均效益: a heading over columns of many kinds, not an amount that they are parts of. */
export const HEADING = /(?:情况|信息|指标|概况|数据|效益)$|^[一二三四五六七八九十]+、/;

/** A child that says only which part, time or figure of its parent it is. */
export const CHILD =
  /^(?:合计|小计|总计|总额|金额|数值|自有|租入|租出|出租|租赁|租用|承租|工业|仓储|办公|本[年月期]|当[年月]|今年|上年|去年|同期|实际|实缴|承诺|计划|目标|完成|全年|累计|国税|地税|[中央省市县区]+级|[一二三四]季度|\d+月)/;

const FIELD_KIND: Readonly<Record<string, Kind>> = {
  rentedInArea: 'part',
  rentedOutArea: 'lesser',
  idleArea: 'lesser',
  localTax: 'part',
  previousTax: 'past',
  taxTwoYearsAgo: 'past',
};

/** What the whole path says of an amount: the words of the text itself and of its parents. */
export function kindOf(path: readonly Header[], family: Family): Kind {
  const own = path.at(-1);
  const parents = path.slice(0, -1);
  const all = wordsOf(path);
  if (RATE.test(all) || path.some(({ unit }) => unit?.text === '%')) return 'rate';
  if (PAST.test(all)) return 'past';
  if (PLAN.test(all) && !/实际|实缴|完成/.test(own?.text ?? '')) return 'plan';
  const ofField = own?.field && FIELD_KIND[own.field.id];
  if (ofField) return ofField;
  if (WIDER.test(own?.text ?? '')) return 'version';
  const near = wordsOf([...parents.filter(({ text }) => !HEADING.test(text)), ...(own ? [own] : [])]);
  const kind = family === 'tax' ? taxKind(near, own) : areaKind(near, own, path.length);
  if (kind) return kind;
  if (own?.field?.id === 'landArea' || own?.field?.id === 'taxPaid') return 'plain';
  return isNeutral(own?.name ?? '') ? 'plain' : 'unknown';
}

/** Whether a name holds nothing but words that any ledger may put before its amounts. */
export function isNeutral(name: string): boolean {
  return name.replace(WHOLE_PERIOD, '').replace(NEUTRAL, '') === '';
}

/** Whether a text speaks of another time, of an intention, or of a rate. */
export function isElsewhere(text: string): boolean {
  return RATE.test(text) || PAST.test(text) || PLAN.test(text);
}

function wordsOf(path: readonly Header[]): string {
  return path.map(({ text }) => text.replace(INSIDE, '')).join('/');
}

function taxKind(near: string, own: Header | undefined): Kind | undefined {
  if (TAX_LESSER.test(near.replace(INCLUDED, ''))) return 'lesser';
  if (PERIOD.test(near.replace(WHOLE_PERIOD, '')) && !isWholeYear(near, own)) return 'period';
  if (TAX_PART.test(near)) return 'part';
  return TAX_VERSION.test(near) ? 'version' : undefined;
}

/** 累计 and 全年 beside 本月: the year's, unless what they stand under ends before the year does (2025年1—9月 | 累计). */
function isWholeYear(near: string, own: Header | undefined): boolean {
  const text = own?.text ?? '';
  return /全年/.test(text) || (/累计/.test(text) && !PART_OF_YEAR.test(near.replace(WHOLE_PERIOD, '')));
}

function areaKind(near: string, own: Header | undefined, depth: number): Kind | undefined {
  if (AREA_LESSER.test(near)) return 'lesser';
  if (depth > 1 && BARE_PART.test(own?.name ?? '')) return 'part';
  if (AREA_VERSION.test(own?.text ?? '')) return 'version';
  return AREA_PART.test(own?.name ?? '') && !/合计|小计|总/.test(own?.name ?? '') ? 'part' : undefined;
}
