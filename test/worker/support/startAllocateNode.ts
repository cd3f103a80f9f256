import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { build } from 'esbuild';
import type { WorkerHandle } from '../../../src/worker/workerHandle';

const root = new URL('../../../', import.meta.url);
const outfile = fileURLToPath(new URL('.cache/allocateNode.worker.mjs', root));

/** HiGHS looks for itself beside its script, so it stays outside the bundle. */
export async function bundleAllocateNode(): Promise<void> {
  await build({
    entryPoints: [fileURLToPath(new URL('allocateNode.worker.ts', import.meta.url))],
    ...{
      bundle: true,
      platform: 'node',
      format: 'esm',
      external: ['highs'],
      loader: { '.yaml': 'text' },
      outfile,
      logLevel: 'silent',
    },
  });
}

/** Starts the allocation service in a thread of Node; `started` is told of the thread. */
export function startAllocateNode(
  oddity?: 'stuck' | 'dies' | 'noSolver',
  started: (thread: Worker) => void = () => undefined,
): WorkerHandle {
  const wasm = fileURLToPath(import.meta.resolve('highs/runtime'));
  const thread = new Worker(outfile, { workerData: { wasm, oddity } });
  thread.on('error', () => undefined);
  started(thread);
  return {
    endpoint: nodeEndpoint(thread),
    onDeath(listener) {
      thread.on('error', listener);
      thread.on('exit', listener);
    },
    terminate: () => void thread.terminate(),
  };
}
