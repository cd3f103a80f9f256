import { allocate, type AllocationOutcome, type AllocationProgress } from './allocate';
import type { LinearSolver } from './linearSolver';
import type { AllocationProblem, Limit } from './problem';
import { USUAL_EFFORT, type SearchEffort } from './solveChoice';

/** What the best allocation is when one target is set to an amount. */
export interface FrontierPoint {
  readonly amount: number;
  readonly outcome: AllocationOutcome;
}

/** The target that is varied, and the amounts it takes one after another. */
export interface FrontierAsk {
  readonly id: string;
  readonly amounts: readonly number[];
}

/**
 * What more of one target costs, with all other limits as they are: a point an amount, told as each is found. Cost against area where
 * the objective is least cost, net benefit against area otherwise.
 */
export function* frontier(
  problem: AllocationProblem,
  { id, amounts }: FrontierAsk,
  { solver, effort = USUAL_EFFORT }: { readonly solver: LinearSolver; readonly effort?: SearchEffort },
): Generator<AllocationProgress | FrontierPoint, readonly FrontierPoint[]> {
  const points: FrontierPoint[] = [];
  for (const amount of amounts) {
    const limits = problem.limits.map((limit) => (limit.id === id ? withAmount(limit, amount) : limit));
    const point = { amount, outcome: yield* allocate({ ...problem, limits }, solver, effort) };
    points.push(point);
    yield point;
  }
  return points;
}

function withAmount(limit: Limit, amount: number): Limit {
  return limit.kind === 'atLeast' || limit.kind === 'atMost' ? { ...limit, amount } : limit;
}
