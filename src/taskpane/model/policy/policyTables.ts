import type { Cell } from '../../../engine/ledger/index';
import type { CellPlace } from '../../../engine/policy/index';
import type { SheetContents } from '../../../workbook/port';
import { cellName } from '../../../sheet/address';
import type { Area } from '../../../sheet/area';

/** The cells of a range of the workbook, and where it lies. */
export interface RangeCells {
  readonly sheetId: string;
  readonly sheet: string;
  readonly area: Area;
  readonly cells: readonly (readonly Cell[])[];
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

/** Where a cell of a range stands in the workbook. */
export function located({ sheetId, sheet, area }: RangeCells, { row, column }: CellPlace): LocatedCell {
  const at = { row: area.row + row, column: area.column + column };
  return { sheetId, sheet, address: cellName(at.row, at.column), area: { ...at, rows: 1, columns: 1 } };
}
