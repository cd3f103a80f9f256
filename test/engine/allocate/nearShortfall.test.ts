import { describe, expect, it } from 'vitest';
import { countyProblem } from '../../../scripts/bench/allocationProblem';
import { buildModel } from '../../../src/engine/allocate/buildModel';
import { choiceOf, NONE, type ChoiceModel } from '../../../src/engine/allocate/choiceModel';
import { coreProgram } from '../../../src/engine/allocate/coreProgram';
import { rowScale } from '../../../src/engine/allocate/lagrange';
import type { LinearSolver } from '../../../src/engine/allocate/linearSolver';
import { nearShortfall } from '../../../src/engine/allocate/nearShortfall';
import { solver } from './solver';

const EFFORT = { gap: 5e-3, iterations: 60, sample: 1200, linearCore: 600, wholeCore: 250, seconds: 5 };

/** The least that parts of parcels could break of the limits that give way: no choice breaks less. */
function leastOfParts(model: ChoiceModel, penalty: Float64Array, highs: LinearSolver): number {
  const groups = Int32Array.from({ length: model.groups }, (_, group) => group);
  const core = { groups, fixed: new Int32Array(model.groups).fill(NONE) };
  const worthless = { ...model, value: new Float64Array(model.value.length) };
  const answer = highs.solve(coreProgram(worthless, core, { whole: false, penalty }).program);
  return 'x' in answer ? -answer.value : NaN;
}

function over(model: ChoiceModel, option: Int32Array): number[] {
  const { activity } = choiceOf(model, option);
  return [...model.limit.entries()].map(([row, limit]) => Math.max(0, (activity[row] ?? 0) - limit));
}

describe('a way out that is near the least, of 1,500 parcels', () => {
  it.each([
    [1.6, 'targets'],
    [2, 'targets'],
    [1.6, 'funds and caps'],
    [2, 'funds and caps'],
  ] as const)(
    'tightness %f: breaks little more of %s than parts of parcels would, and nothing else',
    async (tightness, which) => {
      const problem = countyProblem({ parcels: 1500, years: 2, townships: 4, tightness, seed: 3 });
      const { model } = buildModel(problem);
      const scale = rowScale(model);
      const gives = (row: number) => (problem.limits[row]?.kind === 'atLeast') === (which === 'targets');
      const penalty = scale.map((own, row) => (gives(row) ? own : Infinity));
      const highs = await solver;
      const searching = nearShortfall(model, penalty, { isTarget: gives, solver: highs, effort: EFFORT });
      let step = searching.next();
      while (!step.done) step = searching.next();
      const broken = over(model, step.value?.option ?? new Int32Array(0));
      const limit = (row: number) => Math.max(1, Math.abs(model.limit[row] ?? 0));
      expect(broken.filter((by, row) => !gives(row) && by > 1e-9 * limit(row))).toEqual([]);
      const found = broken.reduce((sum, by, row) => sum + by * (scale[row] ?? 0), 0);
      const least = leastOfParts(model, penalty, highs);
      expect(least).toBeGreaterThan(0);
      expect(found).toBeGreaterThanOrEqual(least - 1e-6);
      expect(found).toBeLessThanOrEqual(1.1 * least + 0.05);
    },
    120_000,
  );
});
