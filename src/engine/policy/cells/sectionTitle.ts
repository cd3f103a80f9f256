import { cellText, type Cell, type Rows } from '../../ledger/cell';

/** How the row of a section's title is told from its rows. */
export const TITLE_MARKS = ['【', '】'] as const;
/** The title of the first section, which is about the whole policy. */
export const HEAD_TITLE = '政策';

/** The title of a section that a cell is; undefined for any other cell. */
export function titleOfSection(cell: Cell): string | undefined {
  const text = cellText(cell);
  const [open, close] = TITLE_MARKS;
  return text.startsWith(open) && text.endsWith(close) ? text.slice(1, -1) : undefined;
}

/** Whether a range holds a whole policy: its first cell is the title of the first section. */
export function isWholePolicy(cells: Rows): boolean {
  return titleOfSection(cells[0]?.[0]) === HEAD_TITLE;
}
