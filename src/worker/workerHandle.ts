import type { Endpoint } from 'comlink';

/** A started worker: where its messages go, how its death is heard of, and how it is ended. */
export interface WorkerHandle {
  readonly endpoint: Endpoint;
  /** Called when the worker reports that it has failed; a worker ended from outside stays silent. */
  onDeath(listener: () => void): void;
  terminate(): void;
}

/** Starts the simulation worker as webpack bundles it. May throw where the page is not allowed workers. */
export function startSimulateWorker(): WorkerHandle {
  return handleOf(new Worker(/* webpackChunkName: "simulation" */ new URL('./simulate.worker.ts', import.meta.url)));
}

/** Starts a worker that solves one allocation. May throw where the page is not allowed workers. */
export function startAllocateWorker(): WorkerHandle {
  return handleOf(new Worker(/* webpackChunkName: "allocation" */ new URL('./allocate.worker.ts', import.meta.url)));
}

function handleOf(worker: Worker): WorkerHandle {
  return {
    endpoint: worker,
    onDeath(listener) {
      worker.addEventListener('error', listener);
      worker.addEventListener('messageerror', listener);
    },
    terminate: () => worker.terminate(),
  };
}
