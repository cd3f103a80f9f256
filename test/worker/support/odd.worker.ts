import { parentPort } from 'node:worker_threads';
import { expose } from 'comlink';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import type { Progress, SimulationInput, SimulationOutcome } from '../../../src/engine/simulate/index';
import { simulate } from '../../../src/engine/simulate/simulate';
import { createSimulateService } from '../../../src/worker/service';

/** Busy for a few milliseconds, as a step of real work is. */
function work(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

/** Works for ever in small steps: only a cancel ends it. */
function* endless(): Generator<Progress, SimulationOutcome> {
  for (let done = 0; ; done++) {
    work(1);
    yield { phase: 'scenario', done, total: Infinity };
  }
}

/** A step that never ends: the worker answers nobody any more. */
function* stuck(): Generator<Progress, SimulationOutcome> {
  yield { phase: 'reading', done: 0, total: 1 };
  work(Infinity);
  return { kind: 'failed', code: 'badInput', problems: [] };
}

/** The worker dies in the middle of a run. */
function* dying(how: 'exit' | 'throw'): Generator<Progress, SimulationOutcome> {
  if (how === 'exit') process.exit(3);
  setTimeout(() => {
    throw new Error('out of memory');
  });
  yield* endless();
  return { kind: 'failed', code: 'badInput', problems: [] };
}

function* buggy(): Generator<Progress, SimulationOutcome> {
  yield { phase: 'reading', done: 0, total: 1 };
  throw new TypeError('a bug of ours');
}

/** The engine's computation, unless the number of the first ledger row asks for trouble. */
function simulateOddly(input: SimulationInput): Iterator<Progress, SimulationOutcome> {
  const oddities = [endless, stuck, () => dying('exit'), () => dying('throw'), buggy];
  return (oddities[(input.parcels.rowNumbers?.[0] ?? 0) - 901] ?? (() => simulate(input)))();
}

if (!parentPort) throw new Error('runs in a worker only');
expose(createSimulateService(simulateOddly), nodeEndpoint(parentPort));
