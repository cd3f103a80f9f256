import { widthOfPoints } from '../../package/columnWidth';
import type { CellChange, PackageChange, SheetChange } from '../../package/model';
import { areaName } from '../../sheet/address';
import { fileNames, type FileBook } from './fileBook';
import type { FileCell, FileSheet } from './fileSheet';

/** Everything that was changed since the file was opened, as one change of the file. */
export function fileChange(book: FileBook): PackageChange {
  const names = namesChange(book);
  const customXml = book.parts.change();
  return {
    sheets: book.sheets.map(sheetChange),
    ...(names ? { names } : {}),
    ...(customXml ? { customXml } : {}),
  };
}

function sheetChange(sheet: FileSheet): SheetChange {
  const { id, name, changed, widths, origin } = sheet;
  return {
    id,
    ...(origin.makeUp ? { ...origin.makeUp, added: { name } } : {}),
    cells: new Map([...changed].map(([row, line]) => [row, cellChanges(line)])),
    columnWidths: new Map([...widths].map(([column, points]) => [column, widthOfPoints(points)])),
  };
}

function cellChanges(line: ReadonlyMap<number, FileCell>): Map<number, CellChange> {
  return new Map([...line].map(([column, cell]) => [column, cellChange(cell)]));
}

function cellChange({ value, error, formula, spill, style }: FileCell): CellChange {
  const type = error ? 'error' : value === '' ? 'blank' : (typeof value as 'string' | 'number' | 'boolean');
  return {
    ...{ value: value === '' ? null : value, type },
    ...(formula === undefined ? {} : { formula: formula.slice(1) }),
    ...(spill ? { arrayRange: areaName(spill) } : {}),
    ...(style ? { style } : {}),
  };
}

function namesChange({ names, opened }: FileBook): PackageChange['names'] {
  const before = fileNames(opened);
  const put = [...names].flatMap(([key, { name, formula, hidden }]) =>
    before.get(key)?.formula === formula ? [] : [{ name, formula: formula.slice(1), hidden }],
  );
  const removed = [...before].flatMap(([key, { name }]) => (names.has(key) ? [] : [name]));
  return put.length + removed.length === 0 ? undefined : { put, removed };
}
