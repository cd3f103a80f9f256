import { Worker } from 'node:worker_threads';

/** Threads of this command line: the script that each runs, and what each is told once. */
export interface Threads {
  readonly threads: number;
  readonly script: URL;
  readonly told: unknown;
}

/** What is handed to a thread, and what comes back, each with its place among all. */
interface Handed<Item> {
  readonly at: number;
  readonly item: Item;
}

/** So many items a thread are on their way: a slow one does not let the others pile up. */
const AHEAD = 3;

/** Gives items to threads and their answers in the order of the items. Throws where a thread does, or the items do. */
export async function* onThreads<Item, Answer>(
  items: Iterable<Item> | AsyncIterable<Item>,
  { threads, script, told }: Threads,
): AsyncGenerator<Answer> {
  const workers = Array.from({ length: Math.max(1, threads) }, () => new Worker(script, { workerData: told }));
  const ready = new Map<number, Answer>();
  let [wake, failure]: [() => void, Error | undefined] = [() => undefined, undefined];
  const free = [...workers];
  const waiting: Handed<Item>[] = [];
  const give = () => {
    for (let worker = free[0]; worker && waiting.length > 0; worker = free[0]) {
      free.shift();
      worker.postMessage(waiting.shift());
    }
  };
  for (const worker of workers) {
    worker.on('message', ({ at, answer }: { readonly at: number; readonly answer: Answer }) => {
      ready.set(at, answer);
      free.push(worker);
      give();
      wake();
    });
    worker.on('error', (error) => {
      failure = error;
      wake();
    });
  }
  const answerOf = async (at: number): Promise<Answer> => {
    for (;;) {
      if (failure) throw failure;
      if (ready.has(at)) break;
      await new Promise<void>((resolve) => (wake = resolve));
    }
    const answer = ready.get(at) as Answer;
    ready.delete(at);
    return answer;
  };
  try {
    let [given, taken] = [0, 0];
    for await (const item of items) {
      waiting.push({ at: given++, item });
      give();
      if (given - taken >= AHEAD * workers.length) yield await answerOf(taken++);
    }
    while (taken < given) yield await answerOf(taken++);
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
