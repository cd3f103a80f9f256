import type { Steps } from '../../../steps/steps';
import { widthFor } from '../layout/textHeight';
import { usualMost } from '../layout/usualMost';
import { ADOPTED_HEAD, HEADS } from './columnVerbs';
import type { ViewColumn } from './list';
import type { ListLine } from './listInput';

/** What fits on A3 lying down at 60 %, where a substitute font runs a third wider (`sheet/fitPrint`). */
const MOST_WIDTH = 1250;
const NARROW = 40;
/** No column is wider than that for its words alone: longer ones take a second line. */
const WIDEST = 190;
/** Wide columns give way down to a little more than half: their words then take two lines. */
const TWO_LINES = 0.54;
/** A code up to this long is not broken: the credit code has 18 characters. */
const CODE = 20;

/**
 * Columns as wide as the words of nearly all lines need in one line, so that a page holds many of them; where that is too much for
 * the page, wide ones give way and their words take two.
 */
export function* fittedColumns(
  columns: readonly ViewColumn[],
  lines: readonly ListLine[],
): Steps<readonly ViewColumn[]> {
  const own: ViewColumn[] = [];
  for (const column of columns) {
    yield;
    own.push({ ...column, width: widthOf(column, lines) });
  }
  // What is adopted is mostly what was judged, by a formula: the same words.
  const judged = own.find(({ head }) => head === HEADS.system)?.width ?? 0;
  const fitted = own.map((column) =>
    column.head === ADOPTED_HEAD ? { ...column, width: Math.max(judged, column.width) } : column,
  );
  const codes = new Set<string>();
  for (const column of columns) {
    yield;
    if (isCodes(column, lines)) codes.add(column.head);
  }
  const isWide = ({ kind, width, head }: ViewColumn) => kind === 'word' && width > NARROW && !codes.has(head);
  const sum = (of: readonly ViewColumn[]) => of.reduce((total, { width }) => total + width, 0);
  const wide = sum(fitted.filter(isWide));
  const share = Math.min(1, Math.max(TWO_LINES, (MOST_WIDTH - (sum(fitted) - wide)) / Math.max(1, wide)));
  return fitted.map((column) =>
    isWide(column) ? { ...column, width: Math.max(NARROW, Math.floor(column.width * share)) } : column,
  );
}

/** Blank columns keep the width that people need to write in. */
function widthOf({ kind, width, head, value }: ViewColumn, lines: readonly ListLine[]): number {
  if (kind !== 'word' || !value) return width;
  const needs = lines.map((line) => String(value(line))).map((text) => (text === '' ? 0 : widthFor(text)));
  const longest = Math.min(usualMost(needs), WIDEST);
  if (longest === 0) return width;
  return Math.max(widthFor(head, head.length > 4 ? 2 : 1), longest, 30);
}

const isShortCode = (text: string) => /^[\w-]+$/.test(text) && text.length <= CODE;

/** Codes are not broken, so their column keeps its width. */
function isCodes({ value }: ViewColumn, lines: readonly ListLine[]): boolean {
  const words = value ? lines.map((line) => String(value(line))).filter((word) => word.length > 4) : [];
  return words.length > 0 && words.every(isShortCode);
}
