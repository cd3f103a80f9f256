import type { WorkerHandle } from '../worker/workerHandle';

/** A worker's whole script as a function: its text makes a Blob, and without workers it runs here. `self` is where messages go. */
type WorkerScript = (self: unknown) => void;

/** The scripts put their functions there when they are loaded; the build names the files. */
declare const WORKER_FILES: Readonly<Record<'simulate' | 'allocate', string>>;
type WithScripts = typeof globalThis & { mujunWorkers?: Record<string, WorkerScript | undefined> };

/** Loads the script of a worker, so that starting it need not wait. */
export function loadWorker(name: keyof typeof WORKER_FILES): Promise<WorkerScript> {
  const known = (globalThis as WithScripts).mujunWorkers?.[name];
  if (known) return Promise.resolve(known);
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = WORKER_FILES[name];
    script.onload = () => {
      const loaded = (globalThis as WithScripts).mujunWorkers?.[name];
      if (loaded) resolve(loaded);
      else reject(new Error(script.src));
    };
    script.onerror = () => reject(new Error(script.src));
    document.head.append(script);
  });
}

/** Starts a worker from its script; where the page may have none, the same code runs here and answers between its steps. */
export function startWorker(name: keyof typeof WORKER_FILES): WorkerHandle {
  const script = (globalThis as WithScripts).mujunWorkers?.[name];
  if (!script) throw new Error(`${name} is not loaded`);
  try {
    return ownThread(script);
  } catch {
    return sameThread(script);
  }
}

function ownThread(script: WorkerScript): WorkerHandle {
  const url = URL.createObjectURL(new Blob([`(${String(script)})(self)`], { type: 'text/javascript' }));
  const worker = new Worker(url);
  return {
    endpoint: worker,
    onDeath(listener) {
      worker.addEventListener('error', listener);
      worker.addEventListener('messageerror', listener);
    },
    terminate() {
      worker.terminate();
      URL.revokeObjectURL(url);
    },
  };
}

function sameThread(script: WorkerScript): WorkerHandle {
  const { port1, port2 } = new MessageChannel();
  script(port1);
  return {
    endpoint: port2,
    onDeath: () => undefined,
    terminate() {
      port1.close();
      port2.close();
    },
  };
}
