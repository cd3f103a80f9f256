import { report, type PaneContext } from './context';

/** How long the page may be kept from drawing and from hearing 停止, in milliseconds. */
const SLICE = 40;

/** Runs long work of our own step by step, showing how far it is; undefined once it is stopped. */
export async function inSlices<Result>(
  context: PaneContext,
  work: Generator<number, Result>,
  total: number,
): Promise<Result | undefined> {
  const { signal } = context.stopping;
  let since = context.now();
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value;
    if (context.now() - since < SLICE) continue;
    report(context, step.value, total);
    await new Promise((resolve) => setTimeout(resolve));
    if (signal.aborted) return undefined;
    since = context.now();
  }
}
