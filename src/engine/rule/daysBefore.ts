import { dayOf, dayOfSerial, daysInMonth, type Day } from '../quantity/day';
import { daySerial } from '../quantity/daySerial';

/** The name by which rules call the day that they are applied on. */
export const BASE_DAY = '基准日';
export type Period = '年' | '个月' | '天';

const BEFORE = /^基准日前(.+?)(年|个月|天)$/;

/** The name of the last day on which something begun is 满 so long on 基准日; `amount` is a number or a value of the policy. */
export function daysBeforeName(amount: string, period: Period): string {
  return `${BASE_DAY}前${amount}${period}`;
}

/** Whether a value's name stands for 基准日 or a day told from it: such values are no numbers of the policy. */
export function isDaysBefore(name: string): boolean {
  return name === BASE_DAY || BEFORE.test(name);
}

/** 3 年 of 基准日前3年; undefined for any other name. */
export function daysBeforeText(name: string): string | undefined {
  const [, amount, period] = BEFORE.exec(name) ?? [];
  return amount === undefined ? undefined : `${amount} ${period ?? ''}`;
}

/** The policy's value that says how long, where the length is no number. */
export function valueOfPeriod(name: string): string | undefined {
  const amount = BEFORE.exec(name)?.[1];
  return amount === undefined || Number.isFinite(Number(amount)) ? undefined : amount;
}

/** The day that a name tells, as a spreadsheet counts days; NaN without a 基准日 or a length. */
export function serialOfDaysBefore(name: string, asOf: Day | undefined, values: ReadonlyMap<string, number>): number {
  if (asOf === undefined) return NaN;
  if (name === BASE_DAY) return daySerial(asOf);
  const [, text = '', period] = BEFORE.exec(name) ?? [];
  const amount = Number.isFinite(Number(text)) ? Number(text) : (values.get(text) ?? NaN);
  if (!Number.isFinite(amount)) return NaN;
  if (period === '天') return daySerial(asOf) - Math.round(amount);
  const day = monthsBefore(asOf, Math.round(period === '年' ? amount * 12 : amount));
  return day === undefined ? NaN : daySerial(day);
}

/** The day that a blank is taken for where nothing has happened: later than any. */
export const NEVER = '9999-12-31' as Day;
/** From 2200 on a day is none that comes. */
export const NO_MORE_DAYS = 109_575;

/** The day so long after another (before it, for less than 0), as a spreadsheet counts days: on the month's last where the month has no such day. */
export function dayLater(serial: number, amount: number, period: Period): number {
  if (Number.isNaN(serial) || !Number.isFinite(amount)) return NaN;
  if (serial >= NO_MORE_DAYS) return serial;
  if (period === '天') return serial + Math.round(amount);
  const [year = NaN, month = NaN, date = NaN] = (dayOfSerial(serial) ?? '').split('-').map(Number);
  const total = year * 12 + (month - 1) + Math.round(period === '年' ? amount * 12 : amount);
  const [ownYear, ownMonth] = [Math.floor(total / 12), (total % 12) + 1];
  const day = Date.UTC(ownYear, ownMonth - 1, Math.min(date, daysInMonth(ownYear, ownMonth)));
  return day / 86_400_000 + 25_569;
}

/**
 * What began on this day or before is 满 so many months on 基准日: a period ends on the day of its number, or on the month's last
 * where the month has no such day (《民法典》第202条), so from 29 February three years are over on 28 February.
 */
function monthsBefore(asOf: Day, months: number): Day | undefined {
  const [year = 0, month = 0, date = 0] = asOf.split('-').map(Number);
  const total = year * 12 + (month - 1) - months;
  const [ownYear, ownMonth] = [Math.floor(total / 12), (total % 12) + 1];
  const last = daysInMonth(ownYear, ownMonth);
  return dayOf(ownYear, ownMonth, date === daysInMonth(year, month) ? last : Math.min(date, last));
}
