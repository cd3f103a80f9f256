import { isBlankArgument, readNumber, type Cell, type Unit } from '../engine/index';
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
