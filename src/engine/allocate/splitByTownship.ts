import { fillBetween } from './fillBetween';
import { wholeUnits } from './wholeUnits';

/** What a township brings to the split of a target: mu, wanYuan, mu. */
export interface TownshipNeed {
  /** Inefficient stock in mu: the weight of 0.6, and the cap. */
  readonly stock: number;
  /** Gap of tax to the line in wanYuan: the weight of 0.3. */
  readonly gap: number;
  /** Area closed out last year in mu: the weight of 0.1. */
  readonly done: number;
  /** At least so much, in mu; 0 when left out. */
  readonly least?: number;
  /** At most so much, in mu, below the stock. */
  readonly most?: number;
}

/** How much stock, gap and last year's result count; only their proportions matter. */
export interface SplitWeights {
  readonly stock: number;
  readonly gap: number;
  readonly done: number;
}

/** How a target is split: weights, the unit that shares are whole numbers of (1 or 0.1 mu), and the most one may carry. */
export interface SplitRule {
  readonly weights?: SplitWeights;
  readonly unit?: 1 | 0.1;
  /** No township above this part of the target, 0 to 1. */
  readonly mostShare?: number;
}

/** The split of a target over townships in their given order, in mu. */
export interface TownshipSplit {
  /** Before rounding. */
  readonly exact: readonly number[];
  /** Whole units by the largest remainder; a tie goes to the earlier township. They add up to the target exactly. */
  readonly whole: readonly number[];
  /** What does not fit under the caps. */
  readonly unallocated: number;
}

/** The weights of stock, gap and last year's result (model.md equation 12, an assumption). */
export const SPLIT_WEIGHTS: SplitWeights = { stock: 0.6, gap: 0.3, done: 0.1 };

const MEASURES = ['stock', 'gap', 'done'] as const;

/** What each township's part is in proportion to. A measure that is nil everywhere tells nothing: its weight goes to the others. */
export function splitProportions(needs: readonly TownshipNeed[], weights = SPLIT_WEIGHTS): number[] {
  const sums = MEASURES.map((measure) => needs.reduce((sum, need) => sum + need[measure], 0));
  const told = MEASURES.map((measure, index) => ((sums[index] ?? 0) > 0 ? weights[measure] : 0));
  const all = told.reduce((sum, weight) => sum + weight, 0);
  // 0.6 + 0.3 + 0.1 is not quite 1, and must not make a difference.
  const scale = Math.abs(all - 1) < 1e-9 ? 1 : all || 1;
  return needs.map((need) => {
    const parts = MEASURES.map((measure, index) =>
      told[index] ? ((told[index] ?? 0) * need[measure]) / (sums[index] ?? 1) : 0,
    );
    return parts.reduce((sum, part) => sum + part, 0) / scale;
  });
}

/** The bounds of each township's share in mu: at most its stock, its own limit and the part any one may carry. */
export function splitBounds(total: number, needs: readonly TownshipNeed[], { mostShare = 1 }: SplitRule = {}) {
  const most = needs.map(({ stock, most: own = Infinity }) => Math.min(stock, own, mostShare * total));
  return { least: needs.map(({ least = 0 }, index) => Math.min(least, most[index] ?? 0)), most };
}

/** Splits a target in mu over townships by stock, gap and last year's result, each within its bounds (model.md equation 12). */
export function splitByTownship(total: number, needs: readonly TownshipNeed[], rule: SplitRule = {}): TownshipSplit {
  const { unit = 1 } = rule;
  const bounds = splitBounds(total, needs, rule);
  const exact = fillBetween(total, splitProportions(needs, rule.weights), bounds);
  const units = Math.round(total / unit);
  const inUnits = (amounts: readonly number[]) => amounts.map((mu) => mu / unit);
  const whole = wholeUnits(units, inUnits(exact), { least: inUnits(bounds.least), most: inUnits(bounds.most) });
  const left = units - whole.reduce((sum, share) => sum + share, 0);
  // Dividing by 10 gives the number that "35.7" reads as; multiplying by 0.1 does not.
  const mu = (count: number) => (unit === 1 ? count : count / 10);
  return { exact, whole: whole.map(mu), unallocated: mu(left) };
}
