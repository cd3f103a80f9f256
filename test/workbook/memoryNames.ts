import { sheetRange, areaOfAddress } from '../../src/sheet/address';
import type { NameTarget, Selection } from '../../src/workbook/port';
import type { MemoryBook } from './memoryBook';

/** The cells a name stands for, or undefined: a sheet that is gone takes them with it. */
export function memoryNamedCells(book: MemoryBook, name: string): Selection | undefined {
  const match = /^='?(.+?)'?!([$A-Z\d:]+)$/.exec(book.names.get(name) ?? '');
  const sheet = book.sheets.find((one) => one.name === match?.[1]?.replaceAll("''", "'"));
  const area = areaOfAddress((match?.[2] ?? '').replaceAll('$', ''));
  return sheet && area ? { sheetId: sheet.id, area } : undefined;
}

/** Sets, changes or removes a name; gives the formula it had. */
export function setMemoryName(book: MemoryBook, name: string, target: NameTarget | undefined): string | undefined {
  const before = book.names.get(name);
  if (target === undefined) book.names.delete(name);
  else if ('formula' in target) book.names.set(name, target.formula);
  else book.names.set(name, `=${sheetRange(book.sheet(target.sheetId).name, target.area)}`);
  return before;
}
