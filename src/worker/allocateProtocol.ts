import type {
  AllocationChance,
  AllocationOutcome,
  AllocationProblem,
  AllocationProgress,
  ChanceAsk,
} from '../engine/allocate/index';
import type { WorkerFailure } from './protocol';

/** Told of the first answer, of every better one, and of the bound closing in; not while the solver itself is at work. */
export type AllocationListener = (progress: AllocationProgress) => void;

/** The best that was found before a person stopped; nothing if that was too soon. */
export interface StoppedAllocation {
  readonly kind: 'stopped';
  readonly best?: AllocationProgress;
}

/** The outcome; with the chances where they were asked for. */
export type AllocationAnswer = AllocationOutcome & { readonly chances?: readonly AllocationChance[] };

/** A problem, and the chance with which its targets are to be reached though work slips. */
export interface AllocationRequest {
  readonly problem: AllocationProblem;
  readonly chance?: ChanceAsk;
}

/** The solver did not load: it did not come, or the page may not run WebAssembly (policies of Chromium before 97). */
export interface SolverAbsent {
  readonly kind: 'failed';
  readonly code: 'noSolver';
  readonly detail: string;
}

/** How a call to the worker settles; it always does. */
export type AllocationRun = AllocationAnswer | SolverAbsent | StoppedAllocation | WorkerFailure;

/** What the worker offers. It answers one problem and is then thrown away: the solver cannot be interrupted. */
export interface AllocateService {
  allocate(request: AllocationRequest, onProgress: AllocationListener): Promise<AllocationAnswer | SolverAbsent>;
}
