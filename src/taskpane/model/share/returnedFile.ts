import { definedOnly } from '../../../engine/column/index';
import type { Cell } from '../../../engine/ledger/index';
import { stampOf, type ReturnedFile } from '../../../engine/share/index';
import type { PackageModel, SheetModel } from '../../../package/model';

/** A workbook as opened, as the merge takes it. Cells beyond what a returned ledger can be are not looked at. */
export function returnedFile(label: string, { sheets, customXml, carried }: PackageModel): ReturnedFile {
  const stamp = customXml.map(({ xml }) => stampOf(xml)).find((one) => one !== undefined);
  const read = sheets.filter(({ cellless }) => !cellless).map(sheetOf);
  return { label, sheets: read, ...definedOnly({ stamp, carried }) };
}

/** A sheet with one stray cell far out would be mostly blanks: so many cells are read, row by row. */
const MOST_CELLS = 3_000_000;

function sheetOf({ name, rows, columns, cells }: SheetModel): ReturnedFile['sheets'][number] {
  const width = Math.min(columns, 2_000);
  const height = Math.min(rows, Math.floor(MOST_CELLS / width));
  const grid = <Value>(at: (row: number, column: number) => Value) =>
    Array.from({ length: height }, (_, row) => Array.from({ length: width }, (__, column) => at(row, column)));
  return {
    name,
    values: grid((row, column): Cell => cells.get(row)?.get(column)?.value ?? ''),
    formulas: grid((row, column) => cells.get(row)?.get(column)?.formula ?? ''),
  };
}
