import type { WorkbookPort } from '../../../src/workbook/port';
import { portContract } from '../../workbook/portContract';
import { excelCases } from './excelCases';
import { excelBench, type Person } from './excelBench';
import { otherExcelCases } from './otherExcelCases';

/** What the pane's page offers the test outside. */
export interface PortPage {
  /** Proves one sentence of the contract; rejects when it does not hold. */
  readonly prove: (name: string) => Promise<void>;
  readonly port: WorkbookPort;
}

void Office.onReady().then(() => {
  const bench = excelBench(window as unknown as Person);
  const prove = async (name: string): Promise<void> => {
    const found = [...portContract, ...excelCases, ...otherExcelCases].find((sentence) => sentence.name === name);
    if (found === undefined) throw new Error(`the contract says nothing like: ${name}`);
    await found.run(bench);
  };
  (window as unknown as { portPage: PortPage }).portPage = { prove, port: bench.port };
});
