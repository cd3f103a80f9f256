import type { CellChange } from '../model';
import { escapeAttribute, escapeXml, storeText } from '../xml/escapeXml';
import { cellName } from '../../sheet/address';

/** A cell to write, everything about it decided. */
export interface CellText {
  readonly row: number;
  readonly column: number;
  readonly style: number;
  readonly value: CellChange['value'];
  readonly type: CellChange['type'];
  /** As it is stored, hidden prefixes included. */
  readonly formula?: string;
  readonly array?: { readonly range: string; /** The cm attribute of a dynamic array. */ readonly metadata?: number };
}

/** Error values every reader of the format knows; newer ones (#SPILL!) are stored as #VALUE! and come back on calculation. */
const ERRORS = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#GETTING_DATA']);

/** A <c> element. Texts stand inline, so that the shared strings keep their bytes and "=1" stays a text. */
export function cellXml(cell: CellText, prefix: string): string {
  const formula = formulaXml(cell, prefix);
  const { type, body } = valueXml(cell, prefix);
  const style = cell.style === 0 ? '' : ` s="${String(cell.style)}"`;
  const metadata = cell.array?.metadata === undefined ? '' : ` cm="${String(cell.array.metadata)}"`;
  const kind = type === '' ? '' : ` t="${type}"`;
  const start = `<${prefix}c r="${cellName(cell.row, cell.column)}"${style}${kind}${metadata}`;
  return formula + body === '' ? `${start}/>` : `${start}>${formula}${body}</${prefix}c>`;
}

function formulaXml({ formula, array }: CellText, prefix: string): string {
  if (formula === undefined) return '';
  const attributes = array ? ` t="array" ref="${escapeAttribute(array.range)}"` : '';
  return `<${prefix}f${attributes}>${escapeXml(formula)}</${prefix}f>`;
}

function valueXml({ value, type, formula }: CellText, prefix: string): { type: string; body: string } {
  const v = (text: string) => `<${prefix}v>${text}</${prefix}v>`;
  if (value === null || type === 'blank') return { type: '', body: '' };
  if (type === 'error') return { type: 'e', body: v(errorText(value)) };
  if (typeof value === 'boolean') return { type: 'b', body: v(value ? '1' : '0') };
  if (typeof value === 'number') {
    return Number.isFinite(value) ? { type: '', body: v(String(value)) } : { type: 'e', body: v('#NUM!') };
  }
  if (formula !== undefined) return { type: 'str', body: v(storeText(value)) };
  const body = `<${prefix}is><${prefix}t xml:space="preserve">${storeText(value)}</${prefix}t></${prefix}is>`;
  return { type: 'inlineStr', body };
}

function errorText(value: string | number | boolean): string {
  return typeof value === 'string' && ERRORS.has(value.toUpperCase()) ? value.toUpperCase() : '#VALUE!';
}
