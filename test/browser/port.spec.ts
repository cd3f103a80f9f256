import { afterAll, beforeAll, describe, inject, it } from 'vitest';
import { portContract } from '../workbook/portContract';
import { excelCases } from './port/excelCases';
import type { PortPage } from './port/page';
import { openPortPage, type OpenPort } from './port/openPortPage';

let open: OpenPort;

beforeAll(async () => {
  open = await openPortPage(inject('url'));
});

afterAll(() => open.close());

describe('the workbook port, over Excel in the workbench', () => {
  for (const { name } of [...portContract, ...excelCases]) {
    it(name, async () => {
      await open.pane.evaluate(
        (sentence) => (window as unknown as { portPage: PortPage }).portPage.prove(sentence),
        name,
      );
    });
  }
});
