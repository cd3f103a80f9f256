import { BOOK_STYLE, plainContent } from '../../package/described/describedCells';
import { cellLook, Looks } from '../../package/described/cellLooks';
import type { StyleModel } from '../../package/model';
import { PLAIN_STYLE } from '../../package/read/readStyles';
import type { SheetFormat } from '../../sheet/sheet';
import type { CellBlock, CellValue } from '../port';
import type { FileCell, FileSheet } from './fileSheet';

/** A cell of a plan at its place. */
export interface PlannedCell {
  readonly row: number;
  readonly column: number;
  readonly cell: FileCell;
}

/** The cells that blocks put on a sheet, in their order; where two cover a cell, the later look comes on top. */
export function plannedCellsOf(sheet: FileSheet, blocks: readonly CellBlock[]): PlannedCell[] {
  const looks = new Looks();
  const given = new Map<string, StyleModel>();
  return blocks.flatMap((block) => {
    const look = lookOf(sheet, block);
    return [...places(block)].flatMap(([r, c]) => {
      const [row, column] = [block.area.row + r, block.area.column + c];
      const key = `${String(row)},${String(column)}`;
      const style = look && looks.over(given.get(key) ?? baseOf(sheet, row, column), look);
      if (style) given.set(key, style);
      const content = contentOf(block, r, c);
      const kept = style ?? given.get(key) ?? sheet.changed.get(row)?.get(column)?.style;
      if (content.value === '' && content.formula === undefined && !kept && !block.replaces) return [];
      return [{ row, column, cell: { ...content, ...(kept ? { style: kept } : {}) } }];
    });
  });
}

function contentOf({ values, formulas, spill }: CellBlock, r: number, c: number): FileCell {
  const value = storable(values?.[r]?.[c] ?? '');
  const formula = formulas?.[r]?.[c] ?? '';
  if (formula === '') return { value };
  return { value, formula, ...(spill ? { spill } : {}) };
}

/** As a file can hold it: no number that is not finite, no text too long. */
function storable(value: CellValue): CellValue {
  return plainContent(value).value ?? '';
}

/** What is set of a cell's look: over blank cells of a sheet that was there the number format always, as it is not what stood there before. */
function lookOf(sheet: FileSheet, { format, replaces }: CellBlock): Partial<StyleModel> | undefined {
  if (replaces) return format?.numberFormat === undefined ? undefined : { numberFormat: format.numberFormat };
  const own = format && cellLook(ownLook(format));
  if (sheet.origin.model) return { numberFormat: 'General', ...own };
  return own;
}

function ownLook({ columnWidth: _, rowHeight: __, ...look }: SheetFormat): SheetFormat {
  return look;
}

function baseOf(sheet: FileSheet, row: number, column: number): StyleModel {
  return sheet.origin.model ? (sheet.style(row, column) ?? PLAIN_STYLE) : BOOK_STYLE;
}

/** A look goes to all that a formula spills over, which holds nothing yet. */
function* places({ area, spill, format }: CellBlock): Generator<readonly [number, number]> {
  const { rows, columns } = (format && spill) ?? area;
  for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) yield [r, c];
}
