import type { AssumptionId, AssumptionOrigin, AssumptionUnit } from '../engine/simulate/index';

/** The languages users read. */
type Language = 'zh-CN' | 'en';
type Words = Readonly<Record<Language, string>>;

/** The name of an assumption and what it rests on. */
interface AssumptionWords {
  readonly label: Words;
  readonly note: Words;
}

const words = (chinese: string, english: string): Words => ({ 'zh-CN': chinese, en: english });

const WORDS: Readonly<Record<AssumptionId, AssumptionWords>> = {
  squareMetresPerMu: { label: words('每亩平方米数', 'Square metres per mu'), note: words('定义', 'definition') },
  plannedPlotRatioDefault: {
    label: words('规划容积率上限（台账缺时）', 'Planned plot ratio where the ledger has none'),
    note: words('外地鼓励值借作上限，须由资规部门核实', "other places' encouraged value, used as a limit"),
  },
  landPrice: {
    label: words('工业地价', 'Industrial land price'),
    note: words('须改填当地基准地价', 'to be replaced by the local benchmark price'),
  },
  landPricePlotRatio: {
    label: words('基准地价对应容积率', 'Plot ratio of the benchmark price'),
    note: words('须与当地基准地价的内涵一致', 'must match the local benchmark price'),
  },
  buildingCost: {
    label: words('建安成本', 'Building cost'),
    note: words('另见多层 1966、小高层 2565 元的转引数', 'also seen: 1,966 and 2,565 yuan, second-hand'),
  },
  buildingSubsidy: {
    label: words('建设补助', 'Building subsidy'),
    note: words('默认不补', 'none by default'),
  },
  monthlyRent: {
    label: words('厂房月净租金', 'Monthly net rent'),
    note: words('须改填当地租金', 'to be replaced by the local rent'),
  },
  occupancy: { label: words('出租率', 'Occupancy'), note: words('须按当地情况核对', 'to be checked locally') },
  uptakeCeiling: {
    label: words('最多有多少企业愿意改造', 'Greatest share of owners who respond'),
    note: words('没有统计依据，对结果影响最大的几项之一', 'no statistics behind it; among the most sensitive'),
  },
  uptakeMidpoint: {
    label: words('半数企业愿意改造时的投资回收期', 'Payback at which half of them respond'),
    note: words('没有统计依据，对结果影响最大的几项之一', 'no statistics behind it; among the most sensitive'),
  },
  uptakeSpread: {
    label: words('回收期长短对企业意愿的影响', 'How slowly the response falls with the payback'),
    note: words('没有统计依据，对结果影响最大的几项之一', 'no statistics behind it; among the most sensitive'),
  },
  uptakePace: {
    label: words('愿意改造的企业每年动工的比例', 'Share of responding owners who begin each year'),
    note: words('100% 为当年全部动工', '100 %: all in the first year'),
  },
  constructionLag: { label: words('建设期', 'Building time'), note: words('向上取整到年', 'rounded up to years') },
  rampYear1: {
    label: words('投产第一年达产比例', 'Share of mature tax in the first year'),
    note: words('经验假设', 'a guess from experience'),
  },
  rampYear2: {
    label: words('投产第二年达产比例', 'Share of mature tax in the second year'),
    note: words('经验假设', 'a guess from experience'),
  },
  rampYear3: {
    label: words('投产第三年起达产比例', 'Share of mature tax from the third year on'),
    note: words('经验假设', 'a guess from experience'),
  },
  newTaxPerSquareMetre: {
    label: words('新增厂房达产后的税收', 'Mature tax on new floors'),
    note: words('由其他地方的亩均目标推算', "derived from other places' targets per mu"),
  },
  newTaxWeight: {
    label: words('新增厂房按新标准计税的比重', 'Weight of the new tax intensity'),
    note: words('其余按本企业现有水平', "the rest follows the parcel's own level"),
  },
  retainedTaxShare: {
    label: words('县级留存占全口径税收', 'Share of tax the county keeps'),
    note: words('只计国家分成，省市再分未计', 'national shares only; province and city not counted'),
  },
  discountRate: { label: words('贴现率', 'Discount rate'), note: words('可为 0', 'may be 0') },
  horizon: { label: words('推演年限', 'Years projected'), note: words('首年之后的年数', 'years after the first') },
  ownTaxGrowth: {
    label: words('存量企业税收年增长', 'Yearly growth of existing tax'),
    note: words('默认不增不减', 'none by default'),
  },
  disposalOnTime: {
    label: words('处置按期完成的比例', 'Share of planned disposal done in its year'),
    note: words('没有统计依据；未按期的顺延到以后年度', 'no statistics behind it; the rest follows in later years'),
  },
  acquisitionPrice: {
    label: words('收储地价', 'Acquisition price of land'),
    note: words('未找到可引用的标准', 'no standard found to cite'),
  },
  buildingCompensation: {
    label: words('房屋补偿', 'Compensation for buildings'),
    note: words('未找到可引用的标准', 'no standard found to cite'),
  },
  demolitionCost: {
    label: words('拆除费用', 'Demolition'),
    note: words('未找到可引用的标准', 'no standard found to cite'),
  },
  netSupplyShare: {
    label: words('净供地率', 'Share of land granted again'),
    note: words('其余为道路、绿地等', 'the rest is roads and green'),
  },
  resalePrice: {
    label: words('再出让地价', 'Price of land granted again'),
    note: words('须改填当地地价', 'to be replaced by the local price'),
  },
  resupplyDelay: {
    label: words('处置到再出让的年数', 'Years from disposal to grant'),
    note: words('经验假设', 'a guess from experience'),
  },
  newProjectTaxPerMu: {
    label: words('新项目亩均税收', 'Tax per mu of the new project'),
    note: words('外地目标值，不是实际值', "another place's target, not a result"),
  },
  subsidyReference: {
    label: words('建设补助的参考上限', 'Reference limit of the subsidy'),
    note: words('只用于提示，不参与计算', 'for a warning only'),
  },
};

const UNITS: Readonly<Record<AssumptionUnit, Words>> = {
  squareMetresPerMu: words('平方米/亩', 'm² per mu'),
  ratio: words('倍', ''),
  share: words('%', '%'),
  wanYuanPerMu: words('万元/亩', '10,000 yuan per mu'),
  yuanPerSquareMetre: words('元/平方米', 'yuan per m²'),
  yuanPerSquareMetreMonth: words('元/平方米·月', 'yuan per m² a month'),
  yuanPerSquareMetreYear: words('元/平方米·年', 'yuan per m² a year'),
  years: words('年', 'years'),
};

/** The name of an assumption. */
export function assumptionLabel(id: AssumptionId, language: Language): string {
  return WORDS[id].label[language];
}

/** The unit of an assumption. */
export function assumptionUnitText(unit: AssumptionUnit, language: Language): string {
  return UNITS[unit][language];
}

/** What a figure of an assumption is multiplied with to be shown: a share is shown in percent. */
export function shownFactor(unit: AssumptionUnit): number {
  return unit === 'share' ? 100 : 1;
}

/** A figure multiplied for showing, or divided again, without the noise of binary fractions. */
export function scaled(value: number, factor: number): number {
  return Number((value * factor).toPrecision(12));
}

/** What a default rests on: 来源 with the document, or 假设 with what is known against it. Documents stay Chinese. */
export function assumptionOriginText(id: AssumptionId, origin: AssumptionOrigin, language: Language): string {
  const note = WORDS[id].note[language];
  if (origin.kind === 'definition') return note;
  const source = origin.source === undefined ? '' : origin.source;
  const parts = [source, note].filter((part) => part !== '');
  if (language === 'zh-CN') return `${origin.kind === 'source' ? '来源' : '假设'}：${parts.join('；')}`;
  return `${origin.kind === 'source' ? 'Source' : 'Assumption'}: ${parts.join('; ')}`;
}
