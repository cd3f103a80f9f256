import { proxy, transfer } from 'comlink';
import type { SimulationInput } from '../engine/simulate/index';
import { buffersOf } from './buffersOf';
import { aborted, CANCEL_WITHIN, createSessions, guarded, unavailable } from './calls';
import type { ProgressListener, RunOutcome, ServiceOutcome } from './protocol';
import type { Patience, WorkerSession } from './session';
import { startSimulateWorker, type WorkerHandle } from './workerHandle';

/** What a caller may ask of one run. */
export interface RunOptions {
  readonly onProgress?: ProgressListener;
  readonly signal?: AbortSignal;
  /** `copy` (the default) leaves the columns with the caller; `give` hands them over, after which they are empty here. */
  readonly columns?: 'copy' | 'give';
}

/** Runs simulations in a worker; every call settles as done, cancelled or failed, even when the worker dies. */
export interface SimulateClient {
  simulate(input: SimulationInput, options?: RunOptions): Promise<RunOutcome>;
  /** Ends the worker; runs that are going on settle as failed. The next run starts a new one. */
  close(): void;
}

/** How a client is set up; the defaults are those of the product. */
export interface ClientOptions extends Partial<Patience> {
  readonly start?: () => WorkerHandle;
  /** How long a run may take to stop by itself before its worker is ended, in milliseconds. */
  readonly cancelWithin?: number;
}

/** How patient the product is. */
export const PATIENCE: Patience = { pingEvery: 1000, answerWithin: 2000, startWithin: 30_000 };

const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** Starts a run; its columns travel without a second copy. Async, so that what cannot be posted rejects as well. */
async function call(run: Run, input: SimulationInput, options: RunOptions): Promise<ServiceOutcome> {
  const given = options.columns === 'give' ? input : structuredClone(input);
  await run.session.ready;
  const request = transfer({ run: run.number, input: given }, [...buffersOf(given)]);
  return run.session.service.simulate(request, options.onProgress && proxy(options.onProgress));
}

/** One run on its way, and whether its caller still waits for it. */
interface Run {
  readonly session: WorkerSession;
  readonly number: number;
  settled: boolean;
}

/** Asks a run to stop, and ends the worker if it does not: the person has waited long enough. */
async function stop(run: Run, cancelWithin: number): Promise<RunOutcome> {
  if (!run.session.isDead()) void run.session.service.cancel(run.number);
  await wait(cancelWithin);
  if (!run.settled) run.session.close();
  return { kind: 'cancelled' };
}

/** Settles a run with what comes first: its outcome, the death of its worker, or the wish to stop. */
async function settle(run: Run, input: SimulationInput, options: SettleOptions): Promise<RunOutcome> {
  const { signal, onProgress, cancelWithin } = options;
  // A microtask of its own: an error in the listener belongs to the page, not to the worker.
  const listener: ProgressListener = (progress) =>
    queueMicrotask(() => (run.settled ? undefined : onProgress?.(progress)));
  const heard = { ...options, ...(onProgress && { onProgress: listener }) };
  const outcome = guarded(run.session, () => call(run, input, heard));
  const stopped = aborted(signal).then(() => (run.settled ? outcome : stop(run, cancelWithin)));
  const first = await Promise.race([outcome, stopped]);
  run.settled = true;
  const died = first.kind === 'failed' && first.code === 'workerDied';
  return died && signal?.aborted ? { kind: 'cancelled' } : first;
}

interface SettleOptions extends RunOptions {
  readonly cancelWithin: number;
}

/** A client of the simulation worker, which starts when it is first needed. */
export function createSimulateClient(options: ClientOptions = {}): SimulateClient {
  const { start = startSimulateWorker, cancelWithin = CANCEL_WITHIN, ...patience } = options;
  const sessions = createSessions(start, { ...PATIENCE, ...patience });
  let runs = 0;
  return {
    async simulate(input, runOptions = {}) {
      if (runOptions.signal?.aborted) return { kind: 'cancelled' };
      try {
        const run = { session: sessions.at(0), number: ++runs, settled: false };
        return await settle(run, input, { ...runOptions, cancelWithin });
      } catch (error) {
        return unavailable(error);
      }
    },
    close: () => sessions.close(),
  };
}
