import { definedOnly } from '../engine/column/index';
import { FluentProvider, Text } from '@fluentui/react-components';
import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { answerHere, FUNCTIONS } from '../functions/all';
import { registerFunctions } from '../functions/register';
import { languageOf } from '../text/language';
import { paneText } from '../text/pane';
import { createExcelPort } from '../workbook/excel/createExcelPort';
import { runAllocation } from '../worker/allocateClient';
import { createSimulateClient, PATIENCE } from '../worker/client';
import { createDrawPool, workersFor } from '../worker/drawPool';
import { createGate } from '../worker/gate';
import { startSimulateWorker } from '../worker/workerHandle';
import { App } from './App';
import { createCommands } from './commands/commands';
import { watched } from './commands/journal';
import type { FileDoor, PaneContext } from './commands/context';
import type { Pane } from './components/paneContext';
import { isDark, themeFor } from './components/theme';
import { downloadDoor } from './downloads';
import { initialState } from './state/paneState';
import { createStore } from './state/store';
import { VERSION } from './version';

function fileDoor(): FileDoor {
  const download = downloadDoor();
  return {
    ...definedOnly({ download }),
    canOpen: Office.context.requirements.isSetSupported('ExcelApi', '1.8'),
    version: VERSION,
    addinFunctions: FUNCTIONS.map(({ name }) => name),
    language: languageOf(Office.context.displayLanguage),
  };
}

function createPane(): Pane {
  const port = createExcelPort();
  const store = createStore(initialState(port.customFunctions));
  const thisYear = () => new Date().getFullYear();
  const context: PaneContext = {
    store,
    ...watched(port),
    simulator: createSimulateClient(),
    allocator: runAllocation,
    draws: createDrawPool({
      start: startSimulateWorker,
      workers: workersFor(navigator.hardwareConcurrency),
      patience: PATIENCE,
    }),
    answers: answerHere,
    now: () => performance.now(),
    thisYear,
    clock,
    files: fileDoor(),
    stopping: new AbortController(),
    waiting: createGate(),
  };
  const language = languageOf(Office.context.displayLanguage);
  const saving = { download: context.files.download !== undefined, open: context.files.canOpen };
  return { store, commands: createCommands(context), t: paneText(language), language, thisYear, saving };
}

/** This machine's own day and time. */
function clock(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-');
  return `${day} ${two(now.getHours())}:${two(now.getMinutes())}`;
}

const root = createRoot(document.getElementById('root') ?? document.body);
const forcedColours = window.matchMedia('(forced-colors: active)');

/** What Office tells; parts of it may be missing, or all of it in a page that no host has opened. */
function officeContext(): Partial<Office.Context> | undefined {
  return Office.context;
}

/** Office's own colours are read anew at each change; a host that has none counts as light. */
function currentTheme() {
  document.documentElement.style.colorScheme = isDark(officeContext()?.officeTheme) ? 'dark' : 'light';
  return themeFor(officeContext()?.officeTheme, forcedColours.matches);
}

function show(content: () => ReactNode): void {
  const render = () => root.render(<StrictMode>{content()}</StrictMode>);
  forcedColours.addEventListener('change', render);
  render();
}

async function start(): Promise<void> {
  const { host } = await Office.onReady();
  const language = languageOf(officeContext()?.displayLanguage ?? navigator.language);
  document.documentElement.lang = language;
  // Office answers null in a page that no host has opened.
  if ((host as Office.HostType | null) !== Office.HostType.Excel) {
    show(() => (
      <FluentProvider theme={currentTheme()}>
        <Text as="p">{paneText(language)('notInExcel')}</Text>
      </FluentProvider>
    ));
    return;
  }
  if (Office.context.requirements.isSetSupported('CustomFunctionsRuntime', '1.1')) registerFunctions();
  const pane = createPane();
  show(() => <App pane={pane} theme={currentTheme()} />);
}

void start();
