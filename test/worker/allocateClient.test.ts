import type { Worker } from 'node:worker_threads';
import { beforeAll, describe, expect, it } from 'vitest';
import { countyProblem } from '../../scripts/bench/allocationProblem';
import type { AllocationProgress } from '../../src/engine/allocate/index';
import { runAllocation } from '../../src/worker/allocateClient';
import { verifyAllocation } from '../oracles/verifyAllocation';
import { bundleAllocateNode, startAllocateNode } from './support/startAllocateNode';

const problem = countyProblem({ parcels: 400, years: 2, townships: 4, tightness: 0.3, seed: 3 });

describe('an allocation in a worker of its own', () => {
  beforeAll(() => bundleAllocateNode());

  it('tells of better answers and settles with one that keeps every limit', async () => {
    const told: AllocationProgress[] = [];
    const run = await runAllocation(
      { problem },
      { start: () => startAllocateNode(), onProgress: (at) => told.push(at) },
    );
    expect(run.kind).toBe('done');
    if (run.kind !== 'done') return;
    const { limits, faults, netBenefit } = verifyAllocation(problem, run.allocation);
    expect(limits.filter(({ kept }) => !kept)).toEqual([]);
    expect(faults).toEqual([]);
    expect(netBenefit).toBeCloseTo(run.value, 4);
    expect(run.gap).toBeLessThanOrEqual(1e-3);
    const values = told.flatMap(({ allocation, value }) => (allocation && value !== undefined ? [value] : []));
    expect(values.length).toBeGreaterThan(0);
    expect(values).toEqual(values.toSorted((a, b) => a - b));
  });

  it('stops while the solver is at work, keeps the best and ends the worker', async () => {
    const stop = new AbortController();
    let thread: Worker | undefined;
    const run = await runAllocation(
      { problem },
      {
        start: () => startAllocateNode('stuck', (started) => (thread = started)),
        signal: stop.signal,
        onProgress: ({ allocation }) => (allocation ? stop.abort() : undefined),
      },
    );
    expect(run).toMatchObject({ kind: 'stopped', best: { step: 'prices' } });
    if (run.kind !== 'stopped' || !run.best?.allocation) throw new Error('no best');
    expect(verifyAllocation(problem, run.best.allocation).limits.every(({ kept }) => kept)).toBe(true);
    await new Promise((resolve) => thread?.once('exit', resolve));
  });

  it('settles when the worker dies, when there is no solver, and when there is no worker', async () => {
    expect(await runAllocation({ problem }, { start: () => startAllocateNode('dies') })).toMatchObject({
      code: 'workerDied',
    });
    expect(await runAllocation({ problem }, { start: () => startAllocateNode('noSolver') })).toEqual({
      ...{ kind: 'failed', code: 'noSolver', detail: 'highs.wasm: 404' },
    });
    const start = () => {
      throw new Error('blocked');
    };
    expect(await runAllocation({ problem }, { start })).toMatchObject({ code: 'workerUnavailable', detail: 'blocked' });
  });

  it('does not begin when stopped before', async () => {
    const signal = AbortSignal.abort();
    expect(await runAllocation({ problem }, { signal, start: () => startAllocateNode() })).toEqual({ kind: 'stopped' });
  });
});
