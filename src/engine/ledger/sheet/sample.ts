import { isBlank, type Cell } from '../cell';
import { LOOKED_AT } from './bounds';

type Rows = readonly (readonly Cell[])[];

const TOTAL_WORD = /[合小总累共]\s*计|平均|其中/;
const LABELS = 5;
const NO_TOTAL = /(?:公司|厂|集团|合作社|商行|经营部)$/;

/** Rows to look at, evenly spread: no totals by their words, two cells at least. */
export function sampled(rows: Rows): Rows {
  const step = Math.max(1, Math.floor(rows.length / LOOKED_AT.rows));
  const found: (readonly Cell[])[] = [];
  for (let at = 0; at < rows.length; at += step) {
    const row = rows[at] ?? [];
    const filled = row.filter((cell) => !isBlank(cell));
    const isTotal = (cell: Cell) =>
      typeof cell === 'string' && cell.length < 12 && TOTAL_WORD.test(cell) && !NO_TOTAL.test(cell);
    // A remark may say 其中出租5亩; a total says so where names stand.
    if (filled.length >= 2 && !row.slice(0, LABELS).some(isTotal)) found.push(row);
  }
  return found;
}
