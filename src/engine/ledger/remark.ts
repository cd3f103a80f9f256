import { convert, parseUnit } from '../quantity/unit';
import { cellText, type Cell } from './cell';

/** What a remark says of land or money that no column holds: 出租5亩. It is a hint and is never subtracted by itself. */
export interface RemarkAmount {
  readonly about: 'rentedOut' | 'rentedIn' | 'refund' | 'other';
  readonly text: string;
  /** In 亩 or 万元. */
  readonly value: number;
}

const AMOUNT = /(\d+(?:,\d{3})*(?:\.\d+)?)(万亩|亩|㎡|m2|平方米|公顷|亿元|万元|千元|元)(?!\/)/gi;
/** The word stands before its amount or behind it: 出租5亩, 5亩已转租. */
const WORDS: readonly (readonly [RemarkAmount['about'], RegExp])[] = [
  ['rentedIn', /租入|承租|租用/],
  ['rentedOut', /出租|转租|租给|外租/],
  ['refund', /留抵|退税|免抵|减免/],
  ['other', /代管|置换|收回|划拨|征收|征用|抵押|查封|分割|未办证|含|其中|另有|闲置|空闲|欠|补缴/],
];

/** Finds the amounts in a remark that carry a word which changes what a column means. */
export function amountsInRemark(cell: Cell): RemarkAmount[] {
  if (typeof cell !== 'string') return [];
  const text = cellText(cell);
  // A comma between digits is part of a number: 1,200.5万元.
  const parts = text.split(/(?<!\d),|,(?!\d{3})|[;。、]/);
  return parts.flatMap((part) => [...part.matchAll(AMOUNT)].flatMap((match) => amountOf(part, match)));
}

function amountOf(part: string, [text, digits = '', unitText = '']: RegExpMatchArray): RemarkAmount[] {
  const about = WORDS.find(([, word]) => word.test(part))?.[0];
  const unit = parseUnit(unitText);
  if (about === undefined || !unit) return [];
  return [{ about, text: part.length <= 30 ? part : text, value: convert(Number(digits.replace(/,/g, '')), unit) }];
}
