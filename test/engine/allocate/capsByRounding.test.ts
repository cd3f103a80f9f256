import { expect, it } from 'vitest';
import { countyProblem } from '../../../scripts/bench/allocationProblem';
import { allocate } from '../../../src/engine/allocate/allocate';
import { rowsOf } from '../../../src/engine/allocate/limitRows';
import type { AllocationProblem } from '../../../src/engine/allocate/problem';
import { solver } from './solver';

async function outcomeOf(problem: AllocationProblem) {
  const searching = allocate(problem, await solver);
  for (let step = searching.next(); ; step = searching.next()) if (step.done) return step.value;
}

it(
  'a cap that is below nothing by rounding alone is nothing: the target is told to be out of reach',
  { timeout: 120_000 },
  async () => {
    const problem = countyProblem({ parcels: 400, years: 4, townships: 20, tightness: 3, seed: 7 });
    const caps = problem.limits.filter(({ id }) => id.startsWith('cap'));
    expect(caps.every((limit) => limit.kind === 'atMost' && limit.amount < 0 && limit.amount > -1e-9)).toBe(true);
    // Before, HiGHS refused the program and this threw.
    const outcome = await outcomeOf(problem);
    expect(outcome.kind).toBe('infeasible');
  },
);

it('the rows of such limits are at nothing, and those that are truly below stay', () => {
  const problem = countyProblem({ parcels: 400, years: 4, townships: 20, tightness: 3, seed: 7 });
  const limits = problem.limits.map((limit, at) =>
    limit.kind === 'atMost' ? { ...limit, amount: at % 2 === 0 ? -1e-12 : -5 } : limit,
  );
  const rows = rowsOf({ ...problem, limits }).limit.filter((_, at) => limits[at]?.kind === 'atMost');
  expect(new Set(rows)).toEqual(new Set([0, -5]));
});
