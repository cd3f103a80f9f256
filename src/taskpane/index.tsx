import { definedOnly } from '../engine/column/index';
import { FluentProvider, Text } from '@fluentui/react-components';
import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { answerHere, FUNCTIONS } from '../functions/all';
import { answeredCalls, registerFunctions } from '../functions/register';
import { languageOf } from '../text/language';
import { paneText } from '../text/pane';
import { excelEnvironment } from '../workbook/excel/environment';
import { createExcelPort } from '../workbook/excel/createExcelPort';
import { startAllocateWorker, startSimulateWorker } from '../worker/workerHandle';
import { App } from './App';
import { createPane } from './createPane';
import type { FileDoor } from './commands/context';
import type { Pane } from './components/paneContext';
import { isDark, themeFor } from './components/theme';
import { askOffice } from './askOffice';
import { downloadsOf, handOver } from './downloads';
import { VERSION } from './version';

/** Excel on a desktop looks at what add-ins take every 5 s and asks the person at the third time, in milliseconds. */
const PATIENCE_OF_EXCEL = 8_000;

function isDesktop(): boolean {
  const { PC, Mac } = Office.PlatformType;
  return Office.context.platform === PC || Office.context.platform === Mac;
}

function fileDoor(): FileDoor {
  const downloads = downloadsOf(window, Office.context.platform === Office.PlatformType.PC);
  return {
    ...definedOnly({ download: downloads === 'none' ? undefined : handOver }),
    mayDropDownloads: downloads === 'likely',
    refusesMacros: Office.context.platform === Office.PlatformType.Mac,
    canOpen: Office.context.requirements.isSetSupported('ExcelApi', '1.8'),
    version: VERSION,
    addinFunctions: FUNCTIONS.map(({ name }) => name),
    language: languageOf(Office.context.displayLanguage),
  };
}

function excelPane(): Pane {
  const language = languageOf(Office.context.displayLanguage);
  return createPane({
    port: createExcelPort(),
    t: paneText(language),
    answers: answerHere,
    files: fileDoor(),
    excel: () => excelEnvironment(() => performance.now()),
    answered: answeredCalls,
    workers: {
      ...{ simulate: startSimulateWorker, allocate: startAllocateWorker },
      ...(isDesktop() ? { aloneAfter: PATIENCE_OF_EXCEL } : {}),
    },
  });
}

const root = createRoot(document.getElementById('root') ?? document.body);
const forcedColours = window.matchMedia('(forced-colors: active)');

/** What Office tells; parts of it may be missing, or all of it where office.js did not come or no host has opened the page. */
function officeContext(): Partial<Office.Context> | undefined {
  return typeof Office === 'undefined' ? undefined : Office.context;
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

function showSentence(sentence: string): void {
  show(() => (
    <FluentProvider theme={currentTheme()}>
      <Text as="p">{sentence}</Text>
    </FluentProvider>
  ));
}

function tellAbsent(address: string): void {
  const language = languageOf(navigator.language);
  document.documentElement.lang = language;
  showSentence(paneText(language)('noOfficeScript', { address }));
}

async function start(): Promise<void> {
  const host = await askOffice({ onAbsent: tellAbsent });
  if (host === 'absent') return;
  const language = languageOf(officeContext()?.displayLanguage ?? navigator.language);
  document.documentElement.lang = language;
  if (host !== Office.HostType.Excel) {
    showSentence(paneText(language)('notInExcel'));
    return;
  }
  if (Office.context.requirements.isSetSupported('CustomFunctionsRuntime', '1.1')) registerFunctions();
  const pane = excelPane();
  show(() => <App pane={pane} theme={currentTheme()} />);
}

void start();
