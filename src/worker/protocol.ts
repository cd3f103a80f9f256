import type { Progress, SimulationInput, SimulationOutcome } from '../engine/simulate/index';

/** Stopped at the wish of a person; there is no result. */
export interface Cancelled {
  readonly kind: 'cancelled';
}

/**
 * What went wrong outside the engine: the worker died or does not answer (`workerDied`), could not be started
 * (`workerUnavailable`), or met a bug of ours (`internal`, with the bug's own words).
 */
export interface WorkerFailure {
  readonly kind: 'failed';
  readonly code: 'workerDied' | 'workerUnavailable' | 'internal';
  readonly detail?: string;
}

/** How a computation ends inside the worker. */
export type ServiceOutcome = SimulationOutcome | Cancelled;

/** How a call to the worker settles; it always does. */
export type RunOutcome = ServiceOutcome | WorkerFailure;

/** Told how far a run is, a few times a second. */
export type ProgressListener = (progress: Progress) => void;

/** One run: its number is chosen by the caller and names it when it is to be cancelled. */
export interface RunRequest {
  readonly run: number;
  readonly input: SimulationInput;
}

/** What the worker offers. */
export interface SimulateService {
  /** Answers at once, even while a run is going on. */
  ping(): 'alive';
  simulate(request: RunRequest, onProgress?: ProgressListener): Promise<ServiceOutcome>;
  /** Stops a run between two steps, also one that waits; without effect on one that has ended. */
  cancel(run: number): void;
  /** Lets a run of draws wait between two steps, or go on: what it comes to stays the same. */
  hold(run: number, held: boolean): void;
}
