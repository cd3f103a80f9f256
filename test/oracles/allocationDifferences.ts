import { allocate, type AllocationOutcome } from '../../src/engine/allocate/allocate';
import type { LinearSolver } from '../../src/engine/allocate/linearSolver';
import type { AllocationProblem } from '../../src/engine/allocate/problem';
import { brokenBy, dominates, enumerated, isTarget, takenOf, worthOf } from './allocation';

/** Time enough on any machine, so that no answer hangs on how busy it is. */
const EXACT = {
  gap: 0,
  iterations: 60,
  sample: 1200,
  linearCore: 600,
  wholeCore: 250,
  seconds: 600,
  wayOutSeconds: 600,
};

/** The engine's answer. */
export function answered(problem: AllocationProblem, solver: LinearSolver): AllocationOutcome {
  const searching = allocate(problem, solver, EXACT);
  for (let step = searching.next(); ; step = searching.next()) if (step.done) return step.value;
}

/** Where the engine's answer to a small problem differs from what looking at every allocation says; none where it is right. */
export function allocationDifferences(problem: AllocationProblem, solver: LinearSolver): string[] {
  const outcome = answered(problem, solver);
  const { best, lacks, passes } = enumerated(problem);
  if (outcome.kind === 'done') {
    const taken = takenOf(outcome.allocation);
    const broken = problem.limits
      .filter((limit) => brokenBy(problem, limit, taken) > 0)
      .map(({ id }) => `breaks ${id}`);
    const near = (a: number, b: number) => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b));
    if (best === undefined) return [...broken, 'done, but nothing keeps every limit'];
    return [
      ...broken,
      ...(near(worthOf(problem, taken), best) ? [] : [`worth ${String(outcome.value)}, best ${String(best)}`]),
      ...(outcome.bound >= best - 1e-6 * Math.max(1, Math.abs(best)) ? [] : ['the bound is below the best']),
    ];
  }
  if (best !== undefined) return ['told infeasible, but it is not'];
  return [
    ...changesWrong(
      'lowerTargets',
      problem.limits.filter(isTarget).map(({ id }) => id),
      outcome.lowerTargets,
      lacks,
      true,
    ),
    ...changesWrong(
      'raiseLimits',
      problem.limits.filter((limit) => !isTarget(limit)).map(({ id }) => id),
      outcome.raiseLimits,
      passes,
      false,
    ),
  ];
}

/** A proposal must suffice for some allocation; where it must be the least, no allocation may do with less. */
function changesWrong(
  name: string,
  ids: readonly string[],
  told: readonly { readonly id: string; readonly by: number }[] | undefined,
  possible: readonly (readonly number[])[],
  least: boolean,
): string[] {
  if (!told) return possible.length === 0 ? [] : [`${name} left out though possible`];
  const changes = ids.map((id) => told.find((change) => change.id === id)?.by ?? 0);
  const suffices = possible.some((own) => own.every((by, at) => by <= (changes[at] ?? NaN) + 1e-6 * Math.max(1, by)));
  if (!suffices) return [`${name} does not suffice: ${JSON.stringify(told)}`];
  const better = least ? possible.find((own) => dominates(own, changes)) : undefined;
  return better ? [`${name} is dominated: ${JSON.stringify(told)} by ${JSON.stringify(better)}`] : [];
}
