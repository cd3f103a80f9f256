import type { Cancelled } from './protocol';

/** How long a computation may hold the thread before messages are let in, in milliseconds. */
const SLICE = 12;

/** Lets the messages that wait be handled first. A channel, because browsers delay repeated timers by 4 ms each. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** What a run listens to and reports to. */
export interface RunControl<P> {
  readonly isCancelled: () => boolean;
  /** Settles when a run that was told to wait may go on, or is cancelled; undefined while nothing holds it. */
  readonly held?: () => Promise<void> | undefined;
  readonly onProgress: (progress: P) => void;
  /** Milliseconds of work between two turns; a little while where left out. */
  readonly slice?: number;
  /** Milliseconds of rest at each turn; none where left out. */
  readonly rest?: number;
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** Runs a computation in slices to its end, or until it is cancelled between two steps. */
export async function runSteps<P, R>(steps: Iterator<P, R>, control: RunControl<P>): Promise<R | Cancelled> {
  const { slice = SLICE, rest = 0 } = control;
  let sliceEnds = performance.now() + slice;
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (performance.now() < sliceEnds) continue;
    control.onProgress(step.value);
    await (rest > 0 ? pause(rest) : nextTurn());
    await control.held?.();
    if (control.isCancelled()) return { kind: 'cancelled' };
    sliceEnds = performance.now() + slice;
  }
}
