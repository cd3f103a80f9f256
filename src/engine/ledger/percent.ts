import { cellText, found, isMissingMark, MISSING, UNREADABLE, type Cell, type Reading } from './cell';
import { readNumber } from './number';

/** Whether a unit says how a column of shares is written. */
export function isShareUnit(unit: { readonly text: string } | undefined): boolean {
  return unit?.text === '%' || unit?.text === FRACTION;
}

/** How a column writes shares, judged over the whole column (domain/ledgers.md, quirk 15). */
export interface PercentStyle {
  /** Numbers without a sign are hundredths (3.5 is 3.5 %) or fractions already (0.035); or nobody can tell which. */
  readonly bare: 'hundredths' | 'fraction' | 'unknown';
  /** Some cells carry a sign and some do not: each is read by its own. */
  readonly mixed: boolean;
}

/** What a header, or a person, calls the unit of a column of fractions. */
export const FRACTION = '小数';
const SIGN = /[%‰]$/;

/** What a column of shares says of itself besides its cells. */
export interface PercentHints {
  /** The header names % as its unit. */
  readonly named: boolean;
  /** The header, or a person, says that fractions stand below it. */
  readonly isFraction?: boolean;
  /** Nothing says that such a share stays below the whole: 1.2 may be 120 % or 1.2 %. */
  readonly isOpen?: boolean;
  /** What is done against what was set may pass the whole: 完成率 1.05 is 105 %, where 研发占比 1.2 is 1.2 %. */
  readonly passesWhole: boolean;
}

/** So far above the whole may a share done lie. */
const MOST_DONE = 3;
/** Figures of one kind lie nearer to each other than this: 0.51 beside 60 is 51 % and 60 %. */
const ONE_KIND = 10;

/**
 * Judges a column of shares by all of its data cells and its header. Bare numbers are hundredths where the header says %
 * or some of them are above the whole, unless those below it are fractions by their size (0.51 beside 60) or none is far above
 * it: then nobody can tell. A column of what is done around 1 (0.85, 0.92, 1.05) holds fractions.
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
  return { bare: bareStyle(bare, hints), mixed: signed > 0 && bare.length > 0 };
}

function bareStyle(
  bare: readonly number[],
  { named, passesWhole, isFraction, isOpen }: PercentHints,
): PercentStyle['bare'] {
  const most = bare.reduce((max, value) => Math.max(max, value), 0);
  if (passesWhole && most <= MOST_DONE && bare.filter((value) => value >= 0.1).length * 2 > bare.length)
    return 'fraction';
  if (named || isFraction === true) return named ? 'hundredths' : 'fraction';
  if (most <= 1) return 'fraction';
  return (isOpen === true && most <= MOST_DONE) || areOfTwoKinds(bare) ? 'unknown' : 'hundredths';
}

/** Those below the whole are near those above it only as what they are hundredths of. */
function areOfTwoKinds(bare: readonly number[]): boolean {
  const [below, above] = [bare.filter((value) => value > 0 && value <= 1), bare.filter((value) => value > 1)];
  if (below.length === 0) return false;
  const [low, high] = [middleOf(below), middleOf(above)];
  return high / low > ONE_KIND && Math.max(high, low * 100) / Math.min(high, low * 100) < ONE_KIND;
}

function middleOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

/** Reads a share as a fraction: 3.5% is 0.035. Where nobody can tell how its column writes shares, only 0 and a % are read. */
export function readPercent(cell: Cell, { bare }: PercentStyle): Reading<number> {
  const text = cellText(cell).replace(/^['‘’`]/, '');
  if (isMissingMark(text)) return MISSING;
  const reading = readNumber(text.replace(SIGN, ''), undefined, 'other');
  if (reading.kind !== 'value') return UNREADABLE;
  if (bare === 'unknown' && !SIGN.test(text) && reading.value !== 0) return UNREADABLE;
  if (text.endsWith('‰')) return found(reading.value / 1000);
  return found(text.endsWith('%') || bare === 'hundredths' ? reading.value / 100 : reading.value);
}
