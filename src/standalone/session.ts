import { clock } from '../taskpane/clock';
import type { Pane } from '../taskpane/components/paneContext';
import { handOver } from '../taskpane/downloads';
import { createStore, type Store } from '../taskpane/state/store';
import { pageText } from '../text/standalone';
import { recorded, replay, type JournalStep } from '../workbook/file/journal';
import { chosenAgain, type Chosen } from './chooseFile';
import type { Keeper, KeptLedger } from './keptLedger';
import { ChangedOutside, ledgerOf, newName, NotOpened, openChosenFile, saveBack, type OpenLedger } from './ledgerFile';
import { paneOver } from './paneOver';
import type { RecentFile, RecentFiles } from './recentFiles';

/** What a person is told, and what can be answered. */
export interface PageNotice {
  readonly intent: 'info' | 'success' | 'warning' | 'error';
  readonly text: string;
  readonly answers?: readonly { readonly label: string; readonly run: () => void }[];
}

/** What the page shows. */
export interface PageState {
  readonly ledger?: OpenLedger;
  readonly pane?: Pane;
  /** What the page is at: nothing is to be pressed meanwhile. */
  readonly busy?: 'reading' | 'saving';
  /** Something was written that no file holds yet. */
  readonly isUnsaved: boolean;
  /** Whether this browser keeps the open ledger until it is saved. */
  readonly keeps: boolean;
  /** Files opened lately that the browser can open again. */
  readonly recent: readonly RecentFile[];
  readonly told?: PageNotice;
}

/** The open ledger and what a person can do with its file. */
export interface Session {
  readonly store: Store<PageState>;
  /** Offers what an earlier visit left. */
  start(): Promise<void>;
  /** Opens a file; what is not saved is asked about first. */
  open(chosen: Chosen): void;
  openRecent(file: RecentFile): void;
  save(): Promise<void>;
  saveBack(): void;
  readAgain(): void;
  close(): void;
  /** Whether this browser may keep anything; not to forgets what it has. */
  setKeeps(keeps: boolean): Promise<void>;
  clearRecent(): Promise<void>;
  dismiss(): void;
}

/** A session in which nothing is open yet. */
export function createSession(keeper: Keeper, recentFiles: RecentFiles): Session {
  const store = createStore<PageState>({ isUnsaved: false, keeps: true, recent: [] });
  const tell = (intent: PageNotice['intent'], text: string, answers?: PageNotice['answers']) =>
    store.update((state) => ({ ...state, told: { intent, text, ...(answers ? { answers } : {}) } }));
  const dismiss = () => store.update(({ told: _, ...state }) => state);
  const copyOut = (bytes: Uint8Array) => handOver(bytes, newName(store.get().ledger?.name ?? '副本.xlsx', clock()));
  let steps: JournalStep[] = [];
  /** How many of the steps this browser keeps; undefined while it keeps nothing. */
  let kept: number | undefined;
  let keeping: Promise<unknown> = Promise.resolve();
  const step = (made: JournalStep) => {
    steps.push(made);
    store.update((state) => ({ ...state, isUnsaved: true }));
    keeping = keeping.then(keep);
  };
  /** Nothing is kept before something was written; what is kept is the file as it was opened, and every step since. */
  const keep = async () => {
    const { keeps, ledger } = store.get();
    if (!keeps || !ledger) return;
    if (kept === undefined) {
      if (!(await keeper.begin({ name: ledger.name, bytes: ledger.bytes, time: clock() }))) {
        stopKeeping(pageText('notKept'));
        return;
      }
      kept = 0;
    }
    for (let next = steps[kept]; next; next = steps[++kept]) {
      if (await keeper.add(next)) continue;
      stopKeeping(pageText('otherTab'));
      return;
    }
  };
  const forget = async () => {
    await keeping;
    kept = undefined;
    await keeper.forget();
  };
  const stopKeeping = (why: string) => {
    store.update((state) => ({ ...state, keeps: false }));
    tell('warning', why);
  };

  async function show(ledger: OpenLedger, before: readonly JournalStep[]): Promise<void> {
    // What an earlier visit left stays until something is written here.
    if (kept !== undefined) await forget();
    await replay(ledger.port, before);
    steps = [];
    const { keeps, recent } = store.get();
    store.update(() => ({ ledger, keeps, recent, isUnsaved: false, pane: paneOver(recorded(ledger.port, step)) }));
    for (const made of before) step(made);
  }

  async function guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      const answers =
        error instanceof ChangedOutside ? [{ label: pageText('save'), run: () => void save() }] : undefined;
      tell('error', error instanceof NotOpened ? detail : pageText('unexpected', { detail }), answers);
    } finally {
      store.update(({ busy: _, ...state }) => state);
    }
  }

  const begin = (busy: NonNullable<PageState['busy']>) => store.update(({ told: _, ...state }) => ({ ...state, busy }));

  const read = async (chosen: Chosen) =>
    store.get().busy ??
    guarded(async () => {
      begin('reading');
      await show(await openChosenFile(chosen, copyOut), []);
      await remember(chosen);
    });

  async function remember({ handle }: Chosen): Promise<void> {
    if (!handle || !store.get().keeps) return;
    await recentFiles.add({ name: handle.name, time: clock(), handle });
    await showRecent();
  }

  async function showRecent(): Promise<void> {
    const recent = await recentFiles.list();
    store.update((state) => ({ ...state, recent }));
  }

  const save = () =>
    guarded(async () => {
      const { ledger } = store.get();
      if (!ledger) return;
      const name = newName(ledger.name, clock());
      const until = steps.length;
      begin('saving');
      handOver(await ledger.port.currentFile(), name);
      await saved(pageText('savedAs', { name }), until);
    });

  async function resume({ name, bytes, steps }: KeptLedger): Promise<void> {
    dismiss();
    await guarded(async () => show(await ledgerOf(name, bytes, copyOut), steps));
  }

  /** Of the steps made until a saving began: what came later is still unsaved. */
  async function saved(text: string, until: number): Promise<void> {
    tell('success', text);
    if (steps.length > until) return;
    store.update((state) => ({ ...state, isUnsaved: false }));
    await forget();
  }

  async function toOriginal(): Promise<void> {
    dismiss();
    await guarded(async () => {
      const { ledger } = store.get();
      if (!ledger) return;
      const until = steps.length;
      begin('saving');
      const now = await saveBack(ledger);
      const opened = await ledgerOf(now.name, now.bytes, copyOut);
      await forget();
      // From here on the file is another one: what is written next is a change of that.
      await show({ ...opened, ...handleOf(now), modified: now.modified }, steps.slice(until));
      tell('success', pageText('savedBack', { name: now.name }));
    });
  }

  const ask = (text: string, run: () => void) =>
    tell('warning', text, [
      { label: pageText('yes'), run },
      { label: pageText('no'), run: dismiss },
    ]);
  const ifSaved = (text: string, run: () => void) => (store.get().isUnsaved ? ask(text, run) : run());

  return {
    store,
    dismiss,
    save,
    open: (chosen) => ifSaved(pageText('confirmOpen'), () => void read(chosen)),
    openRecent: ({ name, handle }) =>
      void guarded(async () => {
        const chosen = await chosenAgain(handle).catch(() => {
          throw new NotOpened(pageText('gone', { name }));
        });
        if (chosen) await read(chosen);
      }),
    async clearRecent() {
      await recentFiles.clear();
      await showRecent();
    },
    async start() {
      void showRecent();
      const left = await keeper.found();
      if (!left || left.steps.length === 0) return;
      const leave = () => void forget().then(dismiss);
      tell('info', pageText('found', { name: left.name, time: left.time }), [
        { label: pageText('resume'), run: () => void resume(left) },
        { label: pageText('forget'), run: leave },
      ]);
    },
    saveBack() {
      const name = store.get().ledger?.name ?? '';
      ask(pageText('confirmBack', { name }), () => void toOriginal());
    },
    readAgain() {
      const { handle, name = '' } = store.get().ledger ?? {};
      const again = () =>
        void guarded(async () => {
          const file = await handle?.getFile().catch(() => undefined);
          if (!file || !handle) throw new NotOpened(pageText('gone', { name }));
          await read({ file, handle });
        });
      ifSaved(pageText('confirmAgain'), again);
    },
    close() {
      ifSaved(pageText('confirmClose'), () => {
        store.update(({ keeps, recent }) => ({ keeps, recent, isUnsaved: false }));
        void forget();
      });
    },
    async setKeeps(keeps) {
      store.update((state) => ({ ...state, keeps }));
      if (keeps) {
        await (keeping = keeping.then(keep));
        return;
      }
      await forget();
      await recentFiles.clear();
      await showRecent();
    },
  };
}

function handleOf({ handle }: OpenLedger): Pick<OpenLedger, 'handle'> {
  return handle ? { handle } : {};
}
