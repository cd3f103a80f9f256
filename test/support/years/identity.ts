import type { Chance } from './chance';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const BODY_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** A credit code with both check digits right, of an enterprise's number: numbers beside each other give codes beside each other. */
export function wholeCode(id: number, chance: Chance): string {
  const kind = chance.happens(0.5) ? 'MA' : '5';
  const body = kind + String(id + 1000).padStart(8 - kind.length, '0');
  const sum = [...body].reduce((total, sign, at) => total + (BODY_WEIGHTS[at] ?? 0) * parseInt(sign, 36), 0);
  const own = (11 - (sum % 11)) % 11;
  const start = `91330683${body}${own === 10 ? 'X' : String(own)}`;
  const whole = [...start].reduce((total, sign, at) => total + (WEIGHTS[at] ?? 0) * ALPHABET.indexOf(sign), 0);
  return start + (ALPHABET[(31 - (whole % 31)) % 31] ?? '');
}

const PLACES = ['越州', '江南', '东海', '长河', '石桥', '安平', '嵊东', '剡溪'];
const FIRST = '恒永宏金顺明力丰联天华正博瑞鼎嘉盛泰源通';
const SECOND = '茂信基桥达辉源泽创佑瑞和远兴隆昌利宝康荣';
const TRADES = ['机械', '纺织', '轴承', '化纤', '铸造', '五金', '电机', '包装', '厨具', '塑业', '液压', '领带'];
const KINDS = ['有限公司', '有限公司', '有限公司', '股份有限公司', '（浙江）有限公司', '有限责任公司'];

/** A name of an enterprise; now and then two have the same one. */
export function firmName(id: number, chance: Chance): string {
  const pick = (list: readonly string[] | string) => list[chance.below(list.length)] ?? '';
  const own = pick(FIRST) + pick(SECOND) + (chance.happens(0.97) ? pick(FIRST) : '');
  return `${PLACES[id % PLACES.length] ?? ''}${own}${pick(TRADES)}${pick(KINDS)}`;
}
