import { answerHere, FUNCTIONS } from '../functions/all';
import type { Pane } from '../taskpane/components/paneContext';
import { createPane } from '../taskpane/createPane';
import { VERSION } from '../taskpane/version';
import { paneText } from '../text/pane';
import { WITHOUT_EXCEL } from '../text/standalone';
import type { WorkbookPort } from '../workbook/port';
import { handOver } from '../taskpane/downloads';
import { startWorker } from './startWorker';

/** The pane of the add-in, over an opened file. */
export function paneOver(port: WorkbookPort): Pane {
  const language = 'zh-CN';
  return createPane({
    port,
    t: paneText(language, WITHOUT_EXCEL),
    answers: answerHere,
    files: {
      ...{
        download: (bytes: Uint8Array, name: string) => handOver(bytes, name),
        canOpen: false,
        version: VERSION,
        language,
      },
      addinFunctions: FUNCTIONS.map(({ name }) => name),
    },
    workers: { simulate: () => startWorker('simulate'), allocate: () => startWorker('allocate') },
  });
}
