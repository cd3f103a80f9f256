import { HARMLESS } from './harmless';
import type { Header } from './header';

/** What a bracket leaves out or adds does not qualify: 实缴税收（不含社保）. */
export const INSIDE = /[(](?:不含|不包括|含|扣除)[^()]*[)]/g;
/** 其中 and numbers before a name, and what is said of how a cell is to be filled in. */
const AROUND = /[(](?:必填|选填|保留[^()]*|精确到[^()]*|填[^()]*)[)]/g;

/** 二、评价指标, （一）用地. */
const NUMBERED = /^[(]?[一二三四五六七八九十]{1,3}[)、.]/;

const KNOWN = new RegExp(
  HARMLESS.flatMap(({ words }) => words.split(' '))
    .toSorted((a, b) => b.length - a.length)
    .join('|'),
  'g',
);
const known = new Map<string, string>();
const MOST_KNOWN = 20_000;

/**
 * What is left of the texts over a column when every word is taken off that ledgers are known to write without changing what the
 * figures are: 一期, 本部, 调整后. Where something is left nobody here knows which figure it is.
 */
export function residueOf(path: readonly Header[]): string {
  return path.map(({ text }) => residueIn(text)).join('');
}

function residueIn(text: string): string {
  const seen = known.get(text);
  if (seen !== undefined) return seen;
  const left = text
    .replace(NUMBERED, '')
    .replace(INSIDE, '')
    .replace(AROUND, '')
    .replace(KNOWN, '')
    .replace(/[^\u4e00-\u9fff]/g, '');
  if (known.size < MOST_KNOWN) known.set(text, left);
  return left;
}
