import { definedOnly } from '../engine/column/index';
import type { PaneText } from '../text/pane';
import type { ExcelEnvironment } from '../workbook/environment';
import type { WorkbookPort } from '../workbook/port';
import { runAllocation } from '../worker/allocateClient';
import { createSimulateClient, PATIENCE } from '../worker/client';
import { createDrawPool, workersFor } from '../worker/drawPool';
import { createGate } from '../worker/gate';
import type { WorkerHandle } from '../worker/workerHandle';
import { drawPicture } from './charts/drawPicture';
import { clock } from './clock';
import { createCommands } from './commands/commands';
import type { FileDoor, PaneContext } from './commands/context';
import { fetched } from './commands/fetched';
import { watched } from './commands/journal';
import type { Pane } from './components/paneContext';
import type { Environment } from './model/environmentText';
import { initialState } from './state/paneState';
import { createStore } from './state/store';

/** What a pane stands on: a workbook, words, ways out for files, and how workers start here. */
export interface Ground {
  readonly port: WorkbookPort;
  readonly t: PaneText;
  readonly answers: PaneContext['answers'];
  readonly files: FileDoor;
  /** What the spreadsheet behind the port says of itself, where it says anything. */
  readonly excel?: () => Promise<ExcelEnvironment>;
  /** How many calls of our functions were answered. */
  readonly answered?: () => number;
  readonly workers: {
    readonly simulate: () => WorkerHandle;
    readonly allocate: () => WorkerHandle;
    /** After so many milliseconds a run of draws goes on with one worker. */
    readonly aloneAfter?: number;
  };
}

/** A pane over a workbook, its ledger not yet read. */
export function createPane(ground: Ground): Pane {
  const { port, t, answers, files, workers } = ground;
  const store = createStore(initialState(port.customFunctions));
  const thisYear = () => new Date().getFullYear();
  const context: PaneContext = {
    ...{ store, answers, files, drawPicture, thisYear, clock },
    ...watched(port),
    simulator: createSimulateClient({ start: workers.simulate }),
    allocator: (request, options) => runAllocation(request, { ...options, start: workers.allocate }),
    draws: createDrawPool({
      start: workers.simulate,
      workers: workersFor(navigator.hardwareConcurrency),
      patience: PATIENCE,
      ...definedOnly({ aloneAfter: workers.aloneAfter }),
    }),
    years: (question, options) =>
      fetched(({ runYears }) => runYears(question, { ...options, start: workers.simulate })),
    now: () => performance.now(),
    stopping: new AbortController(),
    waiting: createGate(),
  };
  const saving = {
    download: files.download !== undefined,
    sure: files.mayDropDownloads !== true,
    open: files.canOpen,
  };
  const environment = () => environmentOf(ground, saving, store.get().customFunctions);
  return { store, commands: createCommands(context), t, language: files.language, thisYear, saving, environment };
}

async function environmentOf(
  { port, files, excel, answered }: Ground,
  { download, sure }: Pane['saving'],
  offered: boolean,
): Promise<Environment> {
  const { innerWidth, innerHeight, devicePixelRatio } = window;
  return {
    version: files.version,
    ...definedOnly({ excel: await excel?.() }),
    functions: { claimed: port.customFunctions, offered, answered: answered?.() ?? 0 },
    downloads: !download ? 'none' : sure ? 'sure' : 'perhaps',
    page: {
      // Without what stands behind the path: it may name a file.
      address: window.location.origin + window.location.pathname,
      browser: navigator.userAgent,
      size: `${String(innerWidth)} × ${String(innerHeight)}, ${String(devicePixelRatio)}`,
      workers: typeof Worker !== 'undefined',
      cores: navigator.hardwareConcurrency,
    },
  };
}
