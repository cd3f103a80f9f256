import { SURE_COMPANY } from '../sheet/headerness';
import type { SumsGiven } from './bySums';
import type { RowKind } from './kinds';

/** 其中：, （其中）租赁. */
const INSIDE = /^\s*[(（]?其中/;
/** 1-1, 2.3: a number below another one's. */
export const SUB_NUMBER = /^\d{1,4}[-—–.．]\d{1,2}$/;
/** Most lines below an enterprise. */
const MOST = 20;

/** Lines below an enterprise or a total, without a number and a code of their own, that add up to it or begin with 其中, are parts of it. */
export function markParts(given: SumsGiven): void {
  markInside(given);
  const { rows, look, figures, kinds } = given;
  const { name, nothing, sequence, code, summed } = look;
  const marks = [sequence, code].filter((column) => column !== undefined);
  if (summed.length === 0) return;
  const isOwn = (row: number) =>
    marks.some((column) => !nothing(rows[row]?.[column]) && !SUB_NUMBER.test(String(rows[row]?.[column])));
  const isCompany = (row: number) =>
    SURE_COMPANY.test(String(name === undefined ? '' : (rows[row]?.[name] ?? '')).trim());
  const isPart = (row: number) => (kinds[row] === 'data' && !isOwn(row) && !isCompany(row)) || isInside(row);
  const isInside = (row: number) =>
    kinds[row] === 'total' && look.labels.some((column) => INSIDE.test(String(rows[row]?.[column] ?? '')));
  const order = inOrder(kinds);
  for (let at = 0; at < order.length; at++) {
    const row = order[at] ?? 0;
    const isTotal = kinds[row] === 'total' && !isInside(row);
    if (!isTotal && (kinds[row] !== 'data' || !isOwn(row))) continue;
    const below = order.slice(at + 1, at + 1 + MOST);
    const end = below.findIndex((next) => !isPart(next));
    const lines = end < 0 ? below : below.slice(0, end);
    if (lines.length < 2) continue;
    const used = [...summed.keys()].filter((nth) => lines.some((line) => figures.at(line, nth) !== 0));
    const addsUp = (nth: number) =>
      Math.abs(lines.reduce((sum, line) => sum + figures.at(line, nth), 0) - figures.at(row, nth)) <=
      2.2 * (summed[nth]?.rounding ?? 0);
    const first = lines[0] ?? row;
    if ((used.length > 0 && used.every(addsUp)) || isInside(first)) {
      for (const line of lines) if (kinds[line] === 'data') kinds[line] = isTotal ? 'total' : 'part';
    }
    at += lines.length;
  }
}

/** Rows that say something: a blank one, or the names of the columns on a new page (续表), stands between an enterprise and its parts too. */
function inOrder(kinds: SumsGiven['kinds']): number[] {
  const isBreak = (kind: RowKind, row: number) =>
    kind === 'blank' || kind === 'header' || (kind === 'note' && kinds[row + 1] === 'header');
  return kinds.flatMap((kind, row) => (isBreak(kind, row) ? [] : [row]));
}

/**
 * 其中：甲公司, and those set in below it, under a numbered enterprise: a group's members, whatever codes they have and whether or
 * not they add up to it (what they sell each other is taken off).
 */
function markInside({ rows, look, kinds }: SumsGiven): void {
  const { name, sequence, nothing } = look;
  if (name === undefined) return;
  const textOf = (row: number) => String(rows[row]?.[name] ?? '');
  const isNumbered = (row: number) => sequence !== undefined && !nothing(rows[row]?.[sequence]);
  const isSetIn = (row: number) =>
    kinds[row] === 'data' && !isNumbered(row) && (sequence !== undefined || /^\s/.test(textOf(row)));
  const order = inOrder(kinds);
  order.forEach((row, at) => {
    const above = order[at - 1];
    const isFirst = INSIDE.test(textOf(row)) && (kinds[row] === 'data' || kinds[row] === 'total');
    const isUnder = above !== undefined && kinds[above] === 'data' && (sequence === undefined || isNumbered(above));
    if (!isFirst || !isUnder || isNumbered(row)) return;
    let last = row;
    for (const next of order.slice(at, at + MOST)) {
      const isFurther = next > last + 1 && SURE_COMPANY.test(textOf(next).trim());
      if (next !== row && (!isSetIn(next) || isFurther)) return;
      kinds[next] = 'part';
      last = next;
    }
  });
}
