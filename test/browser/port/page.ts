import type { WorkbookPort } from '../../../src/workbook/port';
import type { WorkbenchApi } from '../../../src/workbench/page/workbenchApi';
import { portContract } from '../../workbook/portContract';
import { breakEach, type Broken, BROKEN_WRITES } from './brokenWrites';
import { excelCases } from './excelCases';
import { excelBench, type Person } from './excelBench';
import { otherExcelCases, sharedExcelCases, webExcelCases } from './otherExcelCases';

/** What the pane's page offers the test outside. */
export interface PortPage {
  /** Proves one sentence of the contract; rejects when it does not hold. */
  readonly prove: (name: string) => Promise<void>;
  readonly port: WorkbookPort;
  /** Refuses every request of one kind of write in turn. */
  readonly breakWrite: (name: string, codes: readonly string[]) => Promise<Broken>;
}

void Office.onReady().then(() => {
  const bench = excelBench(window as unknown as Person);
  const prove = async (name: string): Promise<void> => {
    const found = [...portContract, ...excelCases, ...otherExcelCases, ...webExcelCases, ...sharedExcelCases].find(
      (sentence) => sentence.name === name,
    );
    if (found === undefined) throw new Error(`the contract says nothing like: ${name}`);
    await found.run(bench);
  };
  const breakWrite: PortPage['breakWrite'] = (name, codes) => {
    const write = BROKEN_WRITES.find((one) => one.name === name);
    if (!write) throw new Error(`no write like: ${name}`);
    return breakEach(bench, (window.parent as unknown as { workbench: WorkbenchApi }).workbench, write, codes);
  };
  (window as unknown as { portPage: PortPage }).portPage = { prove, port: bench.port, breakWrite };
});
