import { isBlank, type Cell, type Rows } from '../cell';
import { LOOKED_AT } from './bounds';

const TOTAL_WORD = /[合小总累共]\s*计|平均|其中/;
const INSIDE = /^\s*其中/;
const LABELS = 5;
const NO_TOTAL = /(?:公司|厂|集团|合作社|商行|经营部)$/;
/** So many lines at most are looked back over for the 其中 that they belong to. */
const MOST_PARTS = 8;

/** Rows to look at, evenly spread: no totals by their words, no lines of parts, two cells at least. */
export function sampled(rows: Rows): Rows {
  const step = Math.max(1, Math.floor(rows.length / LOOKED_AT.rows));
  const found: (readonly Cell[])[] = [];
  for (let at = 0; at < rows.length; at += step) {
    const row = rows[at] ?? [];
    const filled = row.filter((cell) => !isBlank(cell));
    const isTotal = (cell: Cell) =>
      typeof cell === 'string' && cell.length < 12 && TOTAL_WORD.test(cell) && !NO_TOTAL.test(cell);
    // A remark may say 其中出租5亩; a total says so where names stand.
    if (filled.length >= 2 && !row.slice(0, LABELS).some(isTotal) && !isPart(rows, at)) found.push(row);
  }
  return found;
}

/** 其中：自有 | 租赁, line by line below an enterprise's: it fills the same few columns as the line that says so. */
function isPart(rows: Rows, at: number): boolean {
  const own = shapeOf(rows[at]);
  for (let above = at - 1; above >= Math.max(0, at - MOST_PARTS); above--) {
    const row = rows[above] ?? [];
    if (shapeOf(row) !== own) return false;
    const says = row.slice(0, LABELS).some((cell) => typeof cell === 'string' && INSIDE.test(cell));
    if (says) return own.length < shapeOf(rows[above - 1]).length;
  }
  return false;
}

/** The columns that a row fills, as a text. */
function shapeOf(row: readonly Cell[] = []): string {
  return row.map((cell, column) => (isBlank(cell) ? '' : `${String(column)} `)).join('');
}
