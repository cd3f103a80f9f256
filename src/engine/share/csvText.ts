import { looksLikeFormula } from './formulaHazards';
import type { Cell, Rows } from '../ledger/cell';

/**
 * Cells as CSV (RFC 4180, with a byte order mark, or Excel reads Chinese as something else). A text that a spreadsheet would take
 * for a formula gets an apostrophe before it; numbers stay numbers.
 */
export function csvText(rows: Rows): string {
  return '\ufeff' + rows.map((row) => row.map((cell) => field(cell)).join(',') + '\r\n').join('');
}

function field(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  const text = typeof cell === 'string' && looksLikeFormula(cell) ? `'${cell}` : String(cell);
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}
