import type { Browser, Page } from 'playwright-core';

/** One entry of Chromium's trace, as far as it is read here; times in microseconds. */
interface Entry {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly id?: string;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: {
    readonly name?: string;
    readonly data?: {
      readonly startTime?: number;
      readonly cpuProfile?: { readonly nodes?: readonly Call[]; readonly samples?: readonly number[] };
      readonly timeDeltas?: readonly number[];
    };
  };
}

interface Call {
  readonly id: number;
  readonly parent?: number;
  readonly callFrame: { readonly functionName: string; readonly url?: string };
}

/** A task of the page's thread: milliseconds of its own work, whose script most of it was, and the functions at fault. */
export interface Task {
  readonly milliseconds: number;
  readonly whose: 'ours' | 'host' | 'browser';
  readonly at: string;
}

const CATEGORIES = [
  '-*',
  'toplevel',
  '__metadata',
  'disabled-by-default-devtools.timeline',
  'disabled-by-default-v8.cpu_profiler',
];

/** Does something, and gives the tasks of over so many milliseconds of the page's thread meanwhile, the longest first. */
export async function tracedTasks(
  browser: Browser,
  page: Page,
  { least, work }: { readonly least: number; readonly work: () => Promise<void> },
): Promise<readonly Task[]> {
  await browser.startTracing(page, { categories: CATEGORIES });
  await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: readonly Entry[] };
  return tasksOf(traceEvents, least);
}

function tasksOf(entries: readonly Entry[], least: number): readonly Task[] {
  const main = new Set(
    entries
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}/${tid}`),
  );
  const long = entries.filter(
    ({ name, ph, pid, tid, dur = 0, tdur = dur }) =>
      ph === 'X' && name.endsWith('RunTask') && main.has(`${pid}/${tid}`) && tdur >= least * 1000,
  );
  const samples = samplesOf(entries);
  return long
    .filter((task) => !long.some((other) => other !== task && isWithin(task, other)))
    .map((task) => taskOf(task, samples.get(task.pid) ?? []))
    .toSorted((a, b) => b.milliseconds - a.milliseconds);
}

function isWithin({ ts, dur = 0, pid }: Entry, other: Entry): boolean {
  const end = other.ts + (other.dur ?? 0);
  return other.pid === pid && ts >= other.ts && ts + dur <= end && dur < (other.dur ?? 0);
}

interface Sample {
  readonly at: number;
  /** From the innermost call outwards. */
  readonly stack: readonly Call[];
}

/** What ran when, by process; workers have profiles of their own, which are left out by their thread. */
function samplesOf(entries: readonly Entry[]): ReadonlyMap<number, readonly Sample[]> {
  const samples = new Map<number, Sample[]>();
  for (const { pid, id, args } of entries.filter(({ name }) => name === 'Profile')) {
    const calls = new Map<number, Call>();
    let at = args.data?.startTime ?? 0;
    const own: Sample[] = [];
    for (const chunk of entries) {
      if (chunk.name !== 'ProfileChunk' || chunk.pid !== pid || chunk.id !== id) continue;
      const { cpuProfile, timeDeltas = [] } = chunk.args.data ?? {};
      for (const call of cpuProfile?.nodes ?? []) calls.set(call.id, call);
      for (const [index, node] of (cpuProfile?.samples ?? []).entries()) {
        at += timeDeltas[index] ?? 0;
        own.push({ at, stack: stackOf(calls, node) });
      }
    }
    // The page's thread is the one that loads the workbench.
    if (own.some(({ stack }) => stack.some((call) => ownerOf(call) !== undefined)))
      samples.set(pid, [...(samples.get(pid) ?? []), ...own]);
  }
  return samples;
}

function stackOf(calls: ReadonlyMap<number, Call>, node: number): Call[] {
  const stack: Call[] = [];
  for (let call = calls.get(node); call; call = calls.get(call.parent ?? -1)) stack.push(call);
  return stack;
}

/** Office.js works for us: what it encodes and decodes is what we send and ask for. */
function ownerOf({ callFrame: { url = '' } }: Call): Task['whose'] | undefined {
  if (/\/workbench\//.test(url)) return 'host';
  return /\/js\/|\/office\//.test(url) ? 'ours' : undefined;
}

/** A call that holds less than this share of its caller's time is not what the task is long of. */
const MOST_OF_IT = 0.5;

function taskOf({ ts, dur = 0, tdur = dur }: Entry, samples: readonly Sample[]): Task {
  const within = samples.filter(({ at }) => at >= ts && at <= ts + dur);
  const owners = within.map(({ stack }) => stack.map(ownerOf).find((owner) => owner !== undefined) ?? 'browser');
  const count = (whose: Task['whose']) => owners.filter((owner) => owner === whose).length;
  const [whose = 'browser'] = (['ours', 'host', 'browser'] as const).toSorted((a, b) => count(b) - count(a));
  return { milliseconds: tdur / 1000, whose, at: callsAtFault(within.map(({ stack }) => stack.toReversed())) };
}

/** The calls that most of the time was spent in, from the outermost to the last that is not one of many. */
function callsAtFault(stacks: readonly (readonly Call[])[]): string {
  const named: string[] = [];
  let within = stacks;
  for (let depth = 1; ; depth++) {
    const next = new Map<string | undefined, (readonly Call[])[]>();
    for (const stack of within) {
      const name = stack[depth]?.callFrame.functionName;
      next.set(name, [...(next.get(name) ?? []), stack]);
    }
    const [most] = [...next].toSorted((a, b) => b[1].length - a[1].length);
    if (!most || most[0] === undefined || most[1].length < within.length * MOST_OF_IT) break;
    if (most[0] !== '' && most[0] !== '(anonymous)') named.push(most[0]);
    within = most[1];
  }
  return named.slice(-6).join(' > ');
}
