import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createAllocateService } from '../../src/worker/allocateService';
import { runSteps } from '../../src/worker/runSteps';
import { countyProblem } from '../../scripts/bench/allocationProblem';
import { solver } from '../engine/allocate/solver';

/** Office asks people about an add-in that takes this share of a core for longer than a moment. */
const ASKED_ABOUT = 0.9;
/** A rest is counted against at most so much work; one call of the solver cannot be interrupted. */
const CALL = 400;

/** The clock, which only work and rests move. */
let rested = 0;

beforeEach(() => {
  rested = 0;
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout'] });
  const { setTimeout: set } = globalThis;
  vi.spyOn(globalThis, 'setTimeout').mockImplementation((run: () => void, after = 0) => {
    rested += after;
    const timer = set(run, after);
    void vi.advanceTimersByTimeAsync(after);
    return timer;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

it('rests between slices of draws, for less than nine tenths of a core', async () => {
  let worked = 0;
  const steps: Iterator<number, string> = {
    next: () => {
      vi.advanceTimersByTime(3);
      worked += 3;
      return worked < 3_000 ? { done: false, value: worked } : { done: true, value: 'drawn' };
    },
  };
  const control = { isCancelled: () => false, onProgress: () => undefined, slice: 24, rest: 4 };
  expect(await runSteps(steps, control)).toBe('drawn');
  expect(rested).toBeGreaterThan(0);
  expect(worked / (worked + rested)).toBeLessThan(ASKED_ABOUT);
});

it('rests between two calls of the solver, for less than nine tenths of a core', async () => {
  const highs = await solver;
  let worked = 0;
  const slow = {
    solve: (...asked: Parameters<typeof highs.solve>) => {
      vi.advanceTimersByTime(CALL);
      worked += CALL;
      return highs.solve(...asked);
    },
  };
  const problem = countyProblem({ parcels: 60, years: 2, townships: 3, tightness: 0.3, seed: 7 });
  const answer = await createAllocateService(() => Promise.resolve(slow)).allocate({ problem }, () => undefined);
  expect(answer.kind).toBe('done');
  // The last call is followed by the answer, and no rest.
  expect(worked / CALL).toBeGreaterThan(2);
  expect((worked - CALL) / (worked - CALL + rested)).toBeLessThan(ASKED_ABOUT);
});
