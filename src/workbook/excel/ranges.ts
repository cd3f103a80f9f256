import type { Area } from '../../sheet/area';

/** What must be loaded of a range for its `areaOf`. */
export const AREA_FIELDS = 'rowIndex, columnIndex, rowCount, columnCount';

/** A loaded range as an area. */
export function areaOf(range: Excel.Range): Area {
  return { row: range.rowIndex, column: range.columnIndex, rows: range.rowCount, columns: range.columnCount };
}

/** An area's cells on a sheet. */
export function rangeOf(sheet: Excel.Worksheet, { row, column, rows, columns }: Area): Excel.Range {
  return sheet.getRangeByIndexes(row, column, rows, columns);
}
