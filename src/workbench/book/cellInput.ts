import { CellValueType, numfmt, type ICellData } from '@univerjs/core';
import type { OfficeValue } from './value';

/** What a written value makes of a cell; `pattern` where the text itself asked for a number format, as a date does. */
export interface CellInput {
  readonly cell: ICellData;
  readonly pattern?: string;
}

/** Only such text is worth the costly attempt to read a number or a date in it. */
const LOOKS_NUMERIC = /^(?=.*\d)[\d\s.,:%+\-/()¥￥$€EeAaPpMm年月日时分秒]+$/;
const EMPTY = { f: null, si: null, p: null } as const;

/**
 * Reads a written value as Excel does: "=..." is a formula, a leading apostrophe keeps text, a text format makes text,
 * and text that looks like a number, a percentage, a date or a truth value becomes one.
 */
export function cellInput(value: OfficeValue, isText: boolean): CellInput {
  if (typeof value === 'number') {
    return { cell: isText ? textCell(String(value)) : { v: value, t: CellValueType.NUMBER, ...EMPTY } };
  }
  if (typeof value === 'boolean') return { cell: { v: value ? 1 : 0, t: CellValueType.BOOLEAN, ...EMPTY } };
  if (value === '') return { cell: { v: null, t: null, ...EMPTY } };
  if (isText) return { cell: textCell(value) };
  if (value.startsWith('=') && value.length > 1) return { cell: { ...EMPTY, f: value, v: null, t: null } };
  if (value.startsWith("'")) return { cell: textCell(value.slice(1)) };
  return parsed(value);
}

function textCell(text: string): ICellData {
  return { v: text, t: CellValueType.STRING, ...EMPTY };
}

function parsed(text: string): CellInput {
  if (/^(true|false)$/i.test(text)) {
    return { cell: { v: text.toLowerCase() === 'true' ? 1 : 0, t: CellValueType.BOOLEAN, ...EMPTY } };
  }
  if (!LOOKS_NUMERIC.test(text)) return { cell: textCell(text) };
  const number = numfmt.parseValue(text);
  if (number === null || typeof number.v !== 'number') return { cell: textCell(text) };
  const cell = { v: number.v, t: CellValueType.NUMBER, ...EMPTY };
  return typeof number.z === 'string' && number.z !== 'General' ? { cell, pattern: number.z } : { cell };
}

/** Whether a text format would keep this value from being read as something else. */
export function dependsOnFormat(value: OfficeValue): boolean {
  if (typeof value !== 'string') return typeof value === 'number';
  return /^[=']|^(true|false)$/i.test(value) || LOOKS_NUMERIC.test(value);
}
