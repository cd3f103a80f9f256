import type { Draw } from './draw';

/** An enterprise as it is: land in 亩 (a multiple of 0.03, so that ㎡ and 公顷 are finite), tax in 万元. */
export interface Enterprise {
  readonly name: string;
  readonly code: string;
  readonly township: string;
  readonly land: number;
  readonly tax: number;
}

const PLACES = ['浙江', '越州', '江南', '东海', '长河', '石桥', '安平'];
const FIRMS = [
  '恒茂',
  '永信',
  '宏基',
  '金桥',
  '顺达',
  '明辉',
  '力源',
  '丰泽',
  '联创',
  '天佑',
  '甬源',
  '华瑞',
  '正源',
  '博远',
];
const TRADES = ['机械', '纺织', '轴承', '化纤', '铸造', '五金', '电机', '包装', '厨具', '塑业', '液压', '领带'];
const KINDS = ['有限公司', '有限公司', '有限公司', '股份有限公司', '厂', '有限责任公司'];
const TOWNSHIPS = ['城关镇', '东湖街道', '石桥镇', '甘霖镇', '三江街道', '长乐镇'];
/** 万元/亩 at which the tiers of 嵊州2021 change: no made-up enterprise lies near one. */
const LINES = [5, 10, 15];

/** Enterprises of a few townships, township by township, each name once, with irregular figures. */
export function madeEnterprises(draw: Draw): Enterprise[] {
  const townships = draw.some(TOWNSHIPS, draw.whole(2, 4));
  const names = draw.some(
    PLACES.flatMap((place) => FIRMS.map((firm) => place + firm)),
    26,
  );
  return townships.flatMap((township, at) =>
    Array.from({ length: draw.whole(at === 0 ? 3 : 1, 7) }, () => enterprise(draw, township, names.pop() ?? '')),
  );
}

function enterprise(draw: Draw, township: string, name: string): Enterprise {
  const land = rounded(0.03 * draw.whole(120, 2400));
  const perMu = draw.between(1.3, 24);
  const tax = rounded(land * (LINES.some((line) => Math.abs(perMu - line) < 0.15) ? perMu + 0.4 : perMu));
  return { name: name + draw.one(TRADES) + draw.one(KINDS), code: creditCode(draw), township, land, tax };
}

/** Two places, as money in 万元 and land in 亩 are kept. */
export function rounded(value: number, places = 2): number {
  return Number(value.toFixed(places));
}

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const BODY_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** A credit code with both check digits right (GB 11714, GB 32100). */
function creditCode(draw: Draw): string {
  const body = `M${Array.from({ length: 7 }, () => String(draw.whole(0, 9))).join('')}`;
  const sum = [...body].reduce((total, sign, at) => total + (BODY_WEIGHTS[at] ?? 0) * parseInt(sign, 36), 0);
  const own = (11 - (sum % 11)) % 11;
  const start = `91330683${body}${own === 10 ? 'X' : String(own)}`;
  const whole = [...start].reduce((total, sign, at) => total + (WEIGHTS[at] ?? 0) * ALPHABET.indexOf(sign), 0);
  return start + (ALPHABET[(31 - (whole % 31)) % 31] ?? '');
}
