import { staysWithin } from '../quantity/reaches';
import { splitBounds, type SplitRule, type TownshipNeed } from './splitByTownship';

/** Why a split is not what was asked, and the nearest change that makes it so. Areas in mu. */
export type SplitProblem =
  | { readonly code: 'noTownships' | 'noTarget' | 'badWeights' }
  /** Rows that belong to no township: their area is in nobody's cap. */
  | { readonly code: 'townshipMissing'; readonly rows: number; readonly area: number }
  | { readonly code: 'targetBeyondStock'; readonly target: number; readonly possible: number }
  /** Targets of all townships together fit, but the part that one may carry is too small: it must be at least `share`. */
  | { readonly code: 'shareTooSmall'; readonly given: number; readonly share: number }
  | { readonly code: 'limitsTooLow'; readonly target: number; readonly possible: number }
  | { readonly code: 'leastBeyondTarget'; readonly target: number; readonly least: number }
  | {
      readonly code: 'leastBeyondMost';
      readonly township: number;
      readonly least: number;
      readonly most: number;
    };

/** What is to be split, and what of it belongs to nobody. */
export interface SplitQuestion {
  readonly target: number;
  readonly needs: readonly TownshipNeed[];
  readonly rule: SplitRule;
  readonly unplaced: { readonly rows: number; readonly area: number };
}

const wholeOf = (mu: number, unit: number) => (unit === 1 ? Math.floor(mu + 1e-9) : Math.floor(mu * 10 + 1e-9) / 10);

/** Everything that keeps a target from being split as asked; none where it can be. */
export function splitProblems({ target, needs, rule, unplaced }: SplitQuestion): SplitProblem[] {
  const lost: SplitProblem[] = unplaced.rows > 0 ? [{ code: 'townshipMissing', ...unplaced }] : [];
  if (needs.length === 0) return [...lost, { code: 'noTownships' }];
  if (!(target > 0)) return [...lost, { code: 'noTarget' }];
  if (!weightsAreGood(rule)) return [...lost, { code: 'badWeights' }];
  return [...lost, ...capProblems(target, needs, rule), ...leastProblems(target, needs, rule)];
}

function weightsAreGood({ weights }: SplitRule): boolean {
  if (!weights) return true;
  const parts = [weights.stock, weights.gap, weights.done];
  return parts.every((part) => part >= 0 && Number.isFinite(part)) && parts.some((part) => part > 0);
}

/** The widest limit first: the stock, then the townships' own limits, then the part that any one may carry. */
function capProblems(target: number, needs: readonly TownshipNeed[], rule: SplitRule): SplitProblem[] {
  const { unit = 1, mostShare = 1 } = rule;
  const room = (caps: readonly number[]) => caps.reduce((sum, cap) => sum + wholeOf(cap, unit), 0);
  const stock = room(needs.map((need) => need.stock));
  if (!staysWithin(target, stock)) return [{ code: 'targetBeyondStock', target, possible: stock }];
  const own = needs.map((need) => Math.min(need.stock, need.most ?? Infinity));
  const possible = room(own);
  if (!staysWithin(target, possible)) return [{ code: 'limitsTooLow', target, possible }];
  if (staysWithin(target, room(splitBounds(target, needs, rule).most))) return [];
  return [{ code: 'shareTooSmall', given: mostShare, share: leastShare(target, own, unit) }];
}

/**
 * The smallest part of the target, in whole units, that the largest may carry so that all together reach it. Counting caps from the
 * smallest up, those that are lower than the part are full and the others carry it.
 */
function leastShare(target: number, caps: readonly number[], unit: number): number {
  const rising = caps.map((cap) => wholeOf(cap, unit)).toSorted((a, b) => a - b);
  let rest = target;
  for (const [index, cap] of rising.entries()) {
    const even = rest / (rising.length - index);
    if (staysWithin(even, cap)) return Math.min(1, (Math.ceil(even / unit - 1e-9) * unit) / target);
    rest -= cap;
  }
  return 1;
}

function leastProblems(target: number, needs: readonly TownshipNeed[], rule: SplitRule): SplitProblem[] {
  const { most } = splitBounds(target, needs, rule);
  const crossed = needs.flatMap(({ least = 0 }, township): SplitProblem[] => {
    const cap = most[township] ?? 0;
    return !staysWithin(least, cap) ? [{ code: 'leastBeyondMost', township, least, most: cap }] : [];
  });
  const least = needs.reduce((sum, need) => sum + (need.least ?? 0), 0);
  return !staysWithin(least, target) ? [...crossed, { code: 'leastBeyondTarget', target, least }] : crossed;
}
