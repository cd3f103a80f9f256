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

/** What a column of shares says of itself besides its cells. */
export interface PercentHints {
  /** The header names % as its unit. */
  readonly named: boolean;
  /** What is done against what was set may pass the whole: 完成率 1.05 is 105 %, where 研发占比 1.2 is 1.2 %. */
  readonly passesWhole: boolean;
}

/** So far above the whole may a share done lie. */
const MOST_DONE = 3;

/**
 * Judges a column of shares by all of its data cells and its header. Bare numbers are hundredths where the header says %
 * or one of them is above the whole; a column of what is done around 1 (0.85, 0.92, 1.05) holds fractions.
 */
export function percentStyle(
  cells: Iterable<Cell>,
  hints: PercentHints = { named: false, passesWhole: false },
): PercentStyle {
  const bare: number[] = [];
  let signed = 0;
  for (const cell of cells) {
    const text = cellText(cell);
    if (isMissingMark(text)) continue;
    if (SIGN.test(text)) {
      signed++;
      continue;
    }
    const reading = readNumber(cell, undefined, 'other');
    if (reading.kind === 'value') bare.push(Math.abs(reading.value));
  }
  return { bare: isHundredths(bare, hints) ? 'hundredths' : 'fraction', mixed: signed > 0 && bare.length > 0 };
}

function isHundredths(bare: readonly number[], { named, passesWhole }: PercentHints): boolean {
  const most = bare.reduce((max, value) => Math.max(max, value), 0);
  if (passesWhole && most <= MOST_DONE && bare.filter((value) => value >= 0.1).length * 2 > bare.length) return false;
  return named || most > 1;
}

/** Reads a share as a fraction: 3.5% is 0.035. */
export function readPercent(cell: Cell, { bare }: PercentStyle): Reading<number> {
  const text = cellText(cell).replace(/^['‘’`]/, '');
  if (isMissingMark(text)) return MISSING;
  const reading = readNumber(text.replace(SIGN, ''), undefined, 'other');
  if (reading.kind !== 'value') return UNREADABLE;
  if (text.endsWith('‰')) return found(reading.value / 1000);
  return found(text.endsWith('%') || bare === 'hundredths' ? reading.value / 100 : reading.value);
}
