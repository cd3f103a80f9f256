import type { Unit } from '../engine/quantity/index';
import { isBlankArgument, readNumber, type Cell } from '../engine/ledger/index';
import { functionText } from '../text/functions';
import { invalid, notAvailable, type FunctionFailure } from './failure';

/** A cell's number, or the refusal naming what is missing (#N/A) or cannot be read (#VALUE!). 0 is a blank: Excel delivers blanks so. */
export function numberCell(cell: Cell, label: string, unit?: Unit): number | FunctionFailure {
  if (isBlankArgument(cell)) return notAvailable(functionText('missingNumber', { name: label }));
  const reading = readNumber(cell, unit);
  if (reading.kind === 'value') return reading.value;
  if (reading.kind === 'missing') return notAvailable(functionText('missingNumber', { name: label }));
  return invalid(functionText('unreadableNumber', { name: label, text: String(cell) }));
}

/**
 * A cell's number where 0 says something (亩 already done): 0 and blank cannot be told apart in an argument, so a 0 is refused
 * with the advice to write 零.
 */
export function countedCell(cell: Cell, label: string): number | FunctionFailure {
  if (isBlankArgument(cell)) return notAvailable(functionText('zeroOrBlank', { name: label }));
  return numberCell(cell, label);
}

/** A share as a number (0.51) or a percentage (51%). */
export function shareCell(cell: Cell, label: string): number | FunctionFailure {
  const percent = typeof cell === 'string' ? /^(.+?)[%％]$/.exec(cell.trim())?.[1] : undefined;
  if (percent === undefined) return numberCell(cell, label);
  const number = numberCell(percent, label);
  return typeof number === 'number' ? number / 100 : number;
}
