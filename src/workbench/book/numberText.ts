import { numfmt } from '@univerjs/core';
import type { OfficeValue } from './value';

/** The format of a cell that has none. */
export const GENERAL = 'General';

/** Whether the format keeps what is typed as text. */
export function isTextFormat(pattern: string): boolean {
  return pattern === '@' || pattern === '@@@';
}

/** A value as the cell shows it under its number format (column width is not considered). */
export function gridNumberText(value: OfficeValue, pattern: string): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (pattern === GENERAL || pattern === '') return typeof value === 'number' ? generalText(value) : value;
  try {
    return numfmt.format(pattern, value, { locale: 'zh-CN', throws: true });
  } catch {
    // An unreadable format shows the plain value, as other programs do.
    return String(value);
  }
}

/** General shows eleven significant digits at most. */
function generalText(value: number): string {
  return numfmt.format(GENERAL, value, { throws: false });
}
