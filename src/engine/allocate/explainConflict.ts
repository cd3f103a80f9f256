import { choiceOf, type ChoiceModel } from './choiceModel';
import { coreProgram, type Core } from './coreProgram';
import { priceOut, rowScale, searchPrices } from './lagrange';
import type { LinearSolver } from './linearSolver';
import { leastSure } from './reducedValue';
import { roundLinear } from './roundLinear';
import { pricesOf, samplePrices } from './samplePrices';

/** Why no choice keeps every limit. */
export interface Conflict {
  /** Whether it is proven that none does, parcels in parts included; otherwise only that none was found. */
  readonly proven: boolean;
  /** Limits that pull against each other: giving way in any one of them helps. */
  readonly rows: readonly number[];
  /** The least change, in proportion to the limits, that makes them fit: how far each row's limit must give way. */
  readonly change: readonly { readonly row: number; readonly by: number }[];
  /** The choice that keeps the changed limits. */
  readonly option: Int32Array;
}

/** Groups in the sample, and in the cores one after another. */
const SAMPLE = 4000;
const CORES = [600, 2400, 9600];
const WHOLE_CORE = 60;
/** Steps that improve the sample's prices, and what they aim to gain: 1 is one limit broken whole. */
const ITERATIONS = 120;
const REACH = 0.05;
/** The whole-number answer may be worse than the best by this part of the least breach. */
const WHOLE_GAP = 0.02;

/** A limit that is not to give way costs so many times as much. */
const FIRM = 1000;

/** Which limits may give way, and how long one call of the solver may take. */
export interface ConflictAsk {
  readonly mayGive: (row: number) => boolean;
  readonly seconds: number;
}

/**
 * Lets limits be broken at a price in proportion to their size, those that are to stay firm at a much higher one, and breaks them as
 * little as may be. Prices never above these bound the least breach from below (weak duality), so a bound above nil proves that
 * the limits cannot all be kept.
 */
export function explainConflict(model: ChoiceModel, solver: LinearSolver, { mayGive, seconds }: ConflictAsk): Conflict {
  const penalty = rowScale(model).map((scale, row) => (mayGive(row) ? scale : FIRM * scale));
  const bare: ChoiceModel = { ...model, value: new Float64Array(model.value.length) };
  const best = { prices: new Float64Array(penalty.length), breach: 0 };
  const take = (found: Float64Array | undefined) => {
    if (!found) return;
    const prices = found.map((price, row) => Math.min(price, penalty[row] ?? 0));
    const breach = -priceOut(bare, prices).bound;
    if (breach >= best.breach) Object.assign(best, { prices, breach });
  };
  take(samplePrices(bare, solver, { sample: SAMPLE, seconds, penalty }));
  take(polished(bare, best.prices, penalty));
  let core: Core = { groups: new Int32Array(0), fixed: priceOut(bare, best.prices).option };
  let undecided: readonly number[] = [];
  for (const size of CORES) {
    core = { groups: leastSure(bare, best.prices, size), fixed: priceOut(bare, best.prices).option };
    const { program, optionOf } = coreProgram(bare, core, { whole: false, penalty });
    const answer = solver.solve(program, { seconds });
    if (!('x' in answer)) break;
    const rounded = roundLinear(bare, core, { x: answer.x, optionOf });
    core = { ...core, fixed: rounded.option };
    undecided = rounded.undecided;
    take(pricesOf(answer.rowPrice, model));
    if (-answer.value <= best.breach + 1e-6) break;
  }
  const gap = WHOLE_GAP * best.breach + 1e-6;
  const option = wholeBreach(bare, { core, undecided, penalty }, { solver, seconds, gap, prices: best.prices });
  return {
    proven: best.breach > 1e-6,
    rows: [...best.prices.keys()].filter((row) => (best.prices[row] ?? 0) > 1e-6 * (penalty[row] ?? 0)),
    change: overLimits(model, option),
    option,
  };
}

function polished(bare: ChoiceModel, from: Float64Array, greatest: Float64Array): Float64Array {
  const searching = searchPrices(bare, { iterations: ITERATIONS, from, greatest, reach: REACH });
  let step = searching.next();
  while (!step.done) step = searching.next();
  return step.value.prices;
}

interface Breach {
  readonly core: Core;
  readonly undecided: readonly number[];
  readonly penalty: Float64Array;
}

interface WholeEffort {
  readonly solver: LinearSolver;
  readonly seconds: number;
  readonly gap: number;
  readonly prices: Float64Array;
}

/** Whole parcels in place of those that the linear program split. */
function wholeBreach(
  bare: ChoiceModel,
  { core, undecided, penalty }: Breach,
  { solver, seconds, gap, prices }: WholeEffort,
): Int32Array {
  const groups = Int32Array.from(new Set([...undecided, ...leastSure(bare, prices, WHOLE_CORE)])).sort();
  const open: Core = { groups, fixed: core.fixed };
  const { program, optionOf } = coreProgram(bare, open, { whole: true, penalty });
  const answer = solver.solve(program, { seconds, gap });
  return 'x' in answer ? roundLinear(bare, open, { x: answer.x, optionOf }).option : core.fixed;
}

function overLimits(model: ChoiceModel, option: Int32Array): Conflict['change'] {
  const { activity } = choiceOf(model, option);
  return [...model.limit.entries()]
    .map(([row, limit]) => ({ row, by: (activity[row] ?? 0) - limit }))
    .filter(({ row, by }) => by > 1e-7 * Math.max(1, Math.abs(model.limit[row] ?? 0)));
}
