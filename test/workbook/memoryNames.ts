import { areaAddress, areaOfAddress } from '../../src/workbook/address';
import type { NameTarget, Selection } from '../../src/workbook/port';
import type { MemoryBook } from './memoryBook';

/** The cells a name stands for, or undefined: a sheet that is gone takes them with it. */
export function memoryNamedCells(book: MemoryBook, name: string): Selection | undefined {
  const match = /^='?(.+?)'?!([$A-Z\d:]+)$/.exec(book.names.get(name) ?? '');
  const sheet = book.sheets.find((one) => one.name === match?.[1]);
  const area = areaOfAddress((match?.[2] ?? '').replaceAll('$', ''));
  return sheet && area ? { sheetId: sheet.id, area } : undefined;
}

/** Sets, changes or removes a name; gives the formula it had. */
export function setMemoryName(book: MemoryBook, name: string, target: NameTarget | undefined): string | undefined {
  const before = book.names.get(name);
  if (target === undefined) book.names.delete(name);
  else book.names.set(name, 'formula' in target ? target.formula : formulaOf(book, target));
  return before;
}

function formulaOf(book: MemoryBook, { sheetId, area }: Selection): string {
  const fixed = areaAddress(area).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
  return `='${book.sheet(sheetId).name}'!${fixed}`;
}
