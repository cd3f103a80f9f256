import { convert, convertFile } from './libreOffice';

/** A cell typed into, rows and columns from 0: a number, a text, or '' to clear it. */
export interface OfficeEdit {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly value: string | number;
}

/**
 * A workbook taken into LibreOffice's own document, edited there by script, calculated anew and saved as .xlsx: what a colleague
 * without Excel sends back. Its macros need a window, so the script works on the document's text (flat ODF).
 */
export function editInLibreOffice(bytes: Uint8Array, edits: readonly OfficeEdit[]): Uint8Array {
  const flat = convert(bytes, 'fods').get('book.fods');
  if (!flat) throw new Error('LibreOffice wrote nothing');
  const text = edits.reduce(edited, Buffer.from(flat).toString('utf8'));
  const saved = convertFile('book.fods', Buffer.from(forgetResults(text)), 'xlsx:Calc MS Excel 2007 XML').get(
    'book.xlsx',
  );
  if (!saved) throw new Error('LibreOffice wrote nothing');
  return new Uint8Array(saved);
}

const ROW = /<table:table-row\b[^>]*?(?:\/>|>[\s\S]*?<\/table:table-row>)/g;
const CELL = /<table:(?:covered-)?table-cell\b[^>]*?(?:\/>|>[\s\S]*?<\/table:(?:covered-)?table-cell>)/g;

function edited(document: string, { sheet, row, column, value }: OfficeEdit): string {
  const name = escaped(sheet);
  const start = document.indexOf(`<table:table table:name="${name}"`);
  const end = document.indexOf('</table:table>', start);
  if (start < 0) throw new Error(`no sheet ${sheet}`);
  const table = replaceAt(document.slice(start, end), ROW, {
    at: row,
    repeated: 'table:number-rows-repeated',
    replace: (line) =>
      replaceAt(line, CELL, {
        at: column,
        repeated: 'table:number-columns-repeated',
        replace: (cell) => typed(cell, value),
      }),
  });
  return document.slice(0, start) + table + document.slice(end);
}

/** Replaces the element at a position; one that stands for several is taken apart. */
function replaceAt(
  text: string,
  pattern: RegExp,
  {
    at,
    repeated,
    replace,
  }: { readonly at: number; readonly repeated: string; readonly replace: (one: string) => string },
): string {
  let first = 0;
  for (const { 0: element, index } of text.matchAll(pattern)) {
    const count = Number(new RegExp(`${repeated}="(\\d+)"`).exec(element)?.[1] ?? 1);
    if (at < first + count) {
      const copies = (number: number) => (number === 0 ? '' : withCount(element, repeated, number));
      const parts = [copies(at - first), replace(withCount(element, repeated, 1)), copies(first + count - at - 1)];
      return text.slice(0, index) + parts.join('') + text.slice(index + element.length);
    }
    first += count;
  }
  throw new Error(`nothing at ${String(at)}`);
}

function withCount(element: string, repeated: string, count: number): string {
  const bare = element.replace(new RegExp(` ${repeated}="\\d+"`), '');
  return count === 1 ? bare : bare.replace(/^<[\w:-]+/, (tag) => `${tag} ${repeated}="${String(count)}"`);
}

function typed(cell: string, value: string | number): string {
  const style = / table:style-name="[^"]*"/.exec(cell)?.[0] ?? '';
  const rule = / table:content-validation-name="[^"]*"/.exec(cell)?.[0] ?? '';
  if (value === '') return `<table:table-cell${style}${rule}/>`;
  const content = `<text:p>${escaped(String(value))}</text:p>`;
  const type =
    typeof value === 'number'
      ? `office:value-type="float" office:value="${String(value)}"`
      : 'office:value-type="string"';
  return `<table:table-cell${style}${rule} ${type}>${content}</table:table-cell>`;
}

/** Formulas without their results are calculated when the document is opened. */
function forgetResults(document: string): string {
  return document.replace(CELL, (cell) => {
    const formula = / table:formula="[^"]*"/.exec(cell)?.[0];
    if (formula === undefined) return cell;
    const open = /^<[^>]*?\/?>/.exec(cell)?.[0] ?? '';
    const attributes = open.replace(/ (?:office|calcext):[\w-]+="[^"]*"/g, '').replace(/\/?>$/, '');
    return `${attributes}/>`;
  });
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
