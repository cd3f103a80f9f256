import type { NewSheet } from '../../../src/sheet/sheet';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { sheetsToFile } from '../../../src/package/sheetsToFile';
import type { NamedGrid } from './layouts';

/** Sheets as an .xlsx file. */
export function workbookFile(sheets: readonly NamedGrid[]): Uint8Array {
  return withHidden(sheetsToFile(sheets.map(describedSheet)), sheets);
}

function describedSheet({ name, grid, hidden = false }: NamedGrid): NewSheet {
  const width = grid.cells.reduce((widest, line) => Math.max(widest, line.length), 1);
  const values = Array.from({ length: Math.max(grid.cells.length, 1) }, (_, row) =>
    Array.from({ length: width }, (__, column) => grid.cells[row]?.[column] ?? ''),
  );
  const formats = grid.formats.map(({ row, column, format }) => {
    return { row, column, values: [[values[row]?.[column] ?? '']], format: { numberFormat: format } };
  });
  return { name, blocks: [{ row: 0, column: 0, values }, ...formats], freezeRows: 0, merges: grid.merges, hidden };
}

/** The product never hides rows or columns, so a file of its own says nothing of them: said here. */
function withHidden(file: Uint8Array, sheets: readonly NamedGrid[]): Uint8Array {
  if (sheets.every(({ grid }) => grid.hiddenRows.length === 0 && grid.hiddenColumns.length === 0)) return file;
  const parts = unzipSync(file);
  sheets.forEach(({ grid }, at) => {
    const path = sheetPaths(parts)[at] ?? '';
    const xml = strFromU8(parts[path] ?? new Uint8Array());
    parts[path] = strToU8(hiddenColumns(hiddenRows(xml, grid.hiddenRows), grid.hiddenColumns));
  });
  return zipSync(parts);
}

function sheetPaths(parts: Readonly<Record<string, Uint8Array>>): string[] {
  const number = (path: string) => Number(/(\d+)\.xml$/.exec(path)?.[1]);
  return Object.keys(parts)
    .filter((path) => /worksheets\/[^/]+\.xml$/.test(path))
    .sort((a, b) => number(a) - number(b));
}

function hiddenRows(xml: string, rows: readonly number[]): string {
  return rows.reduce((text, row) => text.replace(`<row r="${row + 1}"`, `<row r="${row + 1}" hidden="1"`), xml);
}

function hiddenColumns(xml: string, columns: readonly number[]): string {
  if (columns.length === 0) return xml;
  const one = (column: number) => `<col min="${column + 1}" max="${column + 1}" width="9" hidden="1" customWidth="1"/>`;
  const cols = [...new Set(columns)]
    .sort((a, b) => a - b)
    .map(one)
    .join('');
  return xml.replace('<sheetData', `<cols>${cols}</cols><sheetData`);
}
