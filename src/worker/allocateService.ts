import { allocate, allocateWithChance, type AllocationProgress, type LinearSolver } from '../engine/allocate/index';
import type {
  AllocateService,
  AllocationAnswer,
  AllocationListener,
  AllocationRequest,
  SolverAbsent,
} from './allocateProtocol';
import { errorWords } from './calls';
import { release } from './release';

/** How often the bound alone is told, in milliseconds; a better answer is told at once. */
const TELL_EVERY = 80;

/** Milliseconds of work between two rests, and the longest rest; a rest is a sixth of the work, for Office asks about more. */
const DUTY = { slice: 24, longest: 1_000, share: 1 / 6 } as const;

/** A service that tells every better answer before the next call that blocks. */
export function createAllocateService(loadSolver: () => Promise<LinearSolver>): AllocateService {
  return {
    async allocate(request, onProgress) {
      const tell = thinned(onProgress);
      try {
        const solver = await loadSolver().catch(absent);
        if ('kind' in solver) return solver;
        const searching = search(request, solver);
        let since = performance.now();
        for (let step = searching.next(); ; step = searching.next()) {
          if (step.done) return step.value;
          tell(step.value);
          const worked = performance.now() - since;
          if (worked < DUTY.slice) continue;
          await rest(Math.min(DUTY.longest, worked * DUTY.share));
          since = performance.now();
        }
      } finally {
        release(onProgress);
      }
    },
  };
}

function absent(error: unknown): SolverAbsent {
  return { kind: 'failed', code: 'noSolver', detail: errorWords(error) };
}

/** One call of the solver cannot be interrupted, so what rests is the time between two. */
function rest(milliseconds: number): Promise<void> {
  return new Promise((resume) => setTimeout(resume, milliseconds));
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
