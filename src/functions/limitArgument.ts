import type { Cell } from '../engine/ledger/index';
import { findPack } from '../engine/policy/index';
import { functionText } from '../text/functions';
import { matrixOf, type Argument } from './arguments';
import { FunctionFailure, notAvailable } from './failure';
import { shareCell } from './numberCell';
import { policyOf } from './policyArgument';

/** A limit as a number, or as the policy that sets it: its name, or a 政策参数 range. */
export function limitOf(
  argument: Argument,
  given: { readonly name: string; readonly label: string; readonly value: string },
): number {
  const matrix = matrixOf(argument, given.name);
  const [cell] = matrix[0] ?? [];
  if (matrix.length <= 1 && (matrix[0]?.length ?? 0) <= 1 && !namesPolicy(cell)) {
    const limit = shareCell(cell, given.label);
    if (limit instanceof FunctionFailure) throw limit;
    return limit;
  }
  const { pack, values } = policyOf(argument, undefined);
  const limit = values.get(given.value);
  if (limit === undefined) throw notAvailable(functionText('noLimit', { policy: pack.short, name: given.label }));
  return limit;
}

function namesPolicy(cell: Cell): boolean {
  return typeof cell === 'string' && findPack(cell) !== undefined;
}
