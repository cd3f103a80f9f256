import type { ViewColumn } from './list';
import type { Line } from './listInput';

/** What fits on A4 lying down, 706 points wide, without becoming too small to read. */
const MOST_WIDTH = 940;
const NARROW = 40;
const PADDING = 10;
/** 五号 type. */
const SIZE = 10.5;
/** A code up to this long is not broken. */
const CODE = 12;

/** Columns as wide as their words need in two lines; where there are too many for the page, wide ones give way. */
export function fittedColumns(columns: readonly ViewColumn[], lines: readonly Line[]): readonly ViewColumn[] {
  const fitted = columns.map((column) => ({ ...column, width: widthOf(column, lines) }));
  const codes = new Set(columns.filter((column) => isCodes(column, lines)).map(({ head }) => head));
  const isWide = ({ kind, width, head }: ViewColumn) => kind === 'word' && width > NARROW && !codes.has(head);
  const sum = (own: readonly ViewColumn[]) => own.reduce((total, { width }) => total + width, 0);
  const wide = sum(fitted.filter(isWide));
  const share = Math.min(1, Math.max(0.6, (MOST_WIDTH - (sum(fitted) - wide)) / Math.max(1, wide)));
  return fitted.map((column) =>
    isWide(column) ? { ...column, width: Math.max(NARROW, Math.round(column.width * share)) } : column,
  );
}

/** Blank columns keep the width that people need to write in. */
function widthOf({ kind, width, head, value }: ViewColumn, lines: readonly Line[]): number {
  if (kind !== 'word' || !value) return width;
  const longest = lines.reduce((most, line) => Math.max(most, needed(String(value(line)))), 0);
  if (longest === 0) return width;
  return Math.round(Math.min(width * 1.6, Math.max(needed(head), longest, 30)));
}

function needed(text: string): number {
  const wide = [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? SIZE : SIZE * 0.58), 0);
  const short = isShortCode(text) || text.length <= 4;
  return (short ? wide : wide / 2 + SIZE / 2) + PADDING;
}

const isShortCode = (text: string) => /^[\w-]+$/.test(text) && text.length <= CODE;

/** Codes are not broken, so their column keeps its width. */
function isCodes({ value }: ViewColumn, lines: readonly Line[]): boolean {
  const words = value ? lines.map((line) => String(value(line))).filter((word) => word.length > 4) : [];
  return words.length > 0 && words.every(isShortCode);
}
