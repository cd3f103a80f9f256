import { areaOfAddress, sheetRange } from '../../sheet/address';
import type { NameTarget, Selection } from '../port';
import type { FileBook } from './fileBook';

const CELLS = /^=(?:'((?:[^']|'')+)'|([^'!]+))!([$A-Z\d:]+)$/i;

/** The cells a name stands for, or undefined: a sheet that is gone takes them with it. */
export function namedCells(book: FileBook, name: string): Selection | undefined {
  const [, quoted, plain, address = ''] = CELLS.exec(book.names.get(name.toLowerCase())?.formula ?? '') ?? [];
  const wanted = (quoted?.replaceAll("''", "'") ?? plain)?.toLowerCase();
  const sheet = book.sheets.find((one) => one.name.toLowerCase() === wanted);
  const area = areaOfAddress(address);
  return sheet && area ? { sheetId: sheet.id, area } : undefined;
}

/** Sets, changes or removes a name; gives the formula it had. */
export function setName(book: FileBook, name: string, target: NameTarget | undefined): string | undefined {
  const key = name.toLowerCase();
  const before = book.names.get(key);
  if (target === undefined) book.names.delete(key);
  else book.names.set(key, { name, hidden: before?.hidden ?? false, formula: formulaOf(book, target) });
  book.seen();
  return before?.formula;
}

function formulaOf(book: FileBook, target: NameTarget): string {
  return 'formula' in target ? target.formula : `=${sheetRange(book.sheet(target.sheetId).name, target.area)}`;
}
