import { isBlankArgument, ledgerOfPairs, type Cell } from '../engine/ledger/index';
import { groupIds, judge, type AppliedPolicy, type Judgement } from '../engine/assess/index';
import { functionText } from '../text/functions';
import { matrixOf, type Argument } from './arguments';
import { fits, laidOut, sizeText, widthOf } from './broadcast';
import { invalid, notAvailable } from './failure';

/** Tax, area and group of one cell. */
type Triple = readonly [tax: Cell, area: Cell, group: Cell];

/** Tax and area cell by cell, left to right and row by row. */
export interface Pairs {
  readonly cells: readonly Triple[];
  readonly width: number;
}

/** The cells of a question about tiers; #VALUE! for sizes that differ. */
export function pairsOf(tax: Argument, area: Argument, group: Argument): Pairs {
  const taxes = matrixOf(tax, 'tax');
  const areas = matrixOf(area, 'area');
  const groups = matrixOf(group, 'group');
  const [height, width] = [Math.max(taxes.length, areas.length), Math.max(widthOf(taxes), widthOf(areas))];
  if (![taxes, areas].every((matrix) => fits(matrix, height, width))) {
    throw invalid(functionText('sizes', { tax: sizeText(taxes), area: sizeText(areas) }));
  }
  if (!fits(groups, height, width))
    throw invalid(functionText('groupSize', { group: sizeText(groups), tax: sizeText(taxes) }));
  const isNothing = ([paid, mu]: readonly Cell[]) => isBlankArgument(paid) && isBlankArgument(mu);
  const { cells, end } = laidOut({ matrices: [taxes, areas, groups], height, width }, isNothing);
  // A whole-column reference is cut after its last used row; one row stays, for a formula must answer something.
  const kept = cells.slice(0, Math.max(1, Math.ceil(end / Math.max(1, width))) * width);
  return { cells: kept.map(([paid, mu, of]): Triple => [paid, mu, of]), width };
}

/** The tiers of the pairs; #N/A where the policy has none. */
export function judgedPairs(pairs: Pairs, policy: AppliedPolicy): Judgement {
  const judgement = judge(ledgerOfPairs(pairs.cells, groupIds(policy)), { policy }, 'tiers');
  if (!judgement) throw notAvailable(functionText('noTiers', { policy: policy.pack.short }));
  return judgement;
}
