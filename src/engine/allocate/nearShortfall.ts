import { choiceOf, NONE, type ChoiceModel } from './choiceModel';
import { coreProgram } from './coreProgram';
import { greatestSum } from './lagrange';
import { pacedChoice } from './pacedChoice';
import { leastSure } from './reducedValue';
import { repair } from './repair';
import { roundLinear } from './roundLinear';
import { indexRows, type ModelRows } from './modelRows';
import { pricesOf } from './samplePrices';
import type { WayOut, WayOutAsk } from './wayOut';

/** What all that options are worth counts for, beside a limit broken whole, which counts 1: among equal ways the one worth most. */
const WORTH = 1e-3;
/** Part of each limit that the first walk leaves free. */
const MARGIN = 0.01;
/** Groups that are open in the linear program, and in the one in whole numbers. */
const LINEAR_GROUPS = 1000;
const WHOLE_GROUPS = 400;

/**
 * A choice that breaks only the limits with a price, near as little of them as can be: a walk at prices that are no higher than what
 * a unit over the limit costs, mended where it breaks another limit, then bettered by two programs over the groups that the prices
 * are least sure of, everything else as it is. Yields before each call that blocks. Undefined where the other limits could not be kept.
 */
export function* nearShortfall(
  model: ChoiceModel,
  penalty: Float64Array,
  ask: WayOutAsk,
): Generator<void, Omit<WayOut, 'change'> | undefined> {
  const worth = WORTH / (greatestSum(model) || 1);
  const search = new Shortfall({ ...model, value: model.value.map((own) => own * worth) }, penalty);
  yield;
  if (!search.begin()) return undefined;
  yield;
  search.linear(ask);
  yield;
  search.whole(ask);
  return { option: search.best, proven: false };
}

/** The best choice so far and the prices that it is looked for with. */
class Shortfall {
  best: Int32Array;
  private least = Infinity;
  private prices: Float64Array;
  /** The groups that the linear program left split between options. */
  private undecided: readonly number[] = [];
  /** The limits that must hold alone. */
  private readonly firm: ChoiceModel;
  private readonly index: ModelRows;

  constructor(
    private readonly model: ChoiceModel,
    private readonly penalty: Float64Array,
  ) {
    const { option, prices } = pacedChoice(model, MARGIN, penalty);
    this.prices = prices;
    this.best = option;
    this.firm = { ...model, limit: model.limit.map((own, row) => (penalty[row] === Infinity ? own : Infinity)) };
    this.index = indexRows(this.firm);
  }

  /** Mends what the walk left, or builds up from nothing; whether the limits that must hold could be kept. */
  begin(): boolean {
    return this.offer(this.best) || this.offer(new Int32Array(this.model.groups).fill(NONE));
  }

  /** Its rows' prices are the next. */
  linear({ solver, effort }: WayOutAsk): void {
    const core = { groups: leastSure(this.model, this.prices, LINEAR_GROUPS), fixed: this.best };
    const { program, optionOf } = coreProgram(this.model, core, { whole: false, penalty: this.penalty });
    const answer = solver.solve(program, { seconds: effort.seconds });
    if (!('x' in answer)) return;
    const { option, undecided } = roundLinear(this.model, core, { x: answer.x, optionOf });
    this.undecided = undecided;
    this.prices = pricesOf(answer.rowPrice, this.model) ?? this.prices;
    this.offer(option);
  }

  whole({ solver, effort: { seconds, gap } }: WayOutAsk): void {
    const near = leastSure(this.model, this.prices, WHOLE_GROUPS);
    const core = { groups: Int32Array.from(new Set([...this.undecided, ...near])).sort(), fixed: this.best };
    const { program, optionOf } = coreProgram(this.model, core, { whole: true, penalty: this.penalty });
    const answer = solver.solve(program, { seconds, gap });
    if ('x' in answer) this.offer(roundLinear(this.model, core, { x: answer.x, optionOf }).option);
  }

  private offer(option: Int32Array): boolean {
    const choice = choiceOf(this.firm, option);
    if (!repair(this.firm, choice, { index: this.index, prices: this.prices })) return false;
    const short = this.shortOf(choice.option);
    if (short < this.least) [this.best, this.least] = [choice.option, short];
    return true;
  }

  /** What a choice is over the limits that give way, at their prices. */
  private shortOf(option: Int32Array): number {
    const { activity } = choiceOf(this.model, option);
    const over = (row: number) => Math.max(0, (activity[row] ?? 0) - (this.model.limit[row] ?? 0));
    return this.penalty.reduce((sum, price, row) => (price === Infinity ? sum : sum + price * over(row)), 0);
  }
}
