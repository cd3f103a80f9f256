import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { buildSync } from 'esbuild';
import type { WorkerHandle } from '../../../src/worker/workerHandle';

/** The first ledger row that makes the odd worker misbehave (odd.worker.ts). */
export const ODD = { endless: 901, stuck: 902, exits: 903, throws: 904, buggy: 905 } as const;

let bundle: string | undefined;

function bundledWorker(): string {
  bundle ??= buildSync({
    entryPoints: [fileURLToPath(new URL('odd.worker.ts', import.meta.url))],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
    loader: { '.yaml': 'text' },
    logLevel: 'silent',
  }).outputFiles[0]?.text;
  return bundle ?? '';
}

/** A real thread that runs our service, and can be made to die. */
export interface OddWorker extends WorkerHandle {
  readonly thread: Worker;
}

/** Starts the service in a thread of Node. */
export function startOddWorker(): OddWorker {
  const thread = new Worker(bundledWorker(), { eval: true });
  // Node ends the process on an 'error' that nobody hears.
  thread.on('error', () => undefined);
  return {
    thread,
    endpoint: nodeEndpoint(thread),
    onDeath(listener) {
      thread.on('error', listener);
      thread.on('exit', listener);
    },
    terminate: () => void thread.terminate(),
  };
}
