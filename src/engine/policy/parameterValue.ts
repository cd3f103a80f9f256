import { cellText, type Cell } from '../ledger/cell';
import { convert, parseUnit, type Unit } from '../quantity/unit';
import { foldText } from '../rule/read/foldText';

/** How a line that no number reaches is written. */
export const NO_LINE = '不设上限';
/** How a 0 is written where a formula could take it for a blank. */
export const ZERO_WORDS: readonly string[] = ['零', '不计'];
const VALUE = /^([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\s*([^\d\s].*)?$/;

/** A value of a policy as its cell says it, with the unit that stands behind the number. */
export interface ParameterValue {
  readonly value: number;
  readonly unit?: Unit;
}

/**
 * Reads a value of 政策参数: a number and nothing else but its unit. What a ledger may mean by (5), 约5 or 5 10 is no value of a
 * policy.
 */
export function readParameterValue(cell: Cell): ParameterValue | undefined {
  if (typeof cell === 'number') return Number.isFinite(cell) ? { value: cell } : undefined;
  if (typeof cell !== 'string') return undefined;
  const word = cellText(cell);
  if (word === NO_LINE) return { value: Infinity };
  if (ZERO_WORDS.includes(word)) return { value: 0 };
  const [, digits, behind] = VALUE.exec(foldText(cell).text.trim().replace(/^−/, '-')) ?? [];
  if (digits === undefined) return undefined;
  const value = Number(digits.replaceAll(',', ''));
  if (behind === undefined) return Number.isFinite(value) ? { value } : undefined;
  const unit = parseUnit(behind);
  return unit && Number.isFinite(value) ? { value: inBase(value, unit), unit } : undefined;
}

/** 5-10 typed into a cell that is no text cell becomes the 10th of May: no line of a policy is such a number. */
export function looksLikeDay(cell: Cell): boolean {
  return typeof cell === 'number' && Number.isInteger(cell) && cell > 36_000 && cell < 80_000;
}

function inBase(value: number, unit: Unit): number {
  return unit.text === '%' ? value / 100 : convert(value, unit);
}
