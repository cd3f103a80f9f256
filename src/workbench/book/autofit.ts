import { SetWorksheetRowIsAutoHeightCommand } from '@univerjs/sheets';
import { gridRange } from './area';
import type { Book } from './book';
import type { Area } from '../../sheet/area';

const PADDING = 12;
const WIDEST = 1790;

/** Makes columns as wide as their longest text, in pixels; empty columns keep their width. */
export function autofitColumns(book: Book, sheetId: string, area: Area): void {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return;
  const used = book.reader.used(sheetId, true);
  if (used === null) return;
  const rows = { row: used.row, rows: used.rows };
  for (let column = area.column; column < area.column + area.columns; column++) {
    const width = widestText(book, { sheetId, area: { ...rows, column, columns: 1 } }, context);
    if (width > 0)
      book.layout.setColumnWidth(sheetId, { ...area, column, columns: 1 }, Math.min(WIDEST, width + PADDING));
  }
}

/** Lets rows be as high as their wrapped text needs. */
export function autofitRows(book: Book, sheetId: string, area: Area): void {
  book.context.flush();
  book.context.run(SetWorksheetRowIsAutoHeightCommand.id, { subUnitId: sheetId, ranges: [gridRange(area)] });
}

function widestText(
  book: Book,
  { sheetId, area }: { sheetId: string; area: Area },
  context: CanvasRenderingContext2D,
): number {
  const merges = book.layout.merges(sheetId).filter((merge) => merge.columns > 1);
  const styles = book.reader.styles(sheetId, area);
  let widest = 0;
  for (const [index, [text = '']] of book.reader.text(sheetId, area).entries()) {
    const row = area.row + index;
    const merged = merges.some((m) => row >= m.row && row < m.row + m.rows && area.column === m.column);
    if (text === '' || merged) continue;
    const style = styles[index]?.[0];
    context.font = `${style?.bl ? 'bold ' : ''}${((style?.fs ?? 11) * 4) / 3}px ${style?.ff ?? 'sans-serif'}`;
    widest = Math.max(widest, ...text.split('\n').map((line) => context.measureText(line).width));
  }
  return Math.ceil(widest);
}
