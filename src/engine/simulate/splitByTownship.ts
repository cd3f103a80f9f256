/** What a township brings to the split of a target: mu, wanYuan, mu. */
export interface TownshipNeed {
  /** Inefficient stock in mu: the weight of 0.6, and the cap. */
  readonly stock: number;
  /** Gap of tax to the line in wanYuan: the weight of 0.3. */
  readonly gap: number;
  /** Area closed out last year in mu: the weight of 0.1. */
  readonly done: number;
}

/** The split of a target over townships in their given order, in mu. */
export interface TownshipSplit {
  /** Before rounding. */
  readonly exact: readonly number[];
  /** Whole mu by the largest remainder; a tie goes to the earlier township. */
  readonly whole: readonly number[];
  /** What does not fit under the caps, in whole mu. */
  readonly unallocated: number;
}

/** The weights of stock, gap and last year's result (model.md equation 12, an assumption). */
export const SPLIT_WEIGHTS = { stock: 0.6, gap: 0.3, done: 0.1 } as const;

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

function weightedShares(total: number, needs: readonly TownshipNeed[]): number[] {
  const stock = sum(needs.map((need) => need.stock));
  const gap = sum(needs.map((need) => need.gap));
  const done = sum(needs.map((need) => need.done));
  // A measure that is nil everywhere tells nothing: its weight goes to the others in proportion.
  const part = (weight: number, own: number, all: number) => (all > 0 ? (weight * own) / all : 0);
  const used =
    (stock > 0 ? SPLIT_WEIGHTS.stock : 0) + (gap > 0 ? SPLIT_WEIGHTS.gap : 0) + (done > 0 ? SPLIT_WEIGHTS.done : 0);
  const scale = stock > 0 && gap > 0 && done > 0 ? 1 : used;
  return needs.map(
    (need) =>
      (total *
        (part(SPLIT_WEIGHTS.stock, need.stock, stock) +
          part(SPLIT_WEIGHTS.gap, need.gap, gap) +
          part(SPLIT_WEIGHTS.done, need.done, done))) /
      (scale || 1),
  );
}

/** Holds every share at its cap and hands what is over to the others in proportion, until nothing is over. */
function capShares(total: number, shares: readonly number[], caps: readonly number[]): number[] {
  const held = shares.map(() => false);
  let current = [...shares];
  for (;;) {
    const over = current.map((share, index) => !held[index] && share > (caps[index] ?? 0));
    if (!over.includes(true)) return current;
    over.forEach((isOver, index) => (held[index] ||= isOver));
    const rest = total - sum(caps.filter((_, index) => held[index]));
    const open = sum(current.filter((_, index) => !held[index]));
    const capped = current;
    current = capped.map((share, index) => (held[index] ? (caps[index] ?? 0) : open > 0 ? (rest * share) / open : 0));
  }
}

/** Rounds down, then gives one unit each to the largest remainders that have room, until the total is reached. */
function roundToTotal(total: number, shares: readonly number[], caps: readonly number[]): number[] {
  const whole = shares.map((share) => Math.floor(share + 1e-9));
  const order = shares
    .map((share, index) => ({ index, remainder: share - (whole[index] ?? 0) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  let missing = Math.round(total) - sum(whole);
  for (const { index } of order) {
    const raised = (whole[index] ?? 0) + 1;
    if (missing > 0 && raised <= (caps[index] ?? 0)) {
      whole[index] = raised;
      missing--;
    }
  }
  return whole;
}

/** Splits a target in mu over townships by stock, gap and last year's result, each at most its stock (model.md equation 12). */
export function splitByTownship(total: number, needs: readonly TownshipNeed[]): TownshipSplit {
  const caps = needs.map((need) => need.stock);
  const exact = capShares(total, weightedShares(total, needs), caps);
  const whole = roundToTotal(Math.min(total, sum(exact)), exact, caps);
  return { exact, whole, unallocated: Math.max(0, Math.round(total) - sum(whole)) };
}
