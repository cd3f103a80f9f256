import type { BookPrint } from '../../../src/workbench/file/keepBook';
import type { MemoryBook } from '../../workbook/memoryBook';

/** A workbook in memory as it stood, to be put back as often as wanted. */
export function keepBook(book: MemoryBook): () => void {
  const sheets = structuredClone(book.sheets);
  const maps = [book.settings, book.customXml, book.names].map((map) => [map, [...map]] as const);
  const { activeId, selected } = book;
  return () => {
    book.sheets.splice(0, Infinity, ...structuredClone(sheets));
    for (const [map, entries] of maps) {
      map.clear();
      for (const [key, value] of entries) map.set(key, value);
    }
    Object.assign(book, { activeId, selected });
  };
}

/** A workbook in memory, to be compared with itself later. */
export function printOf({ sheets, settings, customXml, names }: MemoryBook): BookPrint {
  const cellsOf = (sheet: MemoryBook['sheets'][number]) => JSON.stringify([...sheet.cells].toSorted());
  return {
    sheets: new Map(sheets.map((sheet) => [sheet.name, cellsOf(sheet)])),
    choices: new Map(settings),
    records: new Map(customXml),
    names: new Map(names),
  };
}
