import { SURE_COMPANY } from '../sheet/headerness';
import type { SumsGiven } from './bySums';

/** Most lines below an enterprise. */
const MOST = 20;

/** Lines below an enterprise or a total, without a number and a code of their own, that add up to it or begin with 其中, are parts of it. */
export function markParts(given: SumsGiven): void {
  markInside(given);
  const { rows, look, figures, kinds } = given;
  const { name, nothing, sequence, code, summed } = look;
  const marks = [sequence, code].filter((column) => column !== undefined);
  if (summed.length === 0) return;
  const isOwn = (row: number) => marks.some((column) => !nothing(rows[row]?.[column]));
  const isCompany = (row: number) =>
    SURE_COMPANY.test(String(name === undefined ? '' : (rows[row]?.[name] ?? '')).trim());
  const isPart = (row: number) => (kinds[row] === 'data' && !isOwn(row) && !isCompany(row)) || isInside(row);
  const isInside = (row: number) =>
    kinds[row] === 'total' && look.labels.some((column) => /^\s*其中/.test(String(rows[row]?.[column] ?? '')));
  for (let row = 0; row < kinds.length; row++) {
    const isTotal = kinds[row] === 'total' && !isInside(row);
    if (!isTotal && (kinds[row] !== 'data' || !isOwn(row))) continue;
    const lines: number[] = [];
    for (let next = row + 1; lines.length < MOST && isPart(next); next++) lines.push(next);
    if (lines.length < 2) continue;
    const used = [...summed.keys()].filter((at) => lines.some((line) => figures.at(line, at) !== 0));
    const addsUp = (at: number) =>
      Math.abs(lines.reduce((sum, line) => sum + figures.at(line, at), 0) - figures.at(row, at)) <=
      2.2 * (summed[at]?.rounding ?? 0);
    const first = lines[0] ?? row;
    if ((used.length > 0 && used.every(addsUp)) || isInside(first)) {
      for (const line of lines) if (kinds[line] === 'data') kinds[line] = isTotal ? 'total' : 'part';
    }
    row = lines.at(-1) ?? row;
  }
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
  for (let row = 1; row < kinds.length; row++) {
    const isFirst = /^\s*其中/.test(textOf(row)) && (kinds[row] === 'data' || kinds[row] === 'total');
    const isUnder = kinds[row - 1] === 'data' && (sequence === undefined || isNumbered(row - 1));
    if (!isFirst || !isUnder || isNumbered(row)) continue;
    for (let next = row; next < row + MOST && (next === row || isSetIn(next)); next++) kinds[next] = 'part';
  }
}
