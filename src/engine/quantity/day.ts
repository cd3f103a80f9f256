/** A day as ISO text, "2023-06-30": comparable as text, free of time zones. */
export type Day = string & { readonly unit: 'day' };

/** Before every period: what has no period holds on it, what has one does not. */
export const NO_DAY = '1900-01-01' as Day;

const DAYS_PER_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Days in a month of the Gregorian calendar; month counts from 1. */
export function daysInMonth(year: number, month: number): number {
  const leap = month === 2 && ((year % 4 === 0 && year % 100 !== 0) || year % 400 === 0);
  return leap ? 29 : (DAYS_PER_MONTH[month - 1] ?? 0);
}

/** The day of a year, month (1-12) and day of month, or undefined where there is none (31 April). Years 1900 to 2200. */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  if (![year, month, date].every(Number.isInteger)) return undefined;
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) {
    return undefined;
  }
  const two = (part: number) => String(part).padStart(2, '0');
  return `${year}-${two(month)}-${two(date)}` as Day;
}

/** The calendar year of a day. */
export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** The day of an Excel serial number (1900 system; 1 = 1900-01-01, with Excel's 29 February 1900), or undefined. */
export function dayOfSerial(serial: number): Day | undefined {
  if (!Number.isFinite(serial) || serial < 1 || serial >= 109_575) return undefined;
  // Civil-from-days (proleptic Gregorian), counted from 1899-12-30, which makes serials from 61 on right.
  const days = Math.floor(serial) + (serial < 60 ? 1 : 0) - 25_569 + 719_468;
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return dayOf(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date);
}

const YMD = /^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?)?月?$/;

/**
 * Reads a base date: ISO or Chinese text ("2023-06-30", "2023年6月30日", "20230630"), or an Excel serial number.
 * A year and month alone mean the month's last day (rulebook 0). Undefined where it cannot be read.
 */
export function parseDay(value: string | number): Day | undefined {
  if (typeof value === 'number') return value > 19_000_000 ? parseDay(String(value)) : dayOfSerial(value);
  const text = value.normalize('NFKC').replace(/\s+/g, '').replace(/T.*$/, '');
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (compact) return dayOf(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  const match = YMD.exec(text.replace(/底前?$/, ''));
  if (!match) return undefined;
  const year = Number(match[1]);
  const month = Number(match[2]);
  return dayOf(year, month, match[3] === undefined ? daysInMonth(year, month) : Number(match[3]));
}

/** The day that a text names in full: year, month and day; undefined for a period or anything else. */
export function dayOfText(text: string): Day | undefined {
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  return /^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?$|^\d{8}$/.test(plain) ? parseDay(plain) : undefined;
}
