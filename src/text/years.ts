import type { Cause, Figure, Held, LearntFigure, SpreadFactor, TroubleFound, YearTrouble } from '../engine/years/index';
import type { Language } from './language';

type Words = Readonly<Record<Language, string>>;

const FIGURES: Readonly<Record<Figure, Words>> = {
  taxGrowth: { 'zh-CN': '留存企业税收年增长', en: 'growth of tax of those that stay' },
  valueAddedGrowth: { 'zh-CN': '留存企业增加值年增长', en: 'growth of value added of those that stay' },
  ownLuck: { 'zh-CN': '单户税收一年的起伏', en: 'how much one enterprise’s tax moves' },
  exitShare: { 'zh-CN': '一年退出企业的比例', en: 'enterprises that go in a year' },
  entryShare: { 'zh-CN': '一年新进企业的比例', en: 'enterprises that come in a year' },
  buildShare: { 'zh-CN': '一年提高容积率的地块比例', en: 'parcels that build in a year' },
  onTime: { 'zh-CN': '处置按期完成的比例', en: 'disposals on time' },
  buildTime: { 'zh-CN': '开工到竣工的时间', en: 'time from start to completion' },
  landPrice: { 'zh-CN': '土地成交单价', en: 'land price realised' },
  acquisitionPrice: { 'zh-CN': '收储地价', en: 'price of land taken back' },
};

/** What a figure learnt from years is called. */
export function figureText(figure: Figure, language: Language): string {
  return FIGURES[figure][language];
}

const places = (value: number, digits: number) => value.toLocaleString('zh-CN', { maximumFractionDigits: digits });

const UNITS: Readonly<Partial<Record<Figure, Words>>> = {
  buildTime: { 'zh-CN': ' 年', en: ' years' },
  landPrice: { 'zh-CN': ' 万元/亩', en: ' 10k yuan/mu' },
  acquisitionPrice: { 'zh-CN': ' 万元/亩', en: ' 10k yuan/mu' },
};

/** A figure in its unit, to one place as in its table: a share in %, years, 万元/亩. */
export function figureValueText(figure: Figure, value: number, language: Language): string {
  const unit = UNITS[figure]?.[language];
  return unit === undefined ? `${toOnePlace(value * 100)}%` : `${toOnePlace(value)}${unit}`;
}

/** Where a figure lies nine times in ten; a unit is said once, a % with each end. */
function figureRangeText(figure: Figure, [low, high]: readonly [number, number], language: Language): string {
  const first = UNITS[figure] ? toOnePlace(low) : figureValueText(figure, low, language);
  return `${first}${language === 'en' ? ' to ' : ' 至 '}${figureValueText(figure, high, language)}`;
}

function toOnePlace(value: number): string {
  return value.toLocaleString('zh-CN', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}

/** Deviations between default and ledgers beyond which it is said that they are at odds. */
const AT_ODDS = 2;

/** A figure with its interval and its ground: 来源：本县 2022–2023 年台账，n = 412; or why the default stays. */
export function learntText(learnt: LearntFigure, years: readonly number[], language: Language): string {
  const { figure, state, n, value, low, high, weight, observed, apart } = learnt;
  const [name, at] = [figureText(figure, language), (of: number) => figureValueText(figure, of, language)];
  if (state !== 'learnt')
    return `${name}${KEPT[state][language].replace('{n}', String(n)).replace('{value}', at(value))}`;
  const share = places(weight * 100, 0);
  const range = figureRangeText(figure, [low, high], language);
  const grounds = groundText({ first: years[0] ?? NaN, last: years.at(-1) ?? NaN, n }, language);
  if (language === 'en') {
    const odds =
      apart > AT_ODDS ? ` The ledgers and the default are at odds: the ledgers alone say ${at(observed)}.` : '';
    return `${name} ${at(value)}, nine in ten from ${range}. ${grounds}, with a weight of ${share}% against the default.${odds}`;
  }
  const odds = apart > AT_ODDS ? `单看台账是 ${at(observed)}，和默认值相差很大，请核对口径后再定。` : '';
  return `${name} ${at(value)}，九成把握在 ${range}。${grounds}，台账占 ${share}%，其余取默认值。${odds}`;
}

/** Where a figure comes from: 来源：本县 2022–2023 年台账，n = 412. */
export function groundText(
  { first, last, n }: { readonly first: number; readonly last: number; readonly n: number },
  language: Language,
): string {
  const years = first === last ? String(last) : `${String(first)}–${String(last)}`;
  return language === 'en' ? `Ledgers of ${years}, n = ${String(n)}` : `来源：本县 ${years} 年台账，n = ${String(n)}`;
}

const KEPT: Readonly<Record<Exclude<LearntFigure['state'], 'learnt'>, Words>> = {
  few: {
    'zh-CN': '：台账里只有 {n} 例，不足 5 例，仍用默认值 {value}。',
    en: ': the ledgers hold {n} cases, fewer than 5; the default stays, {value}.',
  },
  none: {
    'zh-CN': '：台账里没有可以推算的数，仍用默认值 {value}。',
    en: ': the ledgers tell nothing of it; the default stays, {value}.',
  },
  trouble: {
    'zh-CN': '：两年台账对不上，没有推算，仍用默认值 {value}。',
    en: ': the years cannot be compared; the default stays, {value}.',
  },
};

const TROUBLES: Readonly<Record<YearTrouble, Words>> = {
  gap: {
    'zh-CN': '{before}年和{after}年中间缺 {measure} 年的台账，看不出一年的变化，没有推算。请补上中间的台账。',
    en: 'Ledgers of {measure} years between {before} and {after} are not there; a year’s change is not to be seen. Add them.',
  },
  noCommonKey: {
    'zh-CN':
      '{before}年和{after}年的台账对不上企业：信用代码、名称、地块编码都很少相同。请确认是同一个县的台账，并补上信用代码。',
    en: 'Hardly any enterprise of {before} is found again in {after}. Check that both are ledgers of one county, and enter credit codes.',
  },
  fewPairs: {
    'zh-CN': '{before}年和{after}年的台账只有 {measure} 户企业相同，不足 5 户，没有推算。请换企业更全的台账。',
    en: 'Only {measure} enterprises of {before} are found again in {after}; nothing is learnt from fewer than 5. Choose fuller ledgers.',
  },
  sameLedger: {
    'zh-CN': '{before}年和{after}年的台账完全相同，是同一份。请选另一年的台账。',
    en: 'The ledgers of {before} and {after} are the same. Choose that of another year.',
  },
  unchanged: {
    'zh-CN':
      '{after}年有 {percent} 的企业税收和{before}年分毫不差，像是照抄上年。税收增长没有推算，请核对{after}年的税收。',
    en: 'The taxes of {percent} of the enterprises in {after} are those of {before} to the last digit. Growth is not learnt; check them.',
  },
  areaUnits: {
    'zh-CN': '{after}年的用地面积一般是{before}年的 {measure} 倍，像是亩和平方米混用。请在台账里改对单位再推算。',
    en: 'Land in {after} is {measure} times that of {before}, as if units differed. Mend the unit first.',
  },
  taxUnits: {
    'zh-CN': '{after}年的税收一般是{before}年的 {measure} 倍，像是万元和元混用。税收增长没有推算，请在台账里改对单位。',
    en: 'Taxes in {after} are {measure} times those of {before}, as if units differed. Growth is not learnt; mend the unit.',
  },
  definition: {
    'zh-CN':
      '{after}年各企业的税收普遍是{before}年的 {measure} 倍，像是税收口径变了。税收增长没有推算，请换同一口径的数。',
    en: 'Taxes in {after} are {measure} times those of {before} for most, as if another tax were counted. Growth is not learnt.',
  },
  halfFilled: {
    'zh-CN':
      '{before}年和{after}年里，较少一年的企业或税收只有另一年的 {percent}，像是没有填完。增长和进出没有推算，请填完再来。',
    en: 'One of {before} and {after} has {percent} of the other’s enterprises or taxes, as if not filled in. Growth and exits are not learnt.',
  },
};

/** Why two years tell nothing, or nothing of their tax, and what to do. */
export function yearTroubleText(
  { trouble, measure }: TroubleFound,
  years: { readonly before: number; readonly after: number },
  language: Language,
): string {
  return TROUBLES[trouble][language]
    .replaceAll('{before}', String(years.before))
    .replaceAll('{after}', String(years.after))
    .replace('{measure}', places(measure, measure < 0.1 ? 5 : 1))
    .replace('{percent}', `${places(measure * 100, 0)}%`);
}

/** One year's ledger alone, from which nothing of the years can be told. */
export function oneYearText(language: Language): string {
  return language === 'en'
    ? 'There is one year only. Choose an earlier year’s ledger as well.'
    : '只有一年的台账，看不出变化。请再选一份往年的台账。';
}

/** Where a figure that happened lies in what was projected: 在九成范围内 / 偏高 / 偏低. */
export function rankText({ actual, p5, p95 }: Pick<Held, 'actual' | 'p5' | 'p95'>, language: Language): string {
  if (actual > p95) return language === 'en' ? 'above the nine in ten' : '比九成范围偏高';
  if (actual < p5) return language === 'en' ? 'below the nine in ten' : '比九成范围偏低';
  return language === 'en' ? 'within the nine in ten' : '在九成范围内';
}

/** The same in as few words as a column of a table has room for. */
export function rankShort({ actual, p5, p95 }: Pick<Held, 'actual' | 'p5' | 'p95'>, language: Language): string {
  if (actual > p95) return language === 'en' ? 'above' : '偏高';
  if (actual < p5) return language === 'en' ? 'below' : '偏低';
  return language === 'en' ? 'within' : '范围内';
}

/** What a projection had wrong, with what was assumed and what happened. */
export function causeText(
  cause: Cause,
  names: { readonly enterprise: string; readonly township: string },
  language: Language,
): string {
  const isEnglish = language === 'en';
  const share = (value: number) => `${places(value * 100, 1)}%`;
  if (cause.kind === 'growth') {
    const [assumed, happened] = [share(cause.assumed), share(cause.happened)];
    return isEnglish
      ? `Growth: ${assumed} a year was assumed, ${happened} happened.`
      : `增长没有估准：推演时按每年 ${assumed}，实际约 ${happened}。`;
  }
  if (cause.kind === 'exits') {
    const [assumed, happened] = [share(cause.assumed), share(cause.happened)];
    const where = cause.township === undefined ? '' : names.township;
    return isEnglish
      ? `Exits${where && ` in ${where}`}: ${assumed} a year were expected, ${happened} went.`
      : `退出没有估准：推演时按每年 ${assumed} 的企业退出，${where}实际退出 ${happened}${where && '，比较集中'}。`;
  }
  const [before, now] = [places(cause.before, 0), places(cause.now, 0)];
  return isEnglish
    ? `One enterprise: ${names.enterprise} paid ${before} before and ${now} now (10k yuan).`
    : `一户企业影响大：${names.enterprise}的税收由 ${before} 万元变为 ${now} 万元。`;
}

/** How often nine in ten held, and by how much fans would be widened. */
export function spreadText({ factor, n, inside }: SpreadFactor, language: Language): string {
  const wide = places(factor, 2);
  const isWider = factor > 1;
  return language === 'en'
    ? `Looked back at, ${String(inside)} of ${String(n)} figures lay within the nine in ten.${isWider ? ` As wide as happened: times ${wide} (n = ${String(n)}).` : ''}`
    : `回看 ${String(n)} 个数，有 ${String(inside)} 个落在九成范围内。${isWider ? `按这 ${String(n)} 个数，九成范围应放宽到 ${wide} 倍。` : ''}`;
}
