import { NONE, type ChoiceModel } from './choiceModel';

/** What the prices of the rows say: a bound on every choice's value, and the choice that is best at these prices. */
export interface Priced {
  /** No choice that keeps all limits is worth more. */
  readonly bound: number;
  readonly option: Int32Array;
  readonly activity: Float64Array;
}

/**
 * The Lagrangian dual at given row prices (>= 0): each group takes the option that is worth most after paying for what it uses.
 * Weak duality makes `bound` an upper bound whatever the prices are.
 */
export function priceOut(model: ChoiceModel, prices: Float64Array, into?: Priced): Priced {
  const { groups, firstOption, firstEntry, row, coefficient, limit, mustChoose, value } = model;
  const option = into?.option ?? new Int32Array(groups);
  const activity = into?.activity.fill(0) ?? new Float64Array(limit.length);
  let bound = 0;
  for (let at = 0; at < limit.length; at++) bound += (prices[at] ?? 0) * (limit[at] ?? 0);
  for (let group = 0; group < groups; group++) {
    let best = NONE;
    let worth = mustChoose[group] === 1 ? -Infinity : 0;
    const end = firstOption[group + 1] ?? 0;
    for (let candidate = firstOption[group] ?? 0; candidate < end; candidate++) {
      let left = value[candidate] ?? 0;
      const last = firstEntry[candidate + 1] ?? 0;
      for (let entry = firstEntry[candidate] ?? 0; entry < last; entry++) {
        left -= (prices[row[entry] ?? 0] ?? 0) * (coefficient[entry] ?? 0);
      }
      if (left > worth) {
        worth = left;
        best = candidate;
      }
    }
    option[group] = best;
    if (best === NONE) continue;
    bound += worth;
    const last = firstEntry[best + 1] ?? 0;
    for (let entry = firstEntry[best] ?? 0; entry < last; entry++) {
      const at = row[entry] ?? 0;
      activity[at] = (activity[at] ?? 0) + (coefficient[entry] ?? 0);
    }
  }
  return { bound, option, activity };
}

/** How long prices are looked for. */
export interface DualSearch {
  readonly iterations: number;
  /** Prices to begin with; all nil when left out. */
  readonly from?: Float64Array;
  /** The greatest price of each row: what a unit over the limit costs where limits may be broken at a price. */
  readonly greatest?: Float64Array;
  /** What the first steps aim to gain, roughly; a part of all values when left out. */
  readonly reach?: number;
}

/** The best prices found and their bound. */
export interface Dual {
  readonly prices: Float64Array;
  readonly bound: number;
}

/**
 * Looks for prices with a low bound by the subgradient method with a target that closes in (variable target value, after
 * Lim and Sherali 2006): a step aims at the best bound less `gap`; eight steps without a lower bound shrink the gap and go back to the best prices.
 * Yields the best bound after every step.
 */
export function* searchPrices(model: ChoiceModel, search: DualSearch): Generator<number, Dual> {
  const rows = model.limit.length;
  const scale = rowScale(model);
  const prices = search.from?.slice() ?? new Float64Array(rows);
  const best = { prices: prices.slice(), bound: Infinity };
  const direction = new Float64Array(rows);
  let priced = priceOut(model, prices);
  let gap = search.reach ?? Math.max(0.1 * Math.abs(priced.bound), 0.02 * greatestSum(model));
  let idle = 0;
  for (let iteration = 0; iteration < search.iterations; iteration++) {
    idle = priced.bound < best.bound - 0.1 * gap ? 0 : idle + 1;
    if (priced.bound < best.bound) {
      best.bound = priced.bound;
      best.prices.set(prices);
    }
    yield best.bound;
    if (gap < 1e-7 * Math.max(1, Math.abs(best.bound))) break;
    if (idle > 8) {
      gap *= 0.6;
      idle = 0;
      prices.set(best.prices);
      priced = priceOut(model, prices, priced);
      direction.fill(0);
    }
    step(model, {
      prices,
      direction,
      scale,
      priced,
      wanted: priced.bound - best.bound + gap,
      greatest: search.greatest,
    });
    priced = priceOut(model, prices, priced);
  }
  return best;
}

interface Step {
  readonly prices: Float64Array;
  readonly direction: Float64Array;
  readonly scale: Float64Array;
  readonly priced: Priced;
  /** How much lower the bound is wanted. */
  readonly wanted: number;
  readonly greatest: Float64Array | undefined;
}

/** One deflected step along what each row uses over its limit, in units of the row. */
function step({ limit }: ChoiceModel, { prices, direction, scale, priced, wanted, greatest }: Step): void {
  let square = 0;
  for (let row = 0; row < limit.length; row++) {
    const over = ((priced.activity[row] ?? 0) - (limit[row] ?? 0)) * (scale[row] ?? 0);
    const toward = over + 0.3 * (direction[row] ?? 0);
    direction[row] = toward;
    if (!(prices[row] === 0 && toward < 0)) square += toward * toward;
  }
  if (square === 0) return;
  const length = wanted / square;
  for (let row = 0; row < limit.length; row++) {
    const moved = (prices[row] ?? 0) + length * (direction[row] ?? 0) * (scale[row] ?? 0);
    prices[row] = Math.min(Math.max(0, moved), greatest?.[row] ?? Infinity);
  }
}

/** One over the size of each row, so that mu, cases and wanYuan pull alike. */
export function rowScale({ limit, row, coefficient }: ChoiceModel): Float64Array {
  const sums = new Float64Array(limit.length);
  for (let entry = 0; entry < row.length; entry++) {
    const at = row[entry] ?? 0;
    sums[at] = (sums[at] ?? 0) + Math.abs(coefficient[entry] ?? 0);
  }
  return Float64Array.from(limit, (own, at) => 1 / (Math.abs(own) || (sums[at] ?? 0) / 10 || 1));
}

/** The sum over groups of their most weighty option. */
export function greatestSum({ groups, firstOption, value }: ChoiceModel): number {
  let size = 0;
  for (let group = 0; group < groups; group++) {
    let greatest = 0;
    const end = firstOption[group + 1] ?? 0;
    for (let option = firstOption[group] ?? 0; option < end; option++)
      greatest = Math.max(greatest, Math.abs(value[option] ?? 0));
    size += greatest;
  }
  return size;
}
