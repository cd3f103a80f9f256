import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { expose } from 'comlink';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { highsSolver } from '../../../src/engine/allocate/highsSolver';
import type { LinearSolver } from '../../../src/engine/allocate/linearSolver';
import { createAllocateService } from '../../../src/worker/allocateService';

const { wasm, oddity } = workerData as { readonly wasm: string; readonly oddity?: 'stuck' | 'dies' | 'noSolver' };

/** HiGHS, or a solver that misbehaves: it dies when asked first, or never answers the second question. */
async function loadSolver(): Promise<LinearSolver> {
  if (oddity === 'noSolver') throw new Error('highs.wasm: 404');
  const solver = await highsSolver(readFileSync(wasm));
  let asked = 0;
  return {
    solve(program, effort) {
      asked++;
      if (oddity === 'dies') process.exit(3);
      if (oddity === 'stuck' && asked > 1) for (;;);
      return solver.solve(program, effort);
    },
  };
}

if (!parentPort) throw new Error('runs in a worker only');
expose(createAllocateService(loadSolver), nodeEndpoint(parentPort));
