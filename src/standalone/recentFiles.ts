import type { FileHandle } from './chooseFile';
import { answerTo, openDatabase, STORES } from './database';

/** A file that was opened lately; the browser opens it again once a person has agreed. */
export interface RecentFile {
  readonly name: string;
  /** The day and time it was opened. */
  readonly time: string;
  readonly handle: FileHandle;
}

/** The files opened lately in this browser, the last one first. */
export interface RecentFiles {
  list(): Promise<readonly RecentFile[]>;
  add(file: RecentFile): Promise<void>;
  clear(): Promise<void>;
}

const KEY = 'files';
const MOST = 6;

/** Keeps the handles of files, not their content; where the browser has none, or keeps nothing, the list stays empty. */
export function createRecentFiles(): RecentFiles {
  let database: Promise<IDBDatabase> | undefined;
  const store = async (mode: IDBTransactionMode) =>
    (await (database ??= openDatabase())).transaction(STORES.recent, mode).objectStore(STORES.recent);
  const list = async (): Promise<readonly RecentFile[]> => {
    try {
      return ((await answerTo((await store('readonly')).get(KEY))) as RecentFile[] | undefined) ?? [];
    } catch {
      return [];
    }
  };
  const put = async (files: readonly RecentFile[]) => {
    try {
      await answerTo((await store('readwrite')).put(files, KEY));
    } catch {
      // Not to be remembered is no fault: the file is open.
    }
  };
  return {
    list,
    async add(file) {
      const others: RecentFile[] = [];
      for (const one of await list()) if (!(await isSame(one.handle, file.handle))) others.push(one);
      await put([file, ...others].slice(0, MOST));
    },
    clear: () => put([]),
  };
}

async function isSame(one: FileHandle, other: FileHandle): Promise<boolean> {
  try {
    return await one.isSameEntry(other);
  } catch {
    return false;
  }
}
