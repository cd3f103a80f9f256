import { parentPort, workerData } from 'node:worker_threads';
import type { ReaderAsked } from './read/answers';
import { partReader, type PartAsked } from './read/partReader';
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
    const readPart = partReader(told);
    return (item) => readPart(item as PartAsked);
  }
  const project = projector(told);
  return (item) => Promise.resolve(project(item as CountyRows));
}
