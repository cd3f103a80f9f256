/** A unit as its base, with how many of them it is: 万千瓦时 is 10,000,000 瓦时. */
interface Scale {
  readonly base: string;
  readonly times: number;
}

const PREFIXES: Readonly<Record<string, number>> = {
  百亿: 1e10,
  十亿: 1e9,
  亿: 1e8,
  千万: 1e7,
  百万: 1e6,
  兆: 1e6,
  万: 1e4,
  千: 1e3,
  百: 1e2,
};
/** What units are called besides, without blanks and in capitals, longest first. */
const CALLED: readonly (readonly [text: string, means: string])[] = [
  ['吨标准煤', '百万克标煤'],
  ['公斤标准煤', '千克标煤'],
  ['标准煤', '标煤'],
  ['吨标煤', '百万克标煤'],
  ['公斤标煤', '千克标煤'],
  ['KGCE', '千克标煤'],
  ['TCE', '百万克标煤'],
  ['MWH', '兆瓦时'],
  ['KWH', '千瓦时'],
  ['立方', '立方米'],
  ['方', '立方米'],
  ['M3', '立方米'],
  ['公斤', '千克'],
  ['KG', '千克'],
  ['吨', '百万克'],
  ['度', '千瓦时'],
  ['家', '户'],
  ['名', '人'],
];
const BASES: ReadonlySet<string> = new Set(
  '元 角 克 克标煤 瓦时 立方米 亩 人 户 个 宗 次 项 件 台 套 年 月 天 日 小时 分 倍'.split(' '),
);

/**
 * By how much a number in one unit is to be multiplied to be in another: 1 for 元/度 and 元/千瓦时, 10,000 for 万千瓦时 and 千瓦时.
 * Undefined where they are not known to measure the same.
 */
export function scaleBetween(from: string, to: string): number | undefined {
  const [one, other] = [plain(from), plain(to)];
  if (one === other) return 1;
  const [a, b] = [quotient(one), quotient(other)];
  // Powers of ten: the product with one of them above 1 loses no digit.
  return a && a.base === b?.base ? a.times / b.times : undefined;
}

/** What is weighed or metered: such a unit needs no quotient to be told from a word. */
const METERED: ReadonlySet<string> = new Set(['克', '克标煤', '瓦时', '立方米']);

/** Whether a text can be nothing but a unit that is known here: 万吨标煤, 万元/吨标煤; 次 and 项 are words as well. */
export function isKnownUnit(text: string): boolean {
  const own = plain(text);
  const scale = quotient(own);
  return scale !== undefined && (METERED.has(scale.base) || /[/每]/.test(own));
}

/** Whether a text is a unit that is known here, or a quotient, which nothing but a unit is. */
export function looksLikeUnit(text: string): boolean {
  return quotient(plain(text)) !== undefined || /[/每]/.test(text);
}

/** 吨/年 and 万元/人·年 are of a year, as all figures of a ledger are. */
const OF_A_YEAR = /(?<=.)[/·.]?年$/;

function plain(text: string): string {
  const whole = text.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
  return whole.replace(OF_A_YEAR, '');
}

function quotient(text: string): Scale | undefined {
  const parts = text.split(/[/每]/).map(simple);
  const [upper, lower] = parts;
  if (!upper || parts.length > 2 || parts.includes(undefined)) return undefined;
  return lower ? { base: `${upper.base}/${lower.base}`, times: upper.times / lower.times } : upper;
}

function simple(text: string): Scale | undefined {
  const known = CALLED.find(([own, means]) => text.endsWith(own) && !text.endsWith(means));
  const whole = known ? text.slice(0, text.length - known[0].length) + known[1] : text;
  return scaled(whole, 1);
}

function scaled(text: string, times: number): Scale | undefined {
  if (BASES.has(text)) return { base: text, times };
  const prefix = Object.keys(PREFIXES).find((own) => text.startsWith(own));
  return prefix === undefined ? undefined : scaled(text.slice(prefix.length), times * (PREFIXES[prefix] ?? 1));
}
