import { answerHere, FUNCTIONS } from '../../../src/functions/all';
import { paneText } from '../../../src/text/pane';
import '../../../src/text/laterWords';
import { createPane } from '../../../src/taskpane/createPane';
import type { PaneState } from '../../../src/taskpane/state/paneState';
import type { WorkbookPort } from '../../../src/workbook/port';
import { createExcelPort } from '../../../src/workbook/excel/createExcelPort';
import type { WorkbenchApi } from '../../../src/workbench/page/workbenchApi';
import type { WorkerHandle } from '../../../src/worker/workerHandle';
import { cellName } from '../../../src/sheet/address';
import type { WritingPane } from '../../support/failing/beforeCommands';
import type { Person } from '../port/excelBench';

/** The workbench around this page. */
export const workbench = () => (window.parent as unknown as { readonly workbench: WorkbenchApi }).workbench;
const person = window as unknown as Person;

/** A pane behind office.js, which can be put into a state and closed. */
export interface Opened extends WritingPane {
  readonly put: (state: PaneState | ((state: PaneState) => PaneState)) => void;
  readonly close: () => void;
}

/** A pane of the product over Excel, which can be closed: what it listens to would go on for ever. */
export function openedPane(): Opened {
  const excel = createExcelPort();
  const ends: (() => void)[] = [];
  const kept = async (listening: Promise<() => void>) => {
    const end = await listening;
    ends.push(end);
    return end;
  };
  const port: WorkbookPort = {
    ...excel,
    onChanged: (listener) => kept(excel.onChanged(listener)),
    onSelectionChanged: (listener) => kept(excel.onSelectionChanged(listener)),
  };
  const version = '0.1.0';
  const addinFunctions = FUNCTIONS.map(({ name }) => name);
  const { store, commands } = createPane({
    ...{ port, t: paneText('zh-CN'), answers: answerHere },
    files: { canOpen: true, version, addinFunctions, language: 'zh-CN' },
    workers: { simulate: () => startWorker('simulate'), allocate: () => startWorker('allocate') },
  });
  return {
    ...{ commands, port, state: store.get, edit, rowOf },
    put: (state) => store.update(typeof state === 'function' ? state : () => state),
    close: () => ends.forEach((end) => end()),
  };
}

function startWorker(name: 'simulate' | 'allocate'): WorkerHandle {
  const worker = new Worker(`/${name}-worker.js`);
  return {
    endpoint: worker,
    onDeath: (listener) => worker.addEventListener('error', listener),
    terminate: () => worker.terminate(),
  };
}

/** Types into a cell, as a person does. */
export const edit: WritingPane['edit'] = async (sheet, [row, column], value) => {
  await person.personTypes(sheet, cellName(row, column), String(value));
  await quiet();
};

function rowOf(sheet: string, word: string): number {
  return workbench()
    .values(sheet, 'A1:A200')
    .findIndex(([value]) => value === word);
}

/** Nothing more is asked of the host. */
export async function quiet(): Promise<void> {
  for (let [still, seen] = [0, -1]; still < 3;) {
    await new Promise((resume) => setTimeout(resume, 20));
    const { requests } = workbench().meter();
    still = requests === seen ? still + 1 : 0;
    seen = requests;
  }
}
