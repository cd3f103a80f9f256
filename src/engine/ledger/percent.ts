import { cellText, found, isMissingMark, MISSING, UNREADABLE, type Cell, type Reading } from './cell';
import { readNumber } from './number';

/** How a column writes shares, judged over the whole column (domain/ledgers.md, quirk 15). */
export interface PercentStyle {
  /** Numbers without a sign are hundredths (3.5 is 3.5 %) or fractions already (0.035). */
  readonly bare: 'hundredths' | 'fraction';
  /** Some cells carry a sign and some do not: each is read by its own. */
  readonly mixed: boolean;
}

const SIGN = /[%‰]$/;

/** Judges a column of shares by its data cells: bare numbers are fractions only where none is above 1. */
export function percentStyle(cells: Iterable<Cell>): PercentStyle {
  let [signed, bare, most] = [0, 0, 0];
  for (const cell of cells) {
    const text = cellText(cell);
    const reading = readNumber(text.replace(SIGN, ''));
    if (reading.kind !== 'value' || isMissingMark(text)) continue;
    if (SIGN.test(text)) signed++;
    else {
      bare++;
      most = Math.max(most, Math.abs(reading.value));
    }
  }
  return { bare: most > 1 ? 'hundredths' : 'fraction', mixed: signed > 0 && bare > 0 };
}

/** Reads a share as a fraction: 3.5% is 0.035. */
export function readPercent(cell: Cell, { bare }: PercentStyle): Reading<number> {
  const text = cellText(cell).replace(/^['‘’`]/, '');
  if (isMissingMark(text)) return MISSING;
  const reading = readNumber(text.replace(SIGN, ''));
  if (reading.kind !== 'value') return UNREADABLE;
  if (text.endsWith('‰')) return found(reading.value / 1000);
  return found(text.endsWith('%') || bare === 'hundredths' ? reading.value / 100 : reading.value);
}
