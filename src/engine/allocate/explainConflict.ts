import { staysWithin } from '../quantity/reaches';
import { choiceOf, NONE, type ChoiceModel } from './choiceModel';
import { coreProgram } from './coreProgram';
import { rowScale } from './lagrange';
import { nearShortfall } from './nearShortfall';
import { roundLinear } from './roundLinear';
import type { RowChange, WayOut, WayOutAsk } from './wayOut';

/** Groups that are looked at whole, all at once, so that the answer is the very least. */
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

/** The same of funds, capacities and caps if the targets stay. Undefined where the targets cannot be met at any price. */
export function* raiseLimits(model: ChoiceModel, ask: WayOutAsk): Generator<void, WayOut | undefined> {
  return yield* leastShortfall(model, (row) => !ask.isTarget(row), ask);
}

function* leastShortfall(
  model: ChoiceModel,
  gives: (row: number) => boolean,
  ask: WayOutAsk,
): Generator<void, WayOut | undefined> {
  const penalty = rowScale(model).map((scale, row) => (gives(row) ? scale : Infinity));
  const isSmall = model.groups <= WHOLE_GROUPS;
  const found = yield* isSmall ? wholeShortfall(model, penalty, ask) : nearShortfall(model, penalty, ask);
  if (!found) return undefined;
  const change = broken(model, found.option);
  return change.every(({ row }) => gives(row)) ? { change, ...found } : undefined;
}

/** The least there is, by one program over everything. */
function* wholeShortfall(
  model: ChoiceModel,
  penalty: Float64Array,
  { solver, effort }: WayOutAsk,
): Generator<void, Omit<WayOut, 'change'> | undefined> {
  const worthless = { ...model, value: new Float64Array(model.value.length) };
  const groups = Int32Array.from({ length: model.groups }, (_, group) => group);
  const core = { groups, fixed: new Int32Array(model.groups).fill(NONE) };
  const { program, optionOf } = coreProgram(worthless, core, { whole: true, penalty });
  yield;
  const answer = solver.solve(program, { seconds: effort.seconds });
  if (!('x' in answer)) return undefined;
  const { option } = roundLinear(model, core, { x: answer.x, optionOf });
  return { option, proven: answer.kind === 'optimal' && answer.value < -1e-6 };
}

/** The rows that a choice leaves over their limits. */
function broken(model: ChoiceModel, option: Int32Array): RowChange[] {
  const { activity } = choiceOf(model, option);
  return [...model.limit.entries()]
    .filter(([row, limit]) => !staysWithin(activity[row] ?? 0, limit))
    .map(([row, limit]) => ({ row, by: (activity[row] ?? 0) - limit }));
}
