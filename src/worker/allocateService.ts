import { releaseProxy, type ProxyMethods } from 'comlink';
import { allocate, allocateWithChance, type AllocationProgress, type LinearSolver } from '../engine/allocate/index';
import type { AllocateService, AllocationAnswer, AllocationListener, AllocationRequest } from './allocateProtocol';

/** How often the bound alone is told, in milliseconds; a better answer is told at once. */
const TELL_EVERY = 80;

/** A service that tells every better answer before the next call that blocks. */
export function createAllocateService(loadSolver: () => Promise<LinearSolver>): AllocateService {
  return {
    async allocate(request, onProgress: AllocationListener & Partial<ProxyMethods>) {
      const searching = search(request, await loadSolver());
      const tell = thinned(onProgress);
      try {
        for (let step = searching.next(); ; step = searching.next()) {
          if (step.done) return step.value;
          tell(step.value);
        }
      } finally {
        const close: (() => void) | undefined = onProgress[releaseProxy];
        close?.();
      }
    },
  };
}

function* search(
  { problem, chance }: AllocationRequest,
  solver: LinearSolver,
): Generator<AllocationProgress, AllocationAnswer> {
  if (!chance) return yield* allocate(problem, solver);
  const { outcome, chances } = yield* allocateWithChance(problem, chance, { solver });
  return { ...outcome, chances };
}

/** Lets through what is new: a better answer, another step, or the bound now and then. */
function thinned(listener: AllocationListener): AllocationListener {
  let told = -Infinity;
  let step: AllocationProgress['step'] | undefined;
  return (progress) => {
    const now = performance.now();
    if (!progress.allocation && progress.step === step && now - told < TELL_EVERY) return;
    told = now;
    step = progress.step;
    listener(progress);
  };
}
