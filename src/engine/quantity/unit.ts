import { isKnownUnit } from './unitScale';

/** What a unit measures. `perMu` is money per land area (万元/亩). */
export type UnitDimension = 'area' | 'money' | 'perMu' | 'other';

/** A unit under its usual name (㎡ for 平方米): multiply a number by `times`, then divide by `over`, to get 亩, 万元 or 万元/亩. */
export interface Unit {
  readonly text: string;
  readonly dimension: UnitDimension;
  readonly times: number;
  readonly over: number;
}

/** 亩 = ㎡ x 3/2000 = 公顷 x 15 (domain/paths.md, Numbers): the fraction is kept whole, so that the product is taken first. */
const AREAS: readonly (readonly [names: string, times: number, over: number])[] = [
  ['亩 市亩 mu', 1, 1],
  ['万亩', 10_000, 1],
  ['㎡ m2 m² m^2 平方米 平米 平方公尺 平方', 3, 2000],
  ['千㎡ 千m2 千平方米 千平米', 3, 2],
  ['万㎡ 万m2 万平方米 万平米', 15, 1],
  ['公顷 ha hm2 hm²', 15, 1],
  ['平方公里 平方千米 km2', 1500, 1],
];

const MONIES: readonly (readonly [names: string, times: number, over: number])[] = [
  ['元 人民币元 rmb', 1, 10_000],
  ["千元 rmb'000 cny'000 '000元", 1, 10],
  ['万元 万 人民币万元', 1, 1],
  ['百万元', 100, 1],
  ['千万元', 1000, 1],
  ['亿元 亿', 10_000, 1],
];

const OTHERS =
  '% ‰ 小数 吨 吨标煤 吨标准煤 tce 万千瓦时 千瓦时 度 万度 kwh 人 万人 户 家 个 宗 年 月 天 分 万元/人 万元/人·年 万元/吨 万元/吨标煤 立方米 万立方米 m3';

function unitsOf(table: typeof AREAS, dimension: UnitDimension): (readonly [string, Unit])[] {
  return table.flatMap(([names, times, over]) => {
    const [text = ''] = names.split(' ');
    return names.split(' ').map((name) => [key(name), { text, dimension, times, over }] as const);
  });
}

const SIMPLE: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ...unitsOf(AREAS, 'area'),
  ...unitsOf(MONIES, 'money'),
  ...OTHERS.split(' ').map((text) => [key(text), { text, dimension: 'other' as const, times: 1, over: 1 }] as const),
]);

/** The unit of a kind that is so many 亩, 万元 or 万元/亩, where it has a name of its own. */
export function unitOf(dimension: UnitDimension, factor: number): Unit | undefined {
  const fits = (unit: Unit) => unit.dimension === dimension && Math.abs(unit.times / unit.over / factor - 1) < 1e-9;
  return [...SIMPLE.values()].find(fits);
}

function key(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}

/** The unit that a text such as "万元/亩", "㎡" or "公顷" names, or undefined. Money over area becomes `perMu`; 万元/吨标煤 is `other`. */
export function parseUnit(text: string): Unit | undefined {
  const whole = key(text).replace(/^单位[:：]?/, '');
  const simple = SIMPLE.get(whole);
  if (simple) return simple;
  return perMu(whole) ?? (isKnownUnit(whole) ? { text: whole, dimension: 'other', times: 1, over: 1 } : undefined);
}

function perMu(whole: string): Unit | undefined {
  const [upper, lower, ...rest] = whole.split(/[/／每]/);
  if (!upper || !lower || rest.length > 0) return undefined;
  const money = SIMPLE.get(upper);
  const area = SIMPLE.get(lower);
  if (money?.dimension !== 'money' || area?.dimension !== 'area') return undefined;
  return {
    text: `${money.text}/${area.text}`,
    dimension: 'perMu',
    times: money.times * area.over,
    over: money.over * area.times,
  };
}

/** A number in a unit, as 亩, 万元 or 万元/亩. The product is taken before the quotient: see AREAS. */
export function convert(value: number, unit: Unit): number {
  return unit.over === 1 ? value * unit.times : (value * unit.times) / unit.over;
}
