import { definedOnly } from '../column/definedOnly';
import { buildModel, type BuiltModel } from './buildModel';
import { NONE } from './choiceModel';
import { lowerTargets, raiseLimits } from './explainConflict';
import type { LinearSolver } from './linearSolver';
import type { Allocation, AllocationProblem } from './problem';
import { gapOf, solveChoice, USUAL_EFFORT, type SearchEffort, type SearchState } from './solveChoice';
import type { WayOut } from './wayOut';

/** How far an allocation is: the objective in wanYuan, its proven bound, and the part by which it may still be bettered. */
export interface AllocationProgress {
  readonly step: SearchState['step'] | 'conflict';
  readonly bound: number;
  readonly value?: number;
  readonly gap?: number;
  /** The best so far, once there is one and whenever it has changed. */
  readonly allocation?: Allocation;
}

/** The answer. Costs are told as negative values of the objective. */
export type AllocationOutcome =
  | {
      readonly kind: 'done';
      readonly allocation: Allocation;
      readonly value: number;
      readonly bound: number;
      readonly gap: number;
    }
  | Infeasible;

/** The limits do not fit together; what would make them fit, in each limit's own unit. */
export interface Infeasible {
  readonly kind: 'infeasible';
  /** Whether it is proven; otherwise none was found. */
  readonly proven: boolean;
  /** By how much targets must be lowered if funds, capacities and caps stay; left out where those cannot be kept either. */
  readonly lowerTargets?: readonly LimitChange[];
  /** By how much funds, capacities and caps must be raised if targets stay; left out where no money meets the targets. */
  readonly raiseLimits?: readonly LimitChange[];
  /** What can be done when the targets are lowered so. */
  readonly nearest?: Allocation;
  /** Parcels that must be taken but to which no measure is open. */
  readonly stuck: readonly number[];
}

export interface LimitChange {
  readonly id: string;
  readonly by: number;
}

/** Finds the best allocation with a bound, or says why there is none and what is the nearest. */
export function* allocate(
  problem: AllocationProblem,
  solver: LinearSolver,
  effort: SearchEffort = USUAL_EFFORT,
): Generator<AllocationProgress, AllocationOutcome> {
  const built = buildModel(problem);
  const stuck = stuckParcels(built);
  let hopeless = stuck.length > 0;
  let known = Infinity;
  if (!hopeless) {
    const state = yield* searched(built, { problem, solver, effort });
    const { best, bound } = state;
    if (best) {
      const allocation = allocationOf(built, problem, best.option);
      return { kind: 'done', allocation, value: best.value, bound, gap: gapOf(bound, best.value) };
    }
    hopeless = state.hopeless;
    known = bound;
    yield { step: 'conflict', bound };
  }
  const looking = conflictOf(built, { problem, solver, effort }, { hopeless, stuck });
  for (let step = looking.next(); ; step = looking.next()) {
    if (step.done) return step.value;
    yield { step: 'conflict', bound: known };
  }
}

/** Yields between the calls that block. */
function* conflictOf(
  built: BuiltModel,
  { problem, solver, effort }: Asked,
  { hopeless, stuck }: { readonly hopeless: boolean; readonly stuck: readonly number[] },
): Generator<void, Infeasible> {
  const isTarget = (row: number) => ['atLeast', 'taxPerMuAtLeast'].includes(problem.limits[row]?.kind ?? '');
  const ask = { isTarget, solver, effort: { ...effort, ...WAY_OUT, seconds: effort.wayOutSeconds ?? WAY_OUT.seconds } };
  const lowered = yield* lowerTargets(built.model, ask);
  const raised = yield* raiseLimits(built.model, ask);
  const changes = (way: WayOut | undefined) =>
    way?.change.map(({ row, by }) => ({ id: problem.limits[row]?.id ?? '', by }));
  const lowerings = changes(lowered);
  const raises = changes(raised);
  return {
    kind: 'infeasible',
    proven: hopeless || lowered?.proven === true,
    ...definedOnly({ lowerTargets: lowerings, raiseLimits: raises }),
    ...(lowered ? { nearest: allocationOf(built, problem, lowered.option) } : {}),
    stuck,
  };
}

/** A change that is proposed need not be the very least: near it, and soon. */
const WAY_OUT = { gap: 5e-3, seconds: 1 };

interface Asked {
  readonly problem: AllocationProblem;
  readonly solver: LinearSolver;
  readonly effort: SearchEffort;
}

function* searched(built: BuiltModel, { problem, solver, effort }: Asked): Generator<AllocationProgress, SearchState> {
  const searching = solveChoice(built.model, solver, effort);
  let told: SearchState['best'];
  for (let step = searching.next(); ; step = searching.next()) {
    if (step.done) return step.value;
    const { best, bound } = step.value;
    yield {
      step: step.value.step,
      bound,
      ...(best ? { value: best.value, gap: gapOf(bound, best.value) } : {}),
      ...(best && best !== told ? { allocation: allocationOf(built, problem, best.option) } : {}),
    };
    told = best;
  }
}

function stuckParcels({ model, members }: BuiltModel): number[] {
  return members.flatMap((parcels, group) =>
    model.mustChoose[group] === 1 && model.firstOption[group] === model.firstOption[group + 1] ? parcels : [],
  );
}

function allocationOf(
  { members, measureOf, periodOf }: BuiltModel,
  problem: AllocationProblem,
  option: Int32Array,
): Allocation {
  const { count } = problem.parcels;
  const measure = new Int8Array(count).fill(NONE);
  const period = new Int16Array(count).fill(NONE);
  for (const [group, parcels] of members.entries()) {
    const chosen = option[group] ?? NONE;
    if (chosen === NONE) continue;
    for (const parcel of parcels) {
      measure[parcel] = measureOf[chosen] ?? NONE;
      period[parcel] = periodOf[chosen] ?? NONE;
    }
  }
  return { measure, period };
}
