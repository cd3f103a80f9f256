import { dayOf, dayOfSerial, daysInMonth, type Day } from '../quantity/day';
import { found, isMissingMark, MISSING, UNREADABLE, type Cell, type Reading } from './cell';

/** A cell's day. `other` is the second reading of a number that may mean two months: 2021.1 is January, or 2021.10 cut short. */
export interface DateReading {
  readonly day: Day;
  readonly other?: Day;
}

/**
 * Reads a date as ledgers write it (domain/ledgers.md, quirk 10): a serial number, 2021.6, 2021.10.9, 2021年3月26日,
 * 2021/02/24, 20210224, 2021年6月底前, 2021年底, 2021年上半年, 2021年一季度. A period alone means its last day.
 * 二〇二一年六月 is 2021年6月; of a span from one date to another (2021/6-2022/3) the last day counts. Text 2021.10 is October; the number 2021.1 is read as January with October as its other reading.
 * A date without a year, or one that is only planned, is unreadable.
 */
export function readDate(cell: Cell): Reading<DateReading> {
  if (typeof cell === 'number') return ofNumber(cell);
  if (typeof cell !== 'string') return cell === null || cell === undefined ? MISSING : UNREADABLE;
  const text = plainDate(cell);
  if (isMissingMark(text)) return MISSING;
  return reading(dayOfText(text) ?? lastOfSpan(text));
}

/** Both ends must be dates by themselves, with their years: 2021/6-8 may be a day too. */
function lastOfSpan(text: string): Day | undefined {
  for (const { index, 0: sign } of text.matchAll(/[-—–~至到]+/g)) {
    const [from, to] = [dayOfText(text.slice(0, index)), dayOfText(text.slice(index + sign.length))];
    if (from !== undefined && to !== undefined && from <= to) return to;
  }
  return undefined;
}

function reading(day: Day | undefined): Reading<DateReading> {
  return day === undefined ? UNREADABLE : found({ day });
}

const DIGITS = '〇一二三四五六七八九';
const CHINESE_YEAR = /[〇○零一二三四五六七八九]{4}(?=年)/;

/** 二〇二一年十二月三十一日 in digits; a text without such a year is left alone, for its 一季度 is no 1季度. */
function withDigits(text: string): string {
  if (!CHINESE_YEAR.test(text)) return text;
  return text
    .replace(CHINESE_YEAR, (year) => [...year.replace(/[○零]/g, '〇')].map((digit) => DIGITS.indexOf(digit)).join(''))
    .replace(/[一二三四五六七八九十]{1,3}(?=[月日号])/g, (number) => String(ofNumeral(number)));
}

/** 一 to 九十九. */
function ofNumeral(text: string): number {
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['〇', text];
  return (tens === '' ? 1 : DIGITS.indexOf(tens)) * 10 + (ones === '' ? 0 : DIGITS.indexOf(ones));
}

/** Half width, without blanks, without a time of day, without the words around a date. */
function plainDate(text: string): string {
  return withDigits(text.normalize('NFKC'))
    .trim()
    .replace(/(\d)(?:T|\s+)\d{1,2}:\d{2}.*$/i, '$1')
    .replace(/[\s\u200b\u00a0'‘’]+/g, '')
    .replace(/(?:之前|以前|前|止|已?销号|已?完成|已?验收)$/, '');
}

/** Years and serial numbers do not meet: a whole number up to 2200 is a year, and no ledger goes back to 1906. */
function ofNumber(value: number): Reading<DateReading> {
  if (value === 0) return MISSING;
  const text = String(value);
  if (/^(?:19|20|21)\d{2}$/.test(text)) return reading(endOf(Number(text), 12));
  if (!Number.isInteger(value) && value >= 1900 && value < 2201) return ofYearAndMonth(text);
  if (/^(?:19|20|21)\d{4}(?:\d{2})?$/.test(text)) return reading(ofDigits(text));
  return reading(value > 2200 ? dayOfSerial(value) : undefined);
}

/** The number 2021.1 is also what Excel makes of 2021.10. */
function ofYearAndMonth(text: string): Reading<DateReading> {
  const match = /^(\d{4})\.(\d{1,2})$/.exec(text);
  const [year, month] = [Number(match?.[1]), Number(match?.[2])];
  const day = endOf(year, month);
  const other = match?.[2] === '1' ? endOf(year, 10) : undefined;
  return day === undefined ? UNREADABLE : found({ day, ...(other === undefined ? {} : { other }) });
}

function endOf(year: number, month: number): Day | undefined {
  return dayOf(year, month, daysInMonth(year, month));
}

function ofDigits(text: string): Day | undefined {
  const [year, month] = [Number(text.slice(0, 4)), Number(text.slice(4, 6))];
  return text.length === 6 ? endOf(year, month) : dayOf(year, month, Number(text.slice(6)));
}

const DAY = /^(\d{4})[-/.年、](\d{1,2})[-/.月、](\d{1,2})[日号]?$/;
const MONTH = /^(\d{4})[-/.年、](\d{1,2})(?:月份?)?(上旬|中旬|下旬|初|中|底|末)?$/;
const YEAR = /^(\d{4})年?度?(年?(?:底|末)|上半年|下半年|全年|前?[1-4一二三四]个?季度|第[1-4一二三四]季度|Q[1-4])?$/i;

function dayOfText(text: string): Day | undefined {
  if (/^\d{5}$/.test(text)) return dayOfSerial(Number(text));
  if (/^\d{6}(?:\d{2})?$/.test(text)) return ofDigits(text);
  const day = DAY.exec(text);
  if (day) return dayOf(Number(day[1]), Number(day[2]), Number(day[3]));
  const month = MONTH.exec(text);
  if (month) return inMonth(Number(month[1]), Number(month[2]), month[3]);
  const year = YEAR.exec(text);
  return year ? endOf(Number(year[1]), lastMonth(year[2] ?? '')) : undefined;
}

/** The first, second or last ten days of a month, or the month, by their last day. */
function inMonth(year: number, month: number, part: string | undefined): Day | undefined {
  const last = part === '上旬' || part === '初' ? 10 : part === '中旬' || part === '中' ? 20 : undefined;
  return last === undefined ? endOf(year, month) : dayOf(year, month, last);
}

function lastMonth(part: string): number {
  if (part === '上半年') return 6;
  const quarter = /[1-4一二三四]/.exec(part)?.[0];
  if (quarter === undefined) return 12;
  return 3 * ('一二三四'.indexOf(quarter) + 1 || Number(quarter));
}
