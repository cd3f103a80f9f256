import { convert, parseUnit, type Unit } from '../quantity/unit';
import { cellText, found, isMissingMark, MISSING, UNREADABLE, type Cell, type Reading } from './cell';

const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?$/i;
const BARE = /^-?\d+(?:\.\d+)?$/;
const GROUPED = /^[+-]?\d{1,3}(?:[,，]\d{3})+(?:\.\d*)?$/;
const WITH_UNIT = /^([+-]?[\d.,，]+)([^\d.,，].*)$/;

/**
 * Reads a number as officials type it: full width, thousands separators, 约 in front, brackets for minus, a unit behind
 * ("12.5亩", "8,000㎡": converted by that unit). `unit` is the column's. A range or any other text is unreadable, never 0.
 */
export function readNumber(cell: Cell, unit?: Unit): Reading<number> {
  if (typeof cell === 'number') return Number.isFinite(cell) ? found(inUnit(cell, unit)) : UNREADABLE;
  if (typeof cell === 'boolean') return UNREADABLE;
  // Most texts that hold a number hold nothing else.
  if (typeof cell === 'string' && BARE.test(cell)) return found(inUnit(Number(cell), unit));
  const text = cellText(cell).replace(/^['‘’`]/, '');
  if (isMissingMark(text)) return MISSING;
  if (text === '零') return found(0);
  const bare = text.replace(/^[约≈~¥￥]/, '').replace(/^\((.+)\)$/, '-$1');
  const plain = parsePlain(bare);
  if (plain !== undefined) return found(inUnit(plain, unit));
  return readWithUnit(bare, unit);
}

/** The unit that a cell's text names behind its number, where that is one we know. */
export function unitOfCell(text: string): Unit | undefined {
  const match = WITH_UNIT.exec(cellText(text).replace(/^['‘’`]?[约≈~¥￥]?/, ''));
  const unit = parsePlain(match?.[1] ?? '') === undefined ? undefined : parseUnit(match?.[2] ?? '');
  return unit?.dimension === 'other' ? undefined : unit;
}

function inUnit(value: number, unit: Unit | undefined): number {
  return unit ? convert(value, unit) : value;
}

/** Commas must stand where thousands do: "1,23" is a typing error, not 123. */
function parsePlain(text: string): number | undefined {
  if (PLAIN.test(text)) return Number(text);
  return GROUPED.test(text) ? Number(text.replace(/[,，]/g, '')) : undefined;
}

function readWithUnit(text: string, unit: Unit | undefined): Reading<number> {
  const match = WITH_UNIT.exec(text);
  const value = parsePlain(match?.[1] ?? '');
  const own = parseUnit(match?.[2] ?? '');
  if (value === undefined || !own) return UNREADABLE;
  // "12.5亩" in a 万元 column is somebody's note, not a tax.
  if (unit && own.dimension !== unit.dimension) return UNREADABLE;
  return found(convert(value, own));
}
