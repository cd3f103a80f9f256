import { parentPort, workerData } from 'node:worker_threads';
import type { FoundFile } from './files';
import { policyAsked } from './policyAsked';
import { readFile } from './read/readFile';
import type { ReaderAsked } from './read/answers';
import type { CountyRows } from './simulate/counties';
import { projector, type ProjectorAsked } from './simulate/projectCounty';

/** What a thread of the command line is told: to read ledgers, or to project counties. */
export type ThreadTold = ({ readonly kind: 'read' } & ReaderAsked) | ({ readonly kind: 'project' } & ProjectorAsked);

/** The other end of `onThreads`: one item after the other. */
export function serveThread(): void {
  const work = workOf(workerData as ThreadTold);
  parentPort?.on('message', ({ at, item }: { readonly at: number; readonly item: unknown }) => {
    void work(item).then((answer) => parentPort?.postMessage({ at, answer }));
  });
}

/** What is done to each item, in a thread or behind Spark. */
export function workOf(told: ThreadTold): (item: unknown) => Promise<unknown> {
  if (told.kind === 'read') {
    const asked = { policy: policyAsked(told.policy, told.asOf), answers: told.answers };
    return (item) => readFile(item as FoundFile, asked);
  }
  const project = projector(told);
  return (item) => Promise.resolve(project(item as CountyRows));
}
