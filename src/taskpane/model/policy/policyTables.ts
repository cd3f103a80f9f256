import type { Cell, Rows } from '../../../engine/ledger/index';
import { TABLES, type RangeCell } from '../../../engine/policy/index';
import type { SheetContents } from '../../../workbook/port';
import { cellName } from '../../../sheet/address';
import type { Area } from '../../../sheet/area';

/** The cells of a range of the workbook, and where it lies. */
export interface RangeCells {
  readonly sheetId: string;
  readonly sheet: string;
  readonly area: Area;
  readonly cells: Rows;
  /** The first row below the range, from the range's own, that says what a line of the table would; it is no part of it. */
  readonly stray?: { readonly row: number; readonly text: string };
}

/** A cell of the workbook as a person finds it, and as the port selects it. */
export interface LocatedCell {
  readonly sheetId: string;
  readonly sheet: string;
  readonly address: string;
  readonly area: Area;
}

/** The cells of an area of a sheet as read; '' outside of what is used. */
export function rangeCells(contents: SheetContents, area: Area): RangeCells {
  const { sheet, area: used, values } = contents;
  const cells = Array.from({ length: area.rows }, (_, row) =>
    Array.from(
      { length: area.columns },
      (__, column): Cell => values[area.row + row - used.row]?.[area.column + column - used.column] ?? '',
    ),
  );
  return { sheetId: sheet.id, sheet: sheet.name, area, cells };
}

/** The cells of a 判定表, with the first line that was written below what its name stands for. */
export function decisionCells(contents: SheetContents, area: Area): RangeCells {
  const { area: used, values } = contents;
  const kinds: readonly string[] = Object.values(TABLES);
  const below = values.findIndex((row, at) => {
    const text = String(row[area.column - used.column] ?? '').trim();
    return used.row + at >= area.row + area.rows && kinds.includes(text);
  });
  const range = rangeCells(contents, area);
  if (below < 0) return range;
  const text = String(values[below]?.[area.column - used.column] ?? '');
  return { ...range, stray: { row: used.row + below - area.row, text } };
}

/** Where a cell of a range stands in the workbook. */
export function located({ sheetId, sheet, area }: RangeCells, { row, column }: RangeCell): LocatedCell {
  const at = { row: area.row + row, column: area.column + column };
  return { sheetId, sheet, address: cellName(at.row, at.column), area: { ...at, rows: 1, columns: 1 } };
}
