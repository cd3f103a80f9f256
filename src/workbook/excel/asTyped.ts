import type { CellValue } from '../port';

/** Text that Excel reads as a formula, number, date, time, truth value or error, when it is entered. */
const READ_AS_MORE = [
  /^[\s\p{Cf}]*[=+\-@'＝＠−]/u,
  /^[\s(（$¥￥€£#＋－+-]*[.．]?[\d０-９]/u,
  /^\s*(true|false)\s*$/i,
  /^#/,
  /^\s*(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(uary|ruary|ch|il|e|y|ust|t?ember|ober)?[\s\-/.,]*\d/i,
  /^\s*(上午|下午)/,
];

/** Excel's name for cells formatted as text: they keep every word as it is, an apostrophe before it too, and make a text of a number. */
export const TEXT = '@';

/**
 * A value as it must be given to Excel to be held as it is: text that would be read as more gets the apostrophe with
 * which a person marks text (it is not part of the cell's value).
 */
export function asTyped(value: CellValue): CellValue {
  if (typeof value === 'number') return Number.isFinite(value) ? value : '';
  if (typeof value === 'boolean') return value;
  return READ_AS_MORE.some((pattern) => pattern.test(value)) ? `'${value}` : value;
}
