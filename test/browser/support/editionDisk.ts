import type { Page } from 'playwright-core';

/** Files that the edition can read again and save back: real ones, in the file system that the browser has for the page. */
export interface EditionDisk {
  readonly putOnDisk: (name: string, bytes: Uint8Array) => Promise<void>;
  readonly onDisk: (name: string) => Promise<Uint8Array>;
  readonly removeFromDisk: (name: string) => Promise<void>;
  /** From now on no file can be written to, as while another program holds it. */
  readonly lockDisk: () => Promise<void>;
  /** What this browser keeps of unsaved work. */
  readonly kept: () => Promise<{ readonly ledgers: number; readonly steps: number }>;
}

export function editionDisk(page: Page): EditionDisk {
  return {
    putOnDisk: (name, bytes) => page.evaluate(put, [name, Buffer.from(bytes).toString('base64')] as const),
    onDisk: async (name) => new Uint8Array(Buffer.from(await page.evaluate(get, name), 'base64')),
    removeFromDisk: (name) =>
      page.evaluate(async (own) => (await navigator.storage.getDirectory()).removeEntry(own), name),
    lockDisk: () =>
      page.evaluate(() => {
        Reflect.set(FileSystemFileHandle.prototype, 'createWritable', () =>
          Promise.reject(new DOMException('held by another program', 'NoModificationAllowedError')),
        );
      }),
    kept: () => page.evaluate(kept),
  };
}

/** In the page, before its scripts: the system's picker gives the file that was put on the disk last. */
export function pickFromDisk(): void {
  Reflect.set(window, 'showOpenFilePicker', async () => {
    const folder = await navigator.storage.getDirectory();
    return [await folder.getFileHandle(localStorage.getItem('picked') ?? '')];
  });
}

async function put([name, base64]: readonly [string, string]): Promise<void> {
  const handle = await (await navigator.storage.getDirectory()).getFileHandle(name, { create: true });
  const writable = await handle.createWritable();
  await writable.write(Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0)));
  await writable.close();
  localStorage.setItem('picked', name);
}

async function get(name: string): Promise<string> {
  const handle = await (await navigator.storage.getDirectory()).getFileHandle(name);
  const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

async function kept() {
  const asked = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
    });
  const database = await asked(indexedDB.open('mujun-standalone'));
  const store = (name: string) => database.transaction(name).objectStore(name);
  const counts = { ledgers: await asked(store('ledger').count()), steps: await asked(store('steps').count()) };
  database.close();
  return counts;
}
