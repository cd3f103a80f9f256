import { functionText } from '../text/functions';
import { scalarOf, type Argument } from './arguments';
import { FunctionFailure, invalid } from './failure';
import { shareCell } from './numberCell';

/** A share from 0 to 1 that may be left out; #VALUE! where it is no number or lies outside. */
export function shareOf(
  argument: Argument,
  given: { readonly name: string; readonly label: string },
  otherwise: number,
): number {
  const cell = scalarOf(argument, given.name);
  if (cell === undefined) return otherwise;
  const share = shareCell(cell, given.label);
  if (share instanceof FunctionFailure) throw share;
  if (share >= 0 && share <= 1) return share;
  throw invalid(functionText('notAShare', { name: given.label, text: String(cell) }));
}
