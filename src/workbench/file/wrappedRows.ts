import type { CellModel, SheetModel, StyleModel } from '../../package/model';
import { intersect } from '../book/area';
import { pixelsOfPoints, pixelsOfWidth } from './sizes';

/** Digits of a column whose width the file leaves open. */
const DEFAULT_WIDTH = 9.14;
const DEFAULT_SIZE = 11;
/** A line of text is so many times as high as its font. */
const LINE = 1.35;

/**
 * Heights, in pixels, of rows whose height the file leaves open and whose text wraps: Excel fits such rows when it
 * opens a file. Estimated from the number of characters; merged cells do not count, as in Excel.
 */
export function wrappedHeights(sheet: SheetModel, styles: readonly StyleModel[]): Map<number, number> {
  const heights = new Map<number, number>();
  for (const [row, cells] of sheet.cells) {
    if (sheet.rowHeights.get(row)?.height !== undefined) continue;
    const tallest = Math.max(
      0,
      ...[...cells].map(([column, cell]) => wrappedHeight(sheet, { row, column, cell, styles })),
    );
    if (tallest > 0) heights.set(row, Math.round(tallest));
  }
  return heights;
}

interface Place {
  readonly row: number;
  readonly column: number;
  readonly cell: CellModel;
  readonly styles: readonly StyleModel[];
}

/** The height a wrapped text of more than one line needs, else 0. */
function wrappedHeight(sheet: SheetModel, { row, column, cell, styles }: Place): number {
  const style = styles[cell.style];
  if (typeof cell.value !== 'string' || style?.alignment.wrap !== true) return 0;
  if (sheet.merges.some((merge) => intersect(merge, { row, column, rows: 1, columns: 1 }) !== null)) return 0;
  const font = pixelsOfPoints(style.font.size ?? DEFAULT_SIZE);
  const width = pixelsOfWidth(sheet.columnWidths.get(column)?.width ?? DEFAULT_WIDTH) - 4;
  const lines = cell.value
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line, font) / width)), 0);
  return lines > 1 ? lines * font * LINE + 2 : 0;
}

/** Chinese characters are as wide as the font is high, others about half of that. */
function textWidth(text: string, font: number): number {
  return [...text].reduce((sum, sign) => sum + (sign > '\u2e7f' ? font : font * 0.55), 0);
}
