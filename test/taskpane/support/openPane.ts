import { readFileSync } from 'node:fs';
import { answerHere, FUNCTIONS } from '../../../src/functions/all';
import { openPackage } from '../../../src/package/openPackage';
import type { PackageModel, SheetModel } from '../../../src/package/model';
import { createCommands, type Commands } from '../../../src/taskpane/commands/commands';
import type { PaneContext } from '../../../src/taskpane/commands/context';
import { watched } from '../../../src/taskpane/commands/journal';
import { initialState, type PaneState } from '../../../src/taskpane/state/paneState';
import { createStore, type Store } from '../../../src/taskpane/state/store';
import type { FunctionAnswers } from '../../../src/taskpane/plans/results/formulas';
import { createSimulateClient, PATIENCE } from '../../../src/worker/client';
import { createDrawPool } from '../../../src/worker/drawPool';
import { createGate } from '../../../src/worker/gate';
import { startSimulateWorker } from '../../../src/worker/workerHandle';
import { encodePng } from '../../../scripts/png';
import type { MemorySheetInput } from '../../workbook/memoryBook';
import { allocateHere } from './allocateHere';
import { yearsHere } from './yearsHere';
import { createMemoryPort, type MemoryPort } from '../../workbook/memoryPort';

/** A pane over a workbook in memory, without a page. */
export interface OpenedPane {
  readonly port: MemoryPort;
  readonly store: Store<PaneState>;
  readonly commands: Commands;
  readonly context: PaneContext;
  readonly state: () => PaneState;
}

export const answers: FunctionAnswers = answerHere;

/** Makes a pane over sheets and opens it, as the page does. */
export async function openPane(
  sheets: readonly MemorySheetInput[],
  options: {
    readonly customFunctions?: boolean;
    readonly simulator?: PaneContext['simulator'];
    readonly draws?: PaneContext['draws'];
    readonly download?: (bytes: Uint8Array, name: string) => void;
  } = {},
): Promise<OpenedPane> {
  const { customFunctions = true, simulator = createSimulateClient(), draws, download } = options;
  const port = createMemoryPort({ sheets, customFunctions });
  const pane = paneOver(port, simulator, draws, download);
  await pane.commands.open.run();
  return pane;
}

/** A second pane over the same workbook: what a later session finds. */
export function paneOver(
  port: MemoryPort,
  simulator: PaneContext['simulator'] = createSimulateClient(),
  draws: PaneContext['draws'] = createDrawPool({ start: startSimulateWorker, workers: 1, patience: PATIENCE }),
  download?: (bytes: Uint8Array, name: string) => void,
): OpenedPane {
  const store = createStore(initialState(port.customFunctions));
  const context: PaneContext = {
    store,
    ...watched(port),
    simulator,
    allocator: allocateHere,
    draws,
    years: yearsHere,
    answers,
    now: () => 0,
    thisYear: () => 2024,
    clock: () => '2024-02-01 09:00',
    drawPicture: () => Promise.resolve(new Uint8Array(encodePng(2, () => [200, 200, 200, 255]))),
    files: {
      ...(download ? { download } : {}),
      canOpen: true,
      version: '0.1.0',
      addinFunctions: FUNCTIONS.map(({ name }) => name),
      language: 'zh-CN',
    },
    stopping: new AbortController(),
    waiting: createGate(),
  };
  return { port, store, context, commands: createCommands(context), state: store.get };
}

/** The sheets of a fixture workbook as the port would read them. */
export function fixtureSheets(file: string): MemorySheetInput[] {
  const bytes = new Uint8Array(readFileSync(new URL(`../../fixtures/${file}.xlsx`, import.meta.url)));
  const { model } = openPackage(bytes);
  return model.sheets.map((sheet) => sheetInput(model, sheet));
}

function sheetInput(model: PackageModel, sheet: SheetModel): MemorySheetInput {
  const cells = Array.from({ length: sheet.rows }, (_, row) =>
    Array.from({ length: sheet.columns }, (_, column) => sheet.cells.get(row)?.get(column)?.value ?? ''),
  );
  const hiddenColumns = [...sheet.columnWidths].flatMap(([column, { hidden }]) => (hidden ? [column] : []));
  const tables = model.tables.filter(({ sheetId }) => sheetId === sheet.id).map(({ name, area }) => ({ name, area }));
  return { name: sheet.name, cells, visible: sheet.state === 'visible', hiddenColumns, tables };
}
