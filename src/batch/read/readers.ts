import { Worker } from 'node:worker_threads';
import type { FoundFile } from '../files';
import type { GivenAnswer } from './answers';
import type { FileRead } from './fileRead';

/** What every reader is told once. */
export interface ReaderAsked {
  readonly policy?: string | undefined;
  readonly asOf?: string | undefined;
  readonly answers: readonly GivenAnswer[];
}

/** Reads files on several threads; they are given out in the order of their names, as soon as those before them are. */
export async function* readOnThreads(
  files: readonly FoundFile[],
  asked: ReaderAsked,
  { threads, script }: { readonly threads: number; readonly script: URL },
): AsyncGenerator<FileRead> {
  const ready = new Map<number, FileRead>();
  let [next, wake]: [number, () => void] = [0, () => undefined];
  let failure: Error | undefined;
  const workers = Array.from({ length: Math.max(1, Math.min(threads, files.length)) }, () => {
    const worker = new Worker(script, { workerData: asked });
    const give = () => {
      const at = next++;
      if (at < files.length) worker.postMessage({ at, file: files[at] });
    };
    worker.on('message', ({ at, read }: { at: number; read: FileRead }) => {
      ready.set(at, read);
      give();
      wake();
    });
    worker.on('error', (error) => {
      failure = error;
      wake();
    });
    give();
    return worker;
  });
  try {
    for (let at = 0; at < files.length; at++) {
      while (!ready.has(at)) {
        if (failure) throw failure;
        await new Promise<void>((resolve) => (wake = resolve));
      }
      const read = ready.get(at);
      ready.delete(at);
      if (read) yield read;
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
