import { addressOf, parseAddress, splitReference, absoluteAddress } from '../../book/address';
import type { Book } from '../../book/book';
import type { Args } from '../wire/args';
import { badArgument, notFound, refuse } from '../wire/hostError';
import type { RangeThing } from './things';
import type { Area } from '../../../sheet/area';
import { MAX_COLUMNS, MAX_ROWS, quoteSheet } from '../../../sheet/address';

/** 'Sheet 1'!A1:B2, as Office writes it. */
export function fullAddress(book: Book, { sheetId, area }: RangeThing): string {
  return `${quoteSheet(book.sheets.name(sheetId))}!${addressOf(area)}`;
}

/** ='Sheet 1'!$A$1:$B$2, as a name holds it. */
export function absoluteFormula(book: Book, { sheetId, area }: RangeThing): string {
  return `=${quoteSheet(book.sheets.name(sheetId))}!${absoluteAddress(area)}`;
}

/** Finds what an address, a name or a table's name stands for; without a sheet of its own it is read on `sheetId`. */
export function findRange(book: Book, text: string, sheetId: string): RangeThing {
  const { sheet, reference } = splitReference(text);
  const target = sheet === undefined ? sheetId : (book.sheets.find(sheet) ?? notFound());
  const area = parseAddress(reference);
  if (area !== null) return { sheetId: target, area };
  const name = book.names.find(reference, target) ?? book.names.find(reference);
  if (name !== undefined) return rangeOfFormula(book, name.formula) ?? badArgument(text);
  const table = book.tables.find(reference);
  return table === undefined ? badArgument(text) : { sheetId: table.sheetId, area: table.area };
}

/** The range a formula such as =Sheet1!$A$1 stands for; null for anything else. */
export function rangeOfFormula(book: Book, formula: string): RangeThing | null {
  const { sheet, reference } = splitReference(formula.replace(/^=/, ''));
  const area = parseAddress(reference);
  const sheetId = sheet === undefined ? undefined : book.sheets.find(sheet);
  return area === null || sheetId === undefined ? null : { sheetId, area };
}

/** An argument that is a range or its address. */
export function rangeArgument(book: Book, args: Args, at: { index: number; sheetId: string }): RangeThing {
  const given = args.handle(at.index, 'Range');
  return given === undefined ? findRange(book, args.text(at.index), at.sheetId) : (given.thing as RangeThing);
}

/** The part of a range the grid reaches: whole rows, columns and sheets are read as far as there are cells. */
export function clip(book: Book, { sheetId, area }: RangeThing): Area {
  const sheet = book.context.sheet(sheetId);
  const { rows, columns } = { rows: sheet.getRowCount(), columns: sheet.getColumnCount() };
  return {
    ...area,
    ...(area.rows >= MAX_ROWS ? { rows } : {}),
    ...(area.columns >= MAX_COLUMNS ? { columns } : {}),
  };
}

const READ_LIMIT = 5_000_000;

/** Like `clip`, for reading: Excel refuses more than five million cells at once. */
export function readable(book: Book, range: RangeThing): Area {
  const area = clip(book, range);
  if (area.rows * area.columns <= READ_LIMIT) return area;
  return refuse('InvalidOperation', 'The range holds more cells than one request may read.');
}
