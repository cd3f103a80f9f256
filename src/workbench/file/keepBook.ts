import { LocaleType, type IWorkbookData } from '@univerjs/core';
import type { DocumentParts } from '../../workbook/documentParts';
import type { Book } from '../book/book';
import { officeValueOf } from '../book/value';

/** What of a workbook can differ: its sheets by name with the cells that hold something, and what is kept beside them. */
export type BookPrint = Readonly<Record<'sheets' | 'choices' | 'records' | 'names', ReadonlyMap<string, string>>>;

let next = 1;

/** The workbook as it stands, to be put back as often as wanted; its sheets keep their ids. For tests. */
export function keepBook(book: Book, documents: DocumentParts): () => void {
  book.context.flush();
  const data = structuredClone(book.context.workbook.getSnapshot());
  const marks = {
    protectedSheets: book.sheets.ids().filter((id) => book.sheets.protected(id)),
    veryHidden: book.sheets.ids().filter((id) => book.sheets.visibility(id) === 'VeryHidden'),
  };
  const [names, tables] = [book.names.all(), book.tables.all()];
  const [settings, parts, active] = [[...documents.settings], documents.list(), book.sheets.active()];
  return () => {
    book.open(opened(data), marks);
    for (const { id, ...name } of names) book.names.put(id, name);
    for (const table of tables) book.tables.put(table);
    documents.settings.clear();
    for (const [key, value] of settings) documents.settings.set(key, value);
    for (const { id } of documents.list()) documents.remove(id);
    for (const { id, xml } of parts) documents.put(id, xml);
    void book.sheets.activate(active);
  };
}

/** The grid takes what it is given for its own, and no two workbooks of one id. */
function opened(data: IWorkbookData): IWorkbookData {
  return { ...structuredClone(data), id: `kept-${String(next++)}`, locale: LocaleType.ZH_CN, resources: [] };
}

/** The workbook, to be compared with itself later; what formulas answer is not looked at. */
export function bookPrint(book: Book, documents: DocumentParts): BookPrint {
  book.context.flush();
  return {
    sheets: new Map(book.sheets.ids().map((id) => [book.sheets.name(id), cellsOf(book, id)])),
    choices: new Map([...documents.settings].map(([key, value]) => [key, JSON.stringify(value)])),
    records: new Map(documents.list().map(({ id, xml }) => [/xmlns="([^"]*)"/.exec(xml)?.[1] ?? id, xml])),
    names: new Map(book.names.all().map(({ name, formula }) => [name, formula])),
  };
}

function cellsOf({ reader }: Book, sheetId: string): string {
  const textOf = reader.formulaTexts(sheetId);
  const cells: string[] = [];
  for (const [row, line] of Object.entries(reader.matrix(sheetId))) {
    for (const [column, cell] of Object.entries(line)) {
      const held = textOf({ row: Number(row), column: Number(column), cell }) ?? officeValueOf(cell);
      if (held !== '') cells.push(JSON.stringify([Number(row), Number(column), held]));
    }
  }
  return cells.join(' ');
}
