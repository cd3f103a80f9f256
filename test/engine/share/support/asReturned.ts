import type { Cell } from '../../../../src/engine/ledger/cell';
import { stampOf } from '../../../../src/engine/share/provenance';
import type { ReturnedFile } from '../../../../src/engine/share/returned';
import { openPackage } from '../../../../src/package/openPackage';

/** All sheets of a workbook as rows of texts. */
export function gridOf(bytes: Uint8Array): Map<string, string[][]> {
  const { sheets } = asReturned('', bytes);
  return new Map(sheets.map(({ name, values }) => [name, values.map((row) => row.map((cell) => String(cell ?? '')))]));
}

/** A workbook as the merge takes it. */
export function asReturned(label: string, bytes: Uint8Array): ReturnedFile {
  const { model } = openPackage(bytes);
  const stamp = model.customXml.map(({ xml }) => stampOf(xml)).find((one) => one !== undefined);
  const sheets = model.sheets.map(({ name, rows, columns, cells }) => ({
    name,
    values: grid(rows, columns, (row, column): Cell => cells.get(row)?.get(column)?.value ?? ''),
    formulas: grid(rows, columns, (row, column) => cells.get(row)?.get(column)?.formula ?? ''),
  }));
  return { label, sheets, ...(stamp ? { stamp } : {}) };
}

function grid<Value>(rows: number, columns: number, at: (row: number, column: number) => Value): Value[][] {
  return Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, column) => at(row, column)));
}
