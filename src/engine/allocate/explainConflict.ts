import { choiceOf, tolerance, type ChoiceModel } from './choiceModel';
import { rowScale } from './lagrange';
import type { LinearSolver } from './linearSolver';
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

/**
 * How little the targets may be lowered if every other limit stays: what is reached of each target, as a part of it, is added up
 * and made as great as can be, nothing counted beyond a target. Undefined where the others cannot be kept at all.
 */
export function lowerTargets(model: ChoiceModel, { isTarget, solver, effort }: WayOutAsk): WayOut | undefined {
  // A target that is met when nothing is done stays a limit: what is done must not break it.
  const gives = (row: number) => isTarget(row) && (model.limit[row] ?? 0) < 0;
  const rows = [...model.limit.keys()].filter(gives);
  const part = rowScale(model).map((scale, row) => (gives(row) ? -scale : 0));
  // "What is reached is at most the target" is the target's own row turned round.
  const packing: ChoiceModel = { ...withValues(model, part), ...turned(model, gives) };
  const { best, bound } = solved(packing, { solver, effort });
  if (!best) return undefined;
  return { change: broken(model, best.option), option: best.option, proven: bound < rows.length - 1e-6 };
}

/**
 * By how much funds, capacities and caps must be raised if the targets stay: first as little of all of them as can be is used, then
 * as little as can be of those that are over, the others kept. Undefined where the targets cannot be met at any price.
 */
export function raiseLimits(model: ChoiceModel, { isTarget, solver, effort }: WayOutAsk): WayOut | undefined {
  const scale = rowScale(model);
  const leastOf = (gives: (row: number) => boolean) => {
    const perUnit = scale.map((own, row) => (gives(row) ? -own : 0));
    return solved(withoutRows(withValues(model, perUnit), gives), { solver, effort }).best;
  };
  const first = leastOf((row) => !isTarget(row));
  if (!first) return undefined;
  const over = new Set(broken(model, first.option).map(({ row }) => row));
  const { option } = leastOf((row) => over.has(row)) ?? first;
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

/** Some rows with both sides negated; those of targets that give way say "not beyond the target". */
function turned(
  { limit, row, coefficient }: ChoiceModel,
  turns: (row: number) => boolean,
): Pick<ChoiceModel, 'limit' | 'coefficient'> {
  return {
    limit: limit.map((own, at) => (turns(at) ? -own : own)),
    coefficient: coefficient.map((own, entry) => (turns(row[entry] ?? 0) ? -own : own)),
  };
}

function solved(
  model: ChoiceModel,
  { solver, effort }: Pick<WayOutAsk, 'solver' | 'effort'>,
): Pick<SearchState, 'best' | 'bound'> {
  const searching = solveChoice(model, solver, effort);
  for (let step = searching.next(); ; step = searching.next()) if (step.done) return step.value;
}

/** The rows that a choice leaves over their limits. */
function broken(model: ChoiceModel, option: Int32Array): RowChange[] {
  const { activity } = choiceOf(model, option);
  return [...model.limit.entries()]
    .map(([row, limit]) => ({ row, by: (activity[row] ?? 0) - limit }))
    .filter(({ row, by }) => by > tolerance(model.limit[row] ?? 0));
}
