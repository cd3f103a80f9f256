import { definedOnly } from '../column/definedOnly';
import { choiceOf, isFeasible, NONE, type GroupChoice, type ChoiceModel } from './choiceModel';
import { coreProgram, fixedActivity, type Core } from './coreProgram';
import { improve } from './improve';
import { priceOut, rowScale, searchPrices, greatestSum } from './lagrange';
import { isProvenUnfit, searchUnfit } from './unfit';
import { indexRows, type ModelRows } from './modelRows';
import type { LinearSolver } from './linearSolver';
import { pacedChoice } from './pacedChoice';
import { leastSure } from './reducedValue';
import { repair } from './repair';
import { pricesOf, samplePrices } from './samplePrices';
import { roundLinear } from './roundLinear';

/** How far the search is. `best` is there once a choice keeps every limit. */
export interface SearchState {
  readonly step: 'prices' | 'linear' | 'whole';
  /** No choice is worth more. */
  readonly bound: number;
  readonly best?: GroupChoice;
  /** It is proven that no choice keeps every limit. */
  readonly hopeless: boolean;
}

/** How hard to look. */
export interface SearchEffort {
  /** Stop when the best is within this part of the bound (0.001 for 0.1 %). */
  readonly gap: number;
  readonly iterations: number;
  /** Groups in the sample whose linear program gives the first good prices. */
  readonly sample: number;
  /** Groups that are open in the linear and in the whole-number core, to begin with. */
  readonly linearCore: number;
  readonly wholeCore: number;
  /** Seconds that one call of the solver may take. */
  readonly seconds: number;
  /** The same while it looks for what would have to change; a few unless told otherwise. */
  readonly wayOutSeconds?: number;
}

export const USUAL_EFFORT: SearchEffort = {
  gap: 3e-4,
  iterations: 120,
  sample: 4000,
  linearCore: 600,
  wholeCore: 120,
  seconds: 20,
};

/** The parts of the limits that the first choices leave free, one after another until one can be had. */
const MARGINS = [0, 0.01];
/** What the steps after the sample aim to gain, as a part of the bound. */
const REACH = 0.003;
/** Rounds of the linear core, and of the whole-number core with ever more groups. */
const LINEAR_ROUNDS = 5;
const WHOLE_ROUNDS = 4;

/** The relative distance of a value from its bound. */
export function gapOf(bound: number, value: number): number {
  return Math.max(0, bound - value) / Math.max(1e-9, Math.abs(value));
}

/**
 * The best choice of a model and a bound that proves how good it is: prices by the subgradient method, a linear program over the
 * groups that the prices are least sure of (its duals are the next prices), then whole numbers over those left undecided.
 * Yields whenever the bound or the best may have changed, before each call that blocks.
 */
export function* solveChoice(
  model: ChoiceModel,
  solver: LinearSolver,
  effort: SearchEffort = USUAL_EFFORT,
): Generator<SearchState, SearchState> {
  const search = new Search(model);
  yield* priceRounds(search, { solver, effort });
  yield* linearRounds(search, { solver, effort });
  yield* wholeRounds(search, { solver, effort });
  return search.state('whole');
}

/** What is known so far. */
class Search {
  bound = Infinity;
  best: GroupChoice | undefined;
  prices: Float64Array;
  private readonly size: number;
  private indexed: ModelRows | undefined;
  /** The options that the linear core left whole, with those the prices say elsewhere. */
  fixed: Int32Array;
  undecided: readonly number[] = [];
  /** Prices were found that prove that the limits do not fit together. */
  unfit = false;

  constructor(readonly model: ChoiceModel) {
    this.prices = new Float64Array(model.limit.length);
    this.fixed = new Int32Array(model.groups).fill(NONE);
    this.size = greatestSum(model);
  }

  /** Made when it is first asked for: a first choice that keeps every limit needs none. */
  private get index(): ModelRows {
    return (this.indexed ??= indexRows(this.model));
  }

  /**
   * What a unit over each limit costs in a linear core: some times its present price, so that the next prices stay near; at least
   * so much that a limit broken whole costs a fiftieth of what everything is worth.
   */
  penalty(): Float64Array {
    return this.index.scale.map((scale, row) => Math.max(scale * 0.02 * this.size, 4 * (this.prices[row] ?? 0)));
  }

  state(step: SearchState['step']): SearchState {
    const { best, bound } = this;
    return { step, bound, hopeless: this.isHopeless(), ...definedOnly({ best }) };
  }

  /** Takes prices whose bound is known to hold; keeps the lower bound. */
  priced(prices: Float64Array): boolean {
    const { bound, option } = priceOut(this.model, prices);
    const better = bound < this.bound - 1e-9 * Math.abs(bound);
    if (bound <= this.bound) {
      this.bound = bound;
      this.prices = prices;
      this.fixed = option;
    }
    return better;
  }

  /** Offers a choice: mended, improved unless it is wanted at once, and kept if it is the best. Returns whether it could be mended. */
  offer(option: Int32Array, atOnce = false): boolean {
    const choice = choiceOf(this.model, option);
    if (!isFeasible(this.model, choice) && !repair(this.model, choice, { index: this.index, prices: this.prices }))
      return false;
    if (!atOnce) improve(this.model, choice);
    // Summed afresh: thousands of additions and subtractions leave noise.
    const fresh = choiceOf(this.model, choice.option);
    if (!isFeasible(this.model, fresh)) return false;
    if (fresh.value > (this.best?.value ?? -Infinity)) this.best = fresh;
    return true;
  }

  /** Builds a choice up: from nothing only targets are missed, and each parcel added keeps every fund and cap. */
  offerFromNothing(atOnce = false): boolean {
    return this.offer(new Int32Array(this.model.groups).fill(NONE), atOnce);
  }

  /** No choice at all is worth as little as the bound, or prices were found that nothing can pay: the limits cannot all be kept. */
  isHopeless(): boolean {
    return this.unfit || this.bound < -this.size * (1 + 1e-9);
  }

  isDone(gap: number): boolean {
    if (this.isHopeless()) return true;
    return this.best !== undefined && gapOf(this.bound, this.best.value) <= gap;
  }
}

interface Rounds {
  readonly solver: LinearSolver;
  readonly effort: SearchEffort;
}

function* priceRounds(search: Search, { solver, effort }: Rounds): Generator<SearchState, void> {
  const { model } = search;
  yield* offerAtOnce(search);
  yield search.state('prices');
  if (search.isHopeless()) return;
  if (search.best) search.offer(search.best.option);
  yield search.state('prices');
  const sampled = samplePrices(model, solver, { ...effort, penalty: wholePenalty(model) });
  if (sampled) search.priced(sampled);
  search.priced(yield* pricesFrom(search, effort.iterations, REACH * Math.abs(search.bound)));
  search.offer(priceOut(model, search.prices).option);
  if (!search.best) search.offerFromNothing();
  yield search.state('prices');
}

/** A first choice at once, without the solver; from nothing where what walks over the groups give cannot be mended. */
function* offerAtOnce(search: Search): Generator<SearchState, void> {
  for (const margin of MARGINS) {
    const { option, prices } = pacedChoice(search.model, margin);
    search.priced(prices);
    // Before anything is mended, which takes longest where nothing can be.
    search.unfit = isProvenUnfit(search.model, prices);
    if (search.isHopeless() || search.offer(option, true)) return;
    yield search.state('prices');
    search.unfit = yield* unfitFrom(search, prices);
    if (search.isHopeless()) return;
  }
  search.offerFromNothing(true);
}

function* unfitFrom(search: Search, prices: Float64Array): Generator<SearchState, boolean> {
  const searching = searchUnfit(search.model, prices);
  for (let step = searching.next(); ; step = searching.next()) {
    if (step.done) return step.value;
    yield search.state('prices');
  }
}

function* pricesFrom(search: Search, iterations: number, reach?: number): Generator<SearchState, Float64Array> {
  const from = search.prices;
  const searching = searchPrices(search.model, { iterations, from, ...definedOnly({ reach }) });
  for (let step = searching.next(); ; step = searching.next()) {
    if (step.done) return step.value.prices;
    search.bound = Math.min(search.bound, step.value);
    yield search.state('prices');
  }
}

/** Prices at which a limit broken whole costs as much as everything is worth. */
function wholePenalty(model: ChoiceModel): Float64Array {
  const size = greatestSum(model);
  return rowScale(model).map((scale) => scale * size);
}

const ascending = (groups: Iterable<number>) => Int32Array.from(groups).sort();

function* linearRounds(search: Search, { solver, effort }: Rounds): Generator<SearchState, void> {
  const { model } = search;
  let size = effort.linearCore;
  for (let round = 0; round < LINEAR_ROUNDS && !search.isDone(effort.gap); round++) {
    yield search.state('linear');
    const core: Core = { groups: leastSure(model, search.prices, size), fixed: priceOut(model, search.prices).option };
    // A small core may not reach what the others miss: limits may be broken at a price, so that there are always duals.
    const { program, optionOf } = coreProgram(model, core, { whole: false, penalty: search.penalty() });
    const answer = solver.solve(program, { seconds: effort.seconds });
    if (!('x' in answer)) return;
    const { option, undecided } = roundLinear(model, core, { x: answer.x, optionOf });
    const prices = pricesOf(answer.rowPrice, model);
    const better = prices !== undefined && search.priced(prices);
    Object.assign(search, { fixed: option, undecided });
    search.offer(option);
    const worth = answer.value + fixedActivity(model, core).value;
    if (core.groups.length === model.groups || search.bound - worth <= 0.3 * effort.gap * Math.abs(worth)) return;
    if (!better) size *= 4;
  }
}

function* wholeRounds(search: Search, { solver, effort }: Rounds): Generator<SearchState, void> {
  let size = effort.wholeCore;
  for (let round = 0; round < WHOLE_ROUNDS && !search.isDone(effort.gap); round++) {
    yield search.state('whole');
    const groups = ascending(new Set([...search.undecided, ...leastSure(search.model, search.prices, size)]));
    const core: Core = { groups, fixed: search.fixed };
    const { program, optionOf } = coreProgram(search.model, core, { whole: true });
    const gap = 0.3 * effort.gap * Math.abs(search.bound);
    const answer = solver.solve(program, { seconds: effort.seconds, gap });
    if ('x' in answer) {
      search.offer(roundLinear(search.model, core, { x: answer.x, optionOf }).option);
      if (groups.length === search.model.groups && answer.kind === 'optimal') {
        search.bound = Math.min(search.bound, answer.value + gap);
      }
    }
    if (groups.length === search.model.groups) return;
    size *= 2;
  }
}
