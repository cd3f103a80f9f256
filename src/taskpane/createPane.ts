import type { PaneText } from '../text/pane';
import type { WorkbookPort } from '../workbook/port';
import { runAllocation } from '../worker/allocateClient';
import { createSimulateClient, PATIENCE } from '../worker/client';
import { createDrawPool, workersFor } from '../worker/drawPool';
import { createGate } from '../worker/gate';
import type { WorkerHandle } from '../worker/workerHandle';
import { createCommands } from './commands/commands';
import type { FileDoor, PaneContext } from './commands/context';
import { watched } from './commands/journal';
import type { Pane } from './components/paneContext';
import { initialState } from './state/paneState';
import { createStore } from './state/store';

/** What a pane stands on: a workbook, words, ways out for files, and how workers start here. */
export interface Ground {
  readonly port: WorkbookPort;
  readonly t: PaneText;
  readonly answers: PaneContext['answers'];
  readonly files: FileDoor;
  readonly workers: { readonly simulate: () => WorkerHandle; readonly allocate: () => WorkerHandle };
}

/** A pane over a workbook, its ledger not yet read. */
export function createPane({ port, t, answers, files, workers }: Ground): Pane {
  const store = createStore(initialState(port.customFunctions));
  const thisYear = () => new Date().getFullYear();
  const context: PaneContext = {
    ...{ store, answers, files, thisYear, clock },
    ...watched(port),
    simulator: createSimulateClient({ start: workers.simulate }),
    allocator: (request, options) => runAllocation(request, { ...options, start: workers.allocate }),
    draws: createDrawPool({
      start: workers.simulate,
      workers: workersFor(navigator.hardwareConcurrency),
      patience: PATIENCE,
    }),
    now: () => performance.now(),
    stopping: new AbortController(),
    waiting: createGate(),
  };
  const saving = {
    download: files.download !== undefined,
    sure: files.mayDropDownloads !== true,
    open: files.canOpen,
  };
  return { store, commands: createCommands(context), t, language: files.language, thisYear, saving };
}

/** This machine's own day and time. */
export function clock(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-');
  return `${day} ${two(now.getHours())}:${two(now.getMinutes())}`;
}
