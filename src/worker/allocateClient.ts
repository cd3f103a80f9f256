import { definedOnly } from '../engine/column/index';
import { proxy, wrap } from 'comlink';
import type { AllocationProgress } from '../engine/allocate/index';
import type { AllocateService, AllocationListener, AllocationRequest, AllocationRun } from './allocateProtocol';
import { aborted, internal, unavailable } from './calls';
import { startAllocateWorker, type WorkerHandle } from './workerHandle';

/** What a caller may ask of one allocation. */
export interface AllocateOptions {
  readonly onProgress?: AllocationListener;
  readonly signal?: AbortSignal;
  readonly start?: () => WorkerHandle;
}

/**
 * Solves one problem in a worker of its own, which ends with the call: the solver cannot be interrupted, so stopping ends the
 * worker and keeps the best answer told so far. Always settles, also when the worker dies.
 */
export async function runAllocation(request: AllocationRequest, options: AllocateOptions = {}): Promise<AllocationRun> {
  const { onProgress, signal, start = startAllocateWorker } = options;
  let best: AllocationProgress | undefined;
  const stopped = (): AllocationRun => ({ kind: 'stopped', ...definedOnly({ best }) });
  if (signal?.aborted) return stopped();
  let handle: WorkerHandle | undefined;
  let isOver = false;
  try {
    const worker = (handle = start());
    const died = new Promise<AllocationRun>((resolve) =>
      worker.onDeath(() => resolve({ kind: 'failed', code: 'workerDied' })),
    );
    const listener: AllocationListener = (progress) => {
      if (isOver) return;
      best = progress.allocation ? progress : best && { ...best, bound: progress.bound, ...gapOfProgress(progress) };
      // A microtask of its own: an error in the listener belongs to the page, not to the worker.
      queueMicrotask(() => onProgress?.(progress));
    };
    const work = wrap<AllocateService>(worker.endpoint).allocate(request, proxy(listener));
    return await Promise.race([work.catch(internal), died, aborted(signal).then(stopped)]);
  } catch (error) {
    return unavailable(error);
  } finally {
    isOver = true;
    handle?.terminate();
  }
}

function gapOfProgress({ gap }: AllocationProgress): { readonly gap?: number } {
  return gap === undefined ? {} : { gap };
}
