import { parentPort, workerData } from 'node:worker_threads';
import type { FoundFile } from '../files';
import { policyAsked } from '../policyAsked';
import { readFile } from './readFile';
import type { ReaderAsked } from './readers';

/** The other end of `readOnThreads`: one file after the other. */
export function serveReader(): void {
  const { policy, asOf, answers } = workerData as ReaderAsked;
  const asked = { policy: policyAsked(policy, asOf), answers };
  parentPort?.on('message', ({ at, file }: { at: number; file: FoundFile }) => {
    void readFile(file, asked).then((read) => parentPort?.postMessage({ at, read }));
  });
}
