import { proxy, transfer } from 'comlink';
import {
  blockCount,
  DRAWS_PER_BLOCK,
  enoughBlocks,
  type DrawnBlock,
  type DrawingFailure,
  type Goal,
  type GoalOutcome,
  type Knob,
  type Progress,
  type UncertainInput,
} from '../engine/simulate/index';
import { buffersOf } from './buffersOf';
import { aborted, CANCEL_WITHIN, createSessions, guarded, unavailable, type Sessions } from './calls';
import type { DrawnRun, DrawRunOutcome, PreviewOutcome, PreviewQuestion } from './drawProtocol';
import type { Gate } from './gate';
import { previewOn } from './previewOn';
import type { Cancelled, ProgressListener, WorkerFailure } from './protocol';
import type { Patience, WorkerSession } from './session';
import type { WorkerHandle } from './workerHandle';

/** What a caller may ask of one run of draws. */
export interface DrawOptions {
  readonly onProgress?: ProgressListener;
  readonly signal?: AbortSignal;
  /** While it is shut the workers wait. */
  readonly gate?: Gate;
}

/** Draws scenarios on several workers; every call settles, also when workers die. */
export interface DrawPool {
  draw(input: UncertainInput, options?: DrawOptions): Promise<DrawRunOutcome>;
  preview(question: PreviewQuestion): Promise<PreviewOutcome | Cancelled | WorkerFailure>;
  seek(
    input: UncertainInput,
    goal: { readonly knob: Knob; readonly goal: Goal },
    options?: DrawOptions,
  ): Promise<GoalOutcome | Cancelled | WorkerFailure>;
  close(): void;
}

/** How a pool is set up. */
export interface PoolOptions {
  readonly start: () => WorkerHandle;
  readonly workers: number;
  readonly patience: Patience;
  /** How long workers of a stopped run are waited for before it is summed up, in milliseconds. */
  readonly cancelWithin?: number;
  /**
   * After so many milliseconds one worker goes on by itself; all of them to the end where left out. Excel on a desktop asks
   * people about add-ins that hold the machine for 15 seconds.
   */
  readonly aloneAfter?: number;
}

/** A run on its way. */
interface Run {
  readonly number: number;
  readonly input: UncertainInput;
  readonly blocks: (DrawnBlock | undefined)[];
  /** Draws done in the blocks being drawn. */
  readonly partly: Map<number, number>;
  readonly waiting: number[];
  readonly begun: number;
  /** Workers that take blocks. */
  serving: number;
  stopped: boolean;
  failure: DrawingFailure | WorkerFailure | undefined;
}

/** How many workers a machine should lend: all but one of its cores, four at most. */
export function workersFor(cores: number): number {
  return Math.max(1, Math.min(4, cores - 1));
}

/** The blocks done without a gap from the first on. */
function firstBlocks({ blocks }: Run): DrawnBlock[] {
  const gap = blocks.findIndex((block) => !block);
  return (gap < 0 ? blocks : blocks.slice(0, gap)).filter((block) => block !== undefined);
}

/** Whether the first blocks are enough, so that nobody need begin another. */
function isDone(run: Run): boolean {
  const done = firstBlocks(run);
  if (done.length === run.blocks.length) return true;
  return run.input.stop !== undefined && enoughBlocks(run.input, done).length < done.length;
}

/** A pool that starts its workers when they are first needed. */
export function createDrawPool({
  start,
  workers,
  patience,
  cancelWithin = CANCEL_WITHIN,
  aloneAfter = Infinity,
}: PoolOptions): DrawPool {
  const sessions = createSessions(start, patience);
  let runs = 0;
  return {
    async draw(input, options = {}) {
      const run = newRun(++runs, input);
      if (options.signal?.aborted) return { kind: 'stopped', partial: Promise.resolve(undefined) };
      try {
        const count = Math.min(workers, run.blocks.length);
        const used = Array.from({ length: count }, (_, index) => sessions.at(index));
        return await drawOn(used, run, { ...options, cancelWithin, aloneAfter });
      } catch (error) {
        return unavailable(error);
      }
    },
    preview: (question) => ask(sessions, (session) => previewOn(session, question)),
    seek: (input, { knob, goal }, { signal } = {}) => {
      const run = ++runs;
      return ask(sessions, (session) => {
        const { service } = session;
        signal?.addEventListener('abort', () => (session.isDead() ? undefined : void service.cancel(run)), {
          once: true,
        });
        return service.seek(run, input, knob, goal);
      });
    },
    close: () => sessions.close(),
  };
}

function newRun(number: number, input: UncertainInput): Run {
  const count = Math.max(1, blockCount(input)) || 1;
  const blocks = Array.from({ length: count }, () => undefined);
  const begun = performance.now();
  const partly = new Map<number, number>();
  const waiting = [...blocks.keys()];
  return { number, input, blocks, partly, waiting, begun, serving: 0, stopped: false, failure: undefined };
}

/** Asks one worker one thing; settles when it dies as well. */
async function ask<P extends Promise<unknown>>(
  sessions: Sessions,
  question: (session: WorkerSession) => P,
): Promise<Awaited<P> | WorkerFailure> {
  try {
    const session = sessions.at(0);
    await session.ready;
    return await guarded(session, () => question(session));
  } catch (error) {
    return unavailable(error);
  }
}

interface RunOptions extends DrawOptions {
  readonly cancelWithin: number;
  readonly aloneAfter: number;
}

async function drawOn(sessions: readonly WorkerSession[], run: Run, options: RunOptions): Promise<DrawRunOutcome> {
  const { signal, gate } = options;
  const stopped = aborted(signal).then(() => 'stopped' as const);
  const forget = obey(gate, sessions, run);
  try {
    const work = Promise.all(sessions.map((session) => serve(session, run, options)));
    const first = await Promise.race([work, stopped]);
    if (first === 'stopped') return stop(sessions, run, { ...options, work });
    if (run.failure) return run.failure;
    if (!isDone(run)) return { kind: 'failed', code: 'workerDied' };
    const extent = firstBlocks(run).length < run.blocks.length ? 'enough' : 'all';
    const summed = sumUp(sessions, run, { extent, onProgress: options.onProgress });
    // Everything has been drawn: who stops now gets it all a moment later.
    const result = await Promise.race([summed, stopped]);
    if (result === 'stopped') return { kind: 'stopped', partial: released(sessions, run, summed) };
    return result ?? { kind: 'failed', code: 'workerDied' };
  } finally {
    forget();
  }
}

/** Lets the workers wait while the gate is shut; the answer ends that. */
function obey(gate: Gate | undefined, sessions: readonly WorkerSession[], run: Run): () => void {
  const tell = (shut: boolean) => {
    for (const session of sessions) if (!session.isDead()) void session.service.hold(run.number, shut);
  };
  if (gate?.isShut()) tell(true);
  return gate?.listen(tell) ?? (() => undefined);
}

/** What comes of a run, whose workers must not wait any more. */
function released<R>(sessions: readonly WorkerSession[], run: Run, work: Promise<R>): Promise<R> {
  for (const session of sessions) if (!session.isDead()) void session.service.hold(run.number, false);
  return work;
}

/** Stops a run that is being drawn, at once for the person; what has been drawn is summed up once the workers have heard of it. */
function stop(
  sessions: readonly WorkerSession[],
  run: Run,
  { work, cancelWithin }: RunOptions & { readonly work: Promise<unknown> },
): DrawRunOutcome {
  run.stopped = true;
  for (const session of sessions) if (!session.isDead()) void session.service.cancel(run.number);
  const heard = Promise.race([work, new Promise((resolve) => setTimeout(resolve, cancelWithin))]);
  return { kind: 'stopped', partial: heard.then(() => sumUp(sessions, run, { extent: 'partial' })) };
}

/** One worker takes block after block until none is left; a block of a worker that dies waits for another. */
async function serve(session: WorkerSession, run: Run, options: RunOptions): Promise<void> {
  await session.ready;
  const planning = tellerOf(run, 'planning', options.onProgress);
  const opened = await guarded(session, () => session.service.openDraws(run.number, run.input, proxy(planning)));
  if (opened.kind === 'failed' && opened.code !== 'workerDied') run.failure ??= opened;
  if (opened.kind !== 'open' || (isLate(run, options) && run.serving > 0)) return;
  run.serving += 1;
  await takeBlocks(session, run, options);
  run.serving -= 1;
}

async function takeBlocks(session: WorkerSession, run: Run, options: RunOptions): Promise<void> {
  while (!run.stopped && !run.failure && !isDone(run)) {
    if (isLate(run, options) && run.serving > 1) return;
    const block = run.waiting.shift();
    if (block === undefined) return;
    const listener: ProgressListener = ({ done }) => tellProgress(run, block, done, options);
    const drawn = await guarded(session, () => session.service.drawBlock(run.number, block, proxy(listener)));
    if ('metrics' in drawn) {
      run.blocks[block] = drawn;
      tellProgress(run, block, DRAWS_PER_BLOCK, options);
      continue;
    }
    run.waiting.unshift(block);
    if (drawn.kind === 'failed' && drawn.code === 'internal') run.failure ??= drawn;
    return;
  }
}

/** Tells how far the plan, or the summary, is: the plan's last words may come when draws have begun. */
function tellerOf(run: Run, phase: 'planning' | 'summing', onProgress: ProgressListener | undefined): ProgressListener {
  const isPast = () => run.stopped || (phase === 'planning' && run.partly.size > 0);
  return ({ done, total }) => queueMicrotask(() => (isPast() ? undefined : onProgress?.({ phase, done, total })));
}

/** Whether the run has gone on for so long that one worker is to do the rest. */
const isLate = (run: Run, { aloneAfter }: RunOptions): boolean => performance.now() - run.begun >= aloneAfter;

function tellProgress(run: Run, block: number, done: number, { onProgress }: RunOptions): void {
  if (run.stopped) return;
  // Its last words may come after the block itself, by a channel of their own.
  run.partly.set(block, Math.max(done, run.partly.get(block) ?? 0));
  const sum = [...run.partly.values()].reduce((total, draws) => total + draws, 0);
  const progress: Progress = { phase: 'drawing', done: sum, total: run.blocks.length * DRAWS_PER_BLOCK };
  // A microtask of its own: an error in the listener belongs to the page, not to the worker.
  queueMicrotask(() => onProgress?.(progress));
}

/** Sums up on the first worker that lives; undefined where there is nothing, or nobody, to do it. */
async function sumUp(
  sessions: readonly WorkerSession[],
  run: Run,
  { extent, onProgress }: { readonly extent: DrawnRun['extent']; readonly onProgress?: ProgressListener | undefined },
): Promise<DrawnRun | undefined> {
  const done = firstBlocks(run);
  const blocks = extent === 'partial' ? done : enoughBlocks(run.input, done);
  const living = sessions.find((session) => !session.isDead());
  try {
    if (!living || blocks.length === 0) return undefined;
    const listener = proxy(tellerOf(run, 'summing', onProgress));
    const asked = () => {
      const given = transfer([...blocks], [...buffersOf(blocks)]);
      return living.service.summarise(run.number, given, run.input.targets ?? [], listener);
    };
    const summary = await guarded(living, asked);
    if (summary.kind !== 'summary') return undefined;
    return { kind: 'drawn', extent, result: summary.result, insight: summary.insight };
  } finally {
    for (const session of sessions) if (!session.isDead()) void session.service.closeDraws(run.number);
  }
}
