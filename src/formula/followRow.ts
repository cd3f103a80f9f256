import { parseArea } from '../sheet/address';
import { sheetBefore } from './references';
import { tokenize } from './tokens';

/** From which row to which, counted from 0. */
export interface RowMove {
  readonly from: number;
  readonly to: number;
}

/**
 * A formula whose row went to another place on its sheet: relative references to that row of the sheet follow it. Those with "$",
 * those to other rows or other sheets, texts, names and columns of tables stay.
 */
export function followRow(formula: string, move: RowMove): string {
  const tokens = tokenize(formula);
  const moved = tokens.map(({ kind, text }, at) => {
    if (sheetBefore(tokens, at) !== undefined) return text;
    if (kind === 'cell') return parseArea(text) ? inRow(text, move) : text;
    if (kind !== 'rows') return text;
    return text
      .split(':')
      .map((row) => inRow(row, move))
      .join(':');
  });
  return moved.join('');
}

/** The row that a corner ends with; one behind a "$" is fixed. */
function inRow(corner: string, { from, to }: RowMove): string {
  return corner.replace(/(?<![$\d])\d+$/, (row) => String(Number(row) === from + 1 ? to + 1 : row));
}
