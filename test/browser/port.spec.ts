import { afterAll, beforeAll, describe, inject, it } from 'vitest';
import { portContract } from '../workbook/portContract';
import { excelCases } from './port/excelCases';
import type { PortPage } from './port/page';
import { openPortPage, type OpenPort } from './port/openPortPage';
import { otherExcelCases, sharedExcelCases, webExcelCases } from './port/otherExcelCases';

/** Proves sentences of the contract in a page of the workbench at `query`. */
function proves(query: string, names: readonly string[]): void {
  let open: OpenPort;

  beforeAll(async () => {
    open = await openPortPage(inject('url') + query);
  });

  afterAll(() => open.close());

  for (const name of names) {
    it(name, async () => {
      await open.pane.evaluate(
        (sentence) => (window as unknown as { portPage: PortPage }).portPage.prove(sentence),
        name,
      );
    });
  }
}

const namesOf = (cases: readonly { readonly name: string }[]) => cases.map(({ name }) => name);

describe('the workbook port, over Excel in the workbench', () => {
  proves('', namesOf([...portContract, ...excelCases]));
});

describe('the workbook port, over an Excel with undo groups, and without the functions it claims', () => {
  proves('?excel=1.20&functions=named', namesOf(otherExcelCases));
});

describe('the workbook port, over Excel on the web', () => {
  proves('?platform=web&excel=1.20', namesOf(webExcelCases));
});

describe('the workbook port, over a workbook that is shared in the old way', () => {
  proves('?book=shared', namesOf(sharedExcelCases));
});
