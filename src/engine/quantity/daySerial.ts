import type { Day } from './day';

/** The serial number that a spreadsheet (1900 system) keeps a day as: 2024-06-30 is 45473. */
export function daySerial(day: Day): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000) + 25_569;
}
