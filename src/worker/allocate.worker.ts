import { expose } from 'comlink';
import { highsSolver } from '../engine/allocate/index';
import { createAllocateService } from './allocateService';

/** HiGHS lies beside the scripts, on our own origin. */
async function loadSolver() {
  const answer = await fetch(new URL('highs/runtime', import.meta.url));
  if (!answer.ok) throw new Error(`highs.wasm: ${answer.status}`);
  return highsSolver(new Uint8Array(await answer.arrayBuffer()));
}

expose(createAllocateService(loadSolver));
