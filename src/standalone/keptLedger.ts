import type { JournalStep } from '../workbook/file/journal';
import { answerTo, openDatabase, STORES } from './database';

/** A ledger that was left unsaved. */
export interface KeptLedger {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The day and time it was opened. */
  readonly time: string;
  readonly steps: readonly JournalStep[];
}

/** What is kept of the one ledger that is open. */
export interface Keeper {
  /** The ledger that an earlier visit left, if any. */
  found(): Promise<KeptLedger | undefined>;
  /** Begins anew with a ledger; gives false where the browser keeps nothing. */
  begin(ledger: Omit<KeptLedger, 'steps'>): Promise<boolean>;
  /** Adds a step; false when another window keeps another ledger now. */
  add(step: JournalStep): Promise<boolean>;
  /** Forgets all of it. */
  forget(): Promise<void>;
}

const { ledger: LEDGER, steps: STEPS } = STORES;
const KEY = 'open';

/** Keeps the open ledger in this browser's own database, under a sign of this window. */
export function createKeeper(): Keeper {
  const own = String(Math.random());
  let database: Promise<IDBDatabase> | undefined;
  const open = () => (database ??= openDatabase());
  return {
    async found() {
      const db = await open().catch(() => undefined);
      if (!db) return undefined;
      const store = db.transaction([LEDGER, STEPS]);
      const ledger = (await answerTo(store.objectStore(LEDGER).get(KEY))) as Stored | undefined;
      if (!ledger) return undefined;
      const steps = (await answerTo(store.objectStore(STEPS).getAll())) as JournalStep[];
      return { name: ledger.name, bytes: ledger.bytes, time: ledger.time, steps };
    },
    async begin(ledger) {
      try {
        const store = (await open()).transaction([LEDGER, STEPS], 'readwrite');
        store.objectStore(STEPS).clear();
        await answerTo(store.objectStore(LEDGER).put({ ...ledger, own }, KEY));
        return true;
      } catch {
        return false;
      }
    },
    async add(step) {
      try {
        const store = (await open()).transaction([LEDGER, STEPS], 'readwrite');
        const ledger = (await answerTo(store.objectStore(LEDGER).get(KEY))) as Stored | undefined;
        if (ledger?.own !== own) return false;
        await answerTo(store.objectStore(STEPS).add(step));
        return true;
      } catch {
        return false;
      }
    },
    async forget() {
      const db = await open().catch(() => undefined);
      if (!db) return;
      const store = db.transaction([LEDGER, STEPS], 'readwrite');
      store.objectStore(LEDGER).clear();
      await answerTo(store.objectStore(STEPS).clear());
    },
  };
}

interface Stored {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly time: string;
  readonly own?: string;
}
