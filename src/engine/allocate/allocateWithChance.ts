import { reaches } from '../quantity/reaches';
import { Generator as Numbers, STREAM } from '../simulate/uncertain/generator';
import { normalQuantile } from '../simulate/uncertain/normal';
import { allocate, type AllocationOutcome, type AllocationProgress } from './allocate';
import { inScope } from './limitRows';
import type { LinearSolver } from './linearSolver';
import { doneBy, type Allocation, type AllocationProblem, type AtLeast, type Limit } from './problem';
import { USUAL_EFFORT, type SearchEffort } from './solveChoice';

/** Targets are to be reached with a chance although work slips. */
export interface ChanceAsk {
  /** The share of what is planned for a period that is done so many periods later. */
  readonly doneShare: readonly number[];
  /** 0.8: eight times in ten. */
  readonly chance: number;
  readonly seed: number;
  readonly draws: number;
}

/** How often the draws reached a target, and what was reached in the share of them that was asked for: 亩, or parcels. */
export interface AllocationChance {
  readonly id: string;
  readonly chance: number;
  readonly sure: number;
}

/** The allocation, and how often the draws reach each target; the rounds end when all do often enough, or with the last one. */
export interface ChanceOutcome {
  readonly outcome: AllocationOutcome;
  readonly chances: readonly AllocationChance[];
}

/** Rounds of planning more; each adds a tenth to the margin, for what a normal distribution does not tell. */
const ROUNDS = 5;
const MORE_EACH_ROUND = 0.1;

/**
 * Plans so much more than the targets that they are reached with a chance. Parcels slip independently, so what is done is a sum of
 * independent draws: the margin begins as the quantile of its normal approximation, sqrt(sum of a^2 p (1 - p)) away from the
 * expectation, and grows until seeded draws of every parcel reach each target often enough.
 */
export function* allocateWithChance(
  problem: AllocationProblem,
  ask: ChanceAsk,
  { solver, effort = USUAL_EFFORT }: { readonly solver: LinearSolver; readonly effort?: SearchEffort },
): Generator<AllocationProgress, ChanceOutcome> {
  const slipping: readonly Limit[] = problem.limits.map((limit) =>
    isTarget(limit) ? { ...limit, doneShare: ask.doneShare } : limit,
  );
  const margins = new Map<string, number>();
  for (let round = 0; ; round++) {
    const limits = slipping.map((limit) =>
      isTarget(limit) ? { ...limit, amount: limit.amount + (margins.get(limit.id) ?? 0) } : limit,
    );
    const outcome = yield* allocate({ ...problem, limits }, solver, effort);
    if (outcome.kind !== 'done') return { outcome, chances: [] };
    const targets = slipping.filter(isTarget);
    const chances = chancesOf({ problem, allocation: outcome.allocation, targets }, ask);
    const short = chances.filter(({ chance }) => chance < ask.chance).map(({ id }) => id);
    if (short.length === 0 || round === ROUNDS) return { outcome, chances };
    for (const target of targets.filter(({ id }) => short.includes(id))) {
      const away =
        normalQuantile(ask.chance) * deviationOf({ problem, allocation: outcome.allocation, targets }, target);
      margins.set(target.id, Math.max(margins.get(target.id) ?? 0, away * (1 + MORE_EACH_ROUND * round)));
    }
  }
}

const isTarget = (limit: Limit): limit is AtLeast => limit.kind === 'atLeast';

/** A plan, and the targets that it is held against. */
interface Planned {
  readonly problem: AllocationProblem;
  readonly allocation: Allocation;
  readonly targets: readonly AtLeast[];
}

/** How sure the targets of a plan are that was made as if nothing slipped. */
export function allocationChances(
  problem: AllocationProblem,
  allocation: Allocation,
  ask: ChanceAsk,
): readonly AllocationChance[] {
  return chancesOf({ problem, allocation, targets: problem.limits.filter(isTarget) }, ask);
}

function counted({ problem: { parcels }, allocation }: Planned, target: AtLeast): number[] {
  const rows = [...allocation.measure.keys()];
  return rows.filter((row) => (allocation.measure[row] ?? -1) >= 0 && inScope(parcels, target.scope, row));
}

/** What a parcel counts towards a target. */
function weightOf({ problem }: Planned, target: AtLeast, row: number): number {
  return target.quantity === 'area' ? (problem.parcels.area[row] ?? 0) : 1;
}

function deviationOf(planned: Planned, target: AtLeast): number {
  const variance = counted(planned, target).reduce((sum, row) => {
    const done = doneBy(target, planned.allocation.period[row] ?? 0);
    return sum + weightOf(planned, target, row) ** 2 * done * (1 - done);
  }, 0);
  return Math.sqrt(variance);
}

/** How often seeded draws of when each parcel is done reach each target. */
function chancesOf(planned: Planned, { doneShare, draws, seed, chance }: ChanceAsk): AllocationChance[] {
  const { allocation, targets } = planned;
  const members = targets.map((target) => counted(planned, target));
  const sums = targets.map(() => new Float64Array(draws));
  const doneIn = new Float64Array(allocation.measure.length);
  for (let draw = 0; draw < draws; draw++) {
    const numbers = Numbers.of(seed, draw, STREAM.parcels);
    for (const row of allocation.measure.keys()) {
      if ((allocation.measure[row] ?? -1) < 0) continue;
      doneIn[row] = (allocation.period[row] ?? 0) + delayOf(numbers.uniform(), doneShare);
    }
    for (const [at, target] of targets.entries()) {
      let sum = 0;
      for (const row of members[at] ?? []) {
        if ((doneIn[row] ?? 0) <= target.through) sum += weightOf(planned, target, row);
      }
      const own = sums[at];
      if (own) own[draw] = sum;
    }
  }
  return targets.map(({ id, amount }, at) => {
    const own = sums[at] ?? new Float64Array(0);
    const reached = own.reduce((count, sum) => count + Number(reaches(sum, amount)), 0);
    // What is left once the part of the draws that may fall short is taken off.
    const sure = Float64Array.from(own).sort()[Math.floor((1 - chance) * draws + 1e-9)] ?? NaN;
    return { id, chance: reached / draws, sure };
  });
}

/** Periods that a parcel is late; beyond the last share it is never done in time. */
function delayOf(uniform: number, doneShare: readonly number[]): number {
  const late = doneShare.findIndex((share) => uniform < share);
  return late < 0 ? Infinity : late;
}
