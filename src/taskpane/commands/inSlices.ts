import { report, type PaneContext } from './context';

/** How long the page may be kept from drawing and from hearing 停止, in milliseconds. */
const SLICE = 30;

/**
 * Runs long work of our own step by step, letting the page draw between slices; 'stopped' once the person stops the work
 * going on. A step that gives a number says how far it is of `total`.
 */
export async function inSlices<Result>(
  context: PaneContext,
  work: Generator<number | undefined, Result>,
  total = 0,
): Promise<Result | 'stopped'> {
  const isStopped = stopper(context);
  let since = context.now();
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value;
    if (context.now() - since < SLICE) continue;
    if (step.value !== undefined) report(context, step.value, total);
    await new Promise((resolve) => setTimeout(resolve));
    if (isStopped()) return 'stopped';
    since = context.now();
  }
}

/** Only work that says it is going on can be stopped: an earlier stop is not meant for what comes after it. */
export function stopper({ store, stopping }: PaneContext): () => boolean {
  const wasStopped = stopping.signal.aborted && !store.get().busy;
  return () => stopping.signal.aborted && !wasStopped;
}
