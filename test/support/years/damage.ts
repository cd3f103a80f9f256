import type { Chance } from './chance';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** A code as clerks and spreadsheets spoil it: a sign wrong, a check digit wrong, one missing, two exchanged, cut to a number, or not there. */
export function damaged(code: string, chance: Chance): string {
  const at = chance.below(18);
  const other = ALPHABET[(ALPHABET.indexOf(code[at] ?? '0') + 1 + chance.below(29)) % 31] ?? '0';
  const isNumber = /^\d+$/.test(code);
  const ways = [
    () => code.slice(0, at) + other + code.slice(at + 1),
    () => code.slice(0, 17) + (code.endsWith('0') ? '1' : '0'),
    () => code.slice(0, at) + code.slice(at + 1),
    () =>
      code.slice(0, Math.min(at, 16)) +
      (code[Math.min(at, 16) + 1] ?? '') +
      (code[Math.min(at, 16)] ?? '') +
      code.slice(Math.min(at, 16) + 2),
    () => (isNumber ? `${code.slice(0, 15)}000` : ''),
    () => '',
  ];
  return ways[chance.below(ways.length)]?.() ?? code;
}

/** The same name in another hand: brackets, blanks, width, 有限责任公司. */
export function otherSpelling(name: string): string {
  if (name.includes('（')) return name.replace('（', '(').replace('）', ')');
  if (name.endsWith('有限责任公司')) return name.replace('有限责任公司', '有限公司');
  return `${name.slice(0, 4)} ${name.slice(4)}`;
}
