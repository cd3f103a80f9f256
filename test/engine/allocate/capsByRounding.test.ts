import { expect, it } from 'vitest';
import { countyProblem } from '../../../scripts/bench/allocationProblem';
import { allocate } from '../../../src/engine/allocate/allocate';
import type { AllocationProblem } from '../../../src/engine/allocate/problem';
import { solver } from './solver';

async function outcomeOf(problem: AllocationProblem) {
  const searching = allocate(problem, await solver);
  for (let step = searching.next(); ; step = searching.next()) if (step.done) return step.value;
}

it('a cap that is below nothing by rounding alone is nothing: the target is told to be out of reach, and by how much', async () => {
  const problem = countyProblem({ parcels: 400, years: 4, townships: 20, tightness: 3, seed: 7 });
  const caps = problem.limits.filter(({ id }) => id.startsWith('cap'));
  expect(caps.every((limit) => limit.kind === 'atMost' && limit.amount < 0 && limit.amount > -1e-9)).toBe(true);
  const limits = problem.limits.map((limit) =>
    limit.kind === 'atMost' && limit.amount < 0 ? { ...limit, amount: 0 } : limit,
  );
  const outcome = await outcomeOf(problem);
  expect(outcome.kind).toBe('infeasible');
  expect(outcome).toEqual(await outcomeOf({ ...problem, limits }));
});
