import { describe, expect, it } from 'vitest';
import { solver } from '../engine/allocate/solver';
import { allocationDifferences, answered } from './allocationDifferences';
import { sampleOf } from './sample';
import { smallProblem } from './smallProblem';

const SAMPLE = sampleOf(60, 1000);

describe('allocation and its explanations, against every possible allocation', () => {
  it.each(Array.from({ length: SAMPLE }, (_, seed) => seed))('problem %i', async (seed) => {
    expect(allocationDifferences(smallProblem(seed), await solver)).toEqual([]);
  });

  it('has every kind of answer among them', { timeout: 600_000 }, async () => {
    const outcomes = await Promise.all(
      Array.from({ length: SAMPLE }, async (_, seed) => answered(smallProblem(seed), await solver)),
    );
    const infeasible = outcomes.filter((outcome) => outcome.kind === 'infeasible');
    // Of the thousand, five hundred explanations.
    expect(infeasible.length).toBeGreaterThanOrEqual(SAMPLE / 2);
    expect(outcomes.length - infeasible.length).toBeGreaterThan(SAMPLE / 6);
    expect(infeasible.filter(({ lowerTargets }) => lowerTargets && lowerTargets.length > 0).length).toBeGreaterThan(5);
    expect(infeasible.filter(({ raiseLimits }) => raiseLimits && raiseLimits.length > 0).length).toBeGreaterThan(2);
  });
});
