import { staysWithin } from '../quantity/reaches';
import { choiceOf, NONE, type ChoiceModel } from './choiceModel';
import { coreProgram, type Core } from './coreProgram';
import { rowScale } from './lagrange';
import type { LinearSolver } from './linearSolver';
import { leastSure } from './reducedValue';
import { roundLinear } from './roundLinear';
import { pricesOf } from './samplePrices';
import { solveChoice, type SearchEffort, type SearchState } from './solveChoice';

/** How far a row's limit gives way, in the limit's own unit. */
export interface RowChange {
  readonly row: number;
  readonly by: number;
}

/** What would make the limits fit, and the choice that then keeps them. */
export interface WayOut {
  readonly change: readonly RowChange[];
  readonly option: Int32Array;
  /** Whether it is proven that the limits cannot all be kept as they are. */
  readonly proven: boolean;
}

/** What the ways out are looked for with. */
export interface WayOutAsk {
  readonly isTarget: (row: number) => boolean;
  readonly solver: LinearSolver;
  readonly effort: SearchEffort;
}

/** Groups that are looked at whole, all at once; of more, as many of those that the prices are least sure of. */
const WHOLE_GROUPS = 400;

/**
 * How little the targets may be lowered if every other limit stays: what is missing of each, as a part of it, is added up and made as
 * small as can be; passing a target costs nothing. So no target can be lowered less unless another is lowered more. Undefined where the
 * others cannot be kept at all.
 */
export function* lowerTargets(model: ChoiceModel, ask: WayOutAsk): Generator<void, WayOut | undefined> {
  // A target that is met when nothing is done stays a limit, unless there is no other way.
  const unmet = (row: number) => ask.isTarget(row) && (model.limit[row] ?? 0) < 0;
  return (yield* leastShortfall(model, unmet, ask)) ?? (yield* leastShortfall(model, ask.isTarget, ask));
}

function* leastShortfall(
  model: ChoiceModel,
  gives: (row: number) => boolean,
  { solver, effort }: WayOutAsk,
): Generator<void, WayOut | undefined> {
  const penalty = rowScale(model).map((scale, row) => (gives(row) ? scale : Infinity));
  const worthless = { ...model, value: new Float64Array(model.value.length) };
  const all: Core = { groups: Int32Array.from({ length: model.groups }, (_, group) => group), fixed: noOptions(model) };
  const core = model.groups <= WHOLE_GROUPS ? all : undecidedCore(worthless, { all, penalty, solver, effort });
  if (!core) return undefined;
  const { program, optionOf } = coreProgram(worthless, core, { whole: true, penalty });
  yield;
  const answer = solver.solve(program, { seconds: effort.seconds });
  if (!('x' in answer)) return undefined;
  const { option } = roundLinear(model, core, { x: answer.x, optionOf });
  const change = broken(model, option);
  if (change.some(({ row }) => !gives(row))) return undefined;
  return { change, option, proven: core === all && answer.kind === 'optimal' && answer.value < -1e-6 };
}

/** The groups that a linear program leaves split, and those that its prices are least sure of; the others as it has them. */
function undecidedCore(
  model: ChoiceModel,
  { all, penalty, solver, effort }: Pick<WayOutAsk, 'solver' | 'effort'> & { all: Core; penalty: Float64Array },
): Core | undefined {
  const { program, optionOf } = coreProgram(model, all, { whole: false, penalty });
  const answer = solver.solve(program, { seconds: 4 * effort.seconds });
  if (!('x' in answer)) return undefined;
  const { option, undecided } = roundLinear(model, all, { x: answer.x, optionOf });
  const near = leastSure(model, pricesOf(answer.rowPrice, model) ?? new Float64Array(penalty.length), WHOLE_GROUPS);
  return { groups: Int32Array.from(new Set([...undecided, ...near])).sort(), fixed: option };
}

const noOptions = ({ groups }: ChoiceModel) => new Int32Array(groups).fill(NONE);

/**
 * By how much funds, capacities and caps must be raised if the targets stay: first as little of all of them as can be is used, then
 * as little as can be of those that are over, the others kept. Undefined where the targets cannot be met at any price.
 */
export function* raiseLimits(
  model: ChoiceModel,
  { isTarget, solver, effort }: WayOutAsk,
): Generator<void, WayOut | undefined> {
  const scale = rowScale(model);
  const leastOf = function* (gives: (row: number) => boolean) {
    const perUnit = scale.map((own, row) => (gives(row) ? -own : 0));
    const { best } = yield* solved(withoutRows(withValues(model, perUnit), gives), { solver, effort });
    return best;
  };
  const first = yield* leastOf((row) => !isTarget(row));
  if (!first) return undefined;
  const over = new Set(broken(model, first.option).map(({ row }) => row));
  const { option } = (yield* leastOf((row) => over.has(row))) ?? first;
  return { change: broken(model, option), option, proven: false };
}

/** The model with other values: what each option adds to the rows, at so much a unit. */
function withValues(model: ChoiceModel, perUnit: Float64Array): ChoiceModel {
  const { firstEntry, row, coefficient } = model;
  const value = model.value.map((_, option) => {
    let sum = 0;
    for (let entry = firstEntry[option] ?? 0; entry < (firstEntry[option + 1] ?? 0); entry++) {
      sum += (perUnit[row[entry] ?? 0] ?? 0) * (coefficient[entry] ?? 0);
    }
    return sum;
  });
  return { ...model, value };
}

/** The model without some of its limits. */
function withoutRows(model: ChoiceModel, drops: (row: number) => boolean): ChoiceModel {
  const kept = [...model.limit.keys()].filter((row) => !drops(row));
  const place = new Map(kept.map((row, at) => [row, at]));
  const entries = [...model.row.keys()].filter((entry) => place.has(model.row[entry] ?? -1));
  const before = new Int32Array(model.row.length + 1);
  for (const entry of entries) before[entry + 1] = 1;
  for (let entry = 0; entry < model.row.length; entry++)
    before[entry + 1] = (before[entry + 1] ?? 0) + (before[entry] ?? 0);
  return {
    ...model,
    firstEntry: model.firstEntry.map((entry) => before[entry] ?? 0),
    row: Int32Array.from(entries, (entry) => place.get(model.row[entry] ?? -1) ?? 0),
    coefficient: Float64Array.from(entries, (entry) => model.coefficient[entry] ?? 0),
    limit: Float64Array.from(kept, (row) => model.limit[row] ?? 0),
  };
}

function* solved(
  model: ChoiceModel,
  { solver, effort }: Pick<WayOutAsk, 'solver' | 'effort'>,
): Generator<void, Pick<SearchState, 'best'>> {
  const searching = solveChoice(model, solver, effort);
  for (let step = searching.next(); ; step = searching.next()) {
    if (step.done) return step.value;
    yield;
  }
}

/** The rows that a choice leaves over their limits. */
function broken(model: ChoiceModel, option: Int32Array): RowChange[] {
  const { activity } = choiceOf(model, option);
  return [...model.limit.entries()]
    .filter(([row, limit]) => !staysWithin(activity[row] ?? 0, limit))
    .map(([row, limit]) => ({ row, by: (activity[row] ?? 0) - limit }));
}
