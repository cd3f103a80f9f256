import { proxy, wrap } from 'comlink';
import { aborted, internal, unavailable } from './calls';
import type { ProgressListener, WorkerFailure } from './protocol';
import type { WorkerHandle } from './workerHandle';
import type { PastYearsQuestion, YearsRun, YearsService } from './yearsProtocol';

/** What a caller may ask of one call. */
export interface YearsOptions {
  readonly onProgress?: ProgressListener;
  readonly signal?: AbortSignal;
}

/**
 * Asks in a worker of its own, which ends with the call: stopping ends it, and nothing of the ledgers stays there. The columns stay
 * with the caller. Always settles, also when the worker dies.
 */
export async function runYears(
  question: PastYearsQuestion,
  { onProgress, signal, start }: YearsOptions & { readonly start: () => WorkerHandle },
): Promise<YearsRun> {
  if (signal?.aborted) return { kind: 'cancelled' };
  let handle: WorkerHandle | undefined;
  let isOver = false;
  try {
    const worker = (handle = start());
    const died = new Promise<WorkerFailure>((resolve) =>
      worker.onDeath(() => resolve({ kind: 'failed', code: 'workerDied' })),
    );
    // A microtask of its own: an error in the listener belongs to the page, not to the worker.
    const listener: ProgressListener = (progress) =>
      queueMicrotask(() => (isOver ? undefined : onProgress?.(progress)));
    const work = wrap<YearsService>(worker.endpoint).years(question, proxy(listener));
    const stopped = aborted(signal).then((): YearsRun => ({ kind: 'cancelled' }));
    return await Promise.race([work.catch(internal), died, stopped]);
  } catch (error) {
    return unavailable(error);
  } finally {
    isOver = true;
    handle?.terminate();
  }
}
