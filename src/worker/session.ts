import { releaseProxy, type Remote, wrap } from 'comlink';
import type { DrawService } from './drawProtocol';
import type { SimulateService } from './protocol';
import type { WorkerHandle } from './workerHandle';

/** How patiently a worker is listened for, in milliseconds. */
export interface Patience {
  /** Between the answer to one ping and the next ping. */
  readonly pingEvery: number;
  /** For the answer to a ping; two in a row must fail, so that a page that was asleep does not judge in haste. */
  readonly answerWithin: number;
  /** For the first answer: the worker's script has to be loaded. */
  readonly startWithin: number;
}

/** A worker in use, which knows when it is dead. */
export interface WorkerSession {
  readonly service: Remote<SimulateService & DrawService>;
  /** Resolves when the worker has answered for the first time, or is dead; never rejects. */
  readonly ready: Promise<void>;
  /** Resolves when the worker has failed, fallen silent or been closed; never rejects. */
  readonly dead: Promise<void>;
  isDead(): boolean;
  /** Watches the worker while `work` is unsettled: a worker ended from outside says nothing by itself. */
  watch(work: Promise<unknown>): void;
  close(): void;
}

/** Whether a promise settles in time. */
async function settlesWithin(work: Promise<unknown>, milliseconds: number): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  const settled = work.then(
    () => true,
    () => true,
  );
  const inTime = await Promise.race([settled, late]);
  clearTimeout(timer);
  return inTime;
}

/** Opens a session with a started worker. */
export function openSession(handle: WorkerHandle, patience: Patience): WorkerSession {
  const service = wrap<SimulateService & DrawService>(handle.endpoint);
  let closed = false;
  let tellDead = () => {};
  const dead = new Promise<void>((resolve) => {
    tellDead = resolve;
  });
  const close = () => {
    if (closed) return;
    closed = true;
    tellDead();
    service[releaseProxy]();
    handle.terminate();
  };
  handle.onDeath(close);
  const isDead = () => closed;
  // A session closed meanwhile must not be asked any more.
  const answersWithin = (milliseconds: number) =>
    isDead() ? Promise.resolve(true) : settlesWithin(service.ping(), milliseconds);
  const ready = answersWithin(patience.startWithin).then((inTime) => (inTime ? undefined : close()));
  const answers = async () =>
    (await answersWithin(patience.answerWithin)) || (await answersWithin(patience.answerWithin));
  const watch = createWatch({ ready, answers, isDead, close }, patience.pingEvery);
  return { service, ready: Promise.race([ready, dead]), dead, isDead, watch, close };
}

interface Watched {
  readonly ready: Promise<void>;
  readonly answers: () => Promise<boolean>;
  readonly isDead: () => boolean;
  readonly close: () => void;
}

/** Pings while any work is pending and closes a session that does not answer. */
function createWatch(watched: Watched, pingEvery: number): (work: Promise<unknown>) => void {
  let pending = 0;
  let watching = false;
  const loop = async () => {
    watching = true;
    await watched.ready;
    while (pending > 0 && !watched.isDead()) {
      if (!(await watched.answers())) watched.close();
      await new Promise((resolve) => setTimeout(resolve, pingEvery));
    }
    watching = false;
  };
  return (work) => {
    pending++;
    const done = () => {
      pending--;
    };
    work.then(done, done);
    if (!watching) void loop();
  };
}
