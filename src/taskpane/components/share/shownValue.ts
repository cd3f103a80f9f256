import type { Cell } from '../../../engine/ledger/index';
import type { PaneText } from '../../../text/pane';

/** A cell's value in a sentence: blank said as such, long texts cut. */
export function shownValue(cell: Cell, t: PaneText): string {
  if (cell === '' || cell === null || cell === undefined) return t('blankCell');
  const text = typeof cell === 'number' ? cell.toLocaleString('en-US', { maximumFractionDigits: 6 }) : String(cell);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
