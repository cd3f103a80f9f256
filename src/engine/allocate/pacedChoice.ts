import { NONE, type ChoiceModel } from './choiceModel';
import { rowScale } from './lagrange';

/** What a walk over the groups found: the options taken on the way, and the mean prices. */
export interface Paced {
  readonly option: Int32Array;
  readonly prices: Float64Array;
}

/** Groups visited at least, over all rounds, and rounds at least: prices need a round to settle. */
const VISITS = 40_000;
const ROUNDS = 2;
/** Groups between two looks at how far the rows are ahead of their pace. */
const BETWEEN = 16;
/** A row that runs over by its whole limit in a round raises its price by so many times what a unit is worth; less in later rounds. */
const EAGER = 4;
/** The end of the last round, as a part, over which what is left to use is spread. */
const TAIL = 0.03;

/**
 * A choice and prices at once, near the best ones: groups are visited in a scattered order, each takes the option that is worth most
 * at the present prices, and a row's price rises while it is used faster than its limit allows (online dual descent, after Li, Sun
 * and Ye 2020, with the pace set by what is left). Where limits give way at a price (`greatest`, Infinity where one must hold), no row's price
 * passes it, and a unit over the limit counts as a part of it.
 */
export function pacedChoice(model: ChoiceModel, margin: number, greatest?: Float64Array): Paced {
  const rounds = Math.max(ROUNDS, Math.ceil(VISITS / Math.max(1, model.groups)));
  const walk = new Walk(model, margin, greatest);
  for (let round = 0; round < rounds; round++) walk.round(EAGER / (1 + round), round === rounds - 1);
  return { option: walk.option, prices: walk.meanPrices() };
}

class Walk {
  readonly option: Int32Array;
  private readonly prices: Float64Array;
  private readonly sums: Float64Array;
  private readonly used: Float64Array;
  /** What a unit over the limit adds to a row's price. */
  private readonly rate: Float64Array;
  private looks = 0;

  constructor(
    private readonly model: ChoiceModel,
    private readonly margin: number,
    private readonly greatest: Float64Array | undefined,
  ) {
    const rows = model.limit.length;
    this.option = new Int32Array(model.groups).fill(NONE);
    this.prices = new Float64Array(rows);
    this.sums = new Float64Array(rows);
    this.used = new Float64Array(rows);
    this.rate = greatest ? rowScale(model).map((scale) => scale * scale) : priceRates(model);
  }

  /** Visits every group once. */
  round(eager: number, last: boolean): void {
    const { groups } = this.model;
    const stride = strideOf(groups);
    this.used.fill(0);
    if (last) this.sums.fill(0);
    if (last) this.looks = 0;
    for (let visit = 0, group = 0; visit < groups; visit++, group = (group + stride) % groups) {
      this.take(group, eager);
      if (visit % BETWEEN === 0) this.look(groups - visit, eager);
    }
  }

  meanPrices(): Float64Array {
    return this.sums.map((sum) => sum / Math.max(1, this.looks));
  }

  private take(group: number, eager: number): void {
    const { firstEntry, row, coefficient } = this.model;
    const best = this.bestOf(group);
    this.option[group] = best;
    if (best === NONE) return;
    for (let entry = firstEntry[best] ?? 0; entry < (firstEntry[best + 1] ?? 0); entry++) {
      const at = row[entry] ?? 0;
      const amount = coefficient[entry] ?? 0;
      this.used[at] = (this.used[at] ?? 0) + amount;
      this.setPrice(at, (this.prices[at] ?? 0) + eager * (this.rate[at] ?? 0) * amount);
    }
  }

  private bestOf(group: number): number {
    const { firstOption, firstEntry, row, coefficient, value, mustChoose } = this.model;
    let best = NONE;
    let worth = mustChoose[group] === 1 ? -Infinity : 0;
    for (let option = firstOption[group] ?? 0; option < (firstOption[group + 1] ?? 0); option++) {
      let left = value[option] ?? 0;
      for (let entry = firstEntry[option] ?? 0; entry < (firstEntry[option + 1] ?? 0); entry++) {
        left -= (this.prices[row[entry] ?? 0] ?? 0) * (coefficient[entry] ?? 0);
      }
      if (left <= worth) continue;
      worth = left;
      best = option;
    }
    return best;
  }

  private setPrice(row: number, price: number): void {
    this.prices[row] = Math.min(Math.max(0, price), this.greatest?.[row] ?? Infinity);
  }

  /** Prices fall by what may be used until the next look. */
  private look(left: number, eager: number): void {
    const { limit, groups } = this.model;
    this.looks++;
    for (let row = 0; row < limit.length; row++) {
      const own = limit[row] ?? 0;
      const wanted = own - this.margin * Math.abs(own);
      const pace = (BETWEEN * (wanted - (this.used[row] ?? 0))) / Math.max(left, TAIL * groups);
      this.setPrice(row, (this.prices[row] ?? 0) - eager * (this.rate[row] ?? 0) * pace);
      this.sums[row] = (this.sums[row] ?? 0) + (this.prices[row] ?? 0);
    }
  }
}

/** What a unit of each row is worth on the whole, for a unit of its limit. */
function priceRates({ value, firstEntry, row, coefficient, limit }: ChoiceModel): Float64Array {
  const worth = new Float64Array(limit.length);
  const size = new Float64Array(limit.length);
  for (let option = 0; option < value.length; option++) {
    const own = Math.abs(value[option] ?? 0);
    for (let entry = firstEntry[option] ?? 0; entry < (firstEntry[option + 1] ?? 0); entry++) {
      const at = row[entry] ?? 0;
      worth[at] = (worth[at] ?? 0) + own;
      size[at] = (size[at] ?? 0) + Math.abs(coefficient[entry] ?? 0);
    }
  }
  return limit.map((own, at) => (worth[at] ?? 0) / (size[at] || 1) / (Math.abs(own) || (size[at] ?? 0) / 10 || 1));
}

/** A step that visits every group once and neighbours far apart. */
function strideOf(groups: number): number {
  let stride = Math.max(1, Math.round(groups * 0.6180339887));
  while (commonDivisor(stride, groups) !== 1) stride++;
  return stride;
}

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b));
