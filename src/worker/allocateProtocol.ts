import type { AllocationOutcome, AllocationProblem, AllocationProgress } from '../engine/index';
import type { WorkerFailure } from './protocol';

/** Told of the first answer, of every better one, and of the bound closing in; not while the solver itself is at work. */
export type AllocationListener = (progress: AllocationProgress) => void;

/** The best that was found before a person stopped; nothing if that was too soon. */
export interface StoppedAllocation {
  readonly kind: 'stopped';
  readonly best?: AllocationProgress;
}

/** How a call to the worker settles; it always does. */
export type AllocationRun = AllocationOutcome | StoppedAllocation | WorkerFailure;

/** What the worker offers. It answers one problem and is then thrown away: the solver cannot be interrupted. */
export interface AllocateService {
  allocate(problem: AllocationProblem, onProgress: AllocationListener): Promise<AllocationOutcome>;
}
