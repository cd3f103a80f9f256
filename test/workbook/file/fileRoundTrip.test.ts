import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openPackage } from '../../../src/package/openPackage';
import { cellName } from '../../../src/sheet/address';
import { createFilePort } from '../../../src/workbook/file/createFilePort';
import type { WriteReceipt } from '../../../src/workbook/port';
import { readByLibreOffice } from '../../package/support/libreOffice';
import { withoutResults } from '../../package/support/withoutResults';
import { SHENGYUE } from '../../support/fixtureSheet';
import { area } from '../portBench';

const BYTES = new Uint8Array(readFileSync(new URL(`../../fixtures/${SHENGYUE}.xlsx`, import.meta.url)));
const SHEET = '亩均评价台账';

const isOpened = (bytes: Uint8Array): boolean => Buffer.compare(bytes, BYTES) === 0;

/** Two columns beside the ledger, and a sheet of formulas over it. */
async function written() {
  const port = createFilePort(openPackage(BYTES));
  const sheets = await port.sheets();
  const { id = '' } = sheets.find(({ name }) => name === SHEET) ?? {};
  const at = (await port.read(id))?.area;
  if (!at) throw new Error('no ledger');
  const outcome = await port.write({
    ...{ title: '写入', sheet: { id } },
    blocks: [
      {
        area: area(4, at.column + at.columns, 2, 2),
        values: [
          ['=文字', 1.5],
          ['乙', true],
        ],
      },
    ],
    more: [
      {
        sheet: { newName: '汇算' },
        blocks: [
          {
            area: area(0, 0, 3, 1),
            formulas: [
              [`=SUM('${SHEET}'!J5:J1204)`],
              [`=COUNTIF('${SHEET}'!B5:B1204,"*有限公司")`],
              ['=IF(A1>0,ROUND(A1/A2,4),"无")'],
            ],
          },
        ],
      },
    ],
  });
  if (outcome.kind !== 'done') throw new Error(outcome.kind);
  return { port, receipt: outcome.receipt };
}

describe('a file that was written to', () => {
  it('is the very file that was opened while nothing is written, and again once it is all taken back', async () => {
    const { port, receipt } = await written();
    const untouched = createFilePort(openPackage(BYTES));
    expect(isOpened(await untouched.currentFile())).toBe(true);
    expect(isOpened(await port.currentFile())).toBe(false);
    expect(await port.undo(JSON.parse(JSON.stringify(receipt)) as WriteReceipt)).toEqual({ kind: 'done' });
    expect(isOpened(await port.currentFile())).toBe(true);
  });

  it('keeps every part that was not written to byte for byte, and every cell of the ledger', async () => {
    const { port } = await written();
    const [before, after] = [openPackage(BYTES), openPackage(await port.currentFile())];
    const parts = ({ source }: typeof before) =>
      new Map(source.parts.entries.map(({ path, compressed }) => [path, compressed]));
    const changed = [...parts(before)].filter(([path, bytes]) => {
      const now = parts(after).get(path);
      return now === undefined || Buffer.compare(Buffer.from(now), Buffer.from(bytes)) !== 0;
    });
    const mayChange =
      /^(?:\[Content_Types\]\.xml|xl\/workbook\.xml|xl\/_rels\/.*|xl\/styles\.xml|xl\/worksheets\/sheet1\.xml|xl\/calcChain\.xml|docProps\/app\.xml)$/;
    expect(changed.map(([path]) => path).filter((path) => !mayChange.test(path))).toEqual([]);
    const differing = before.model.sheets.flatMap((sheet) => {
      const now = after.model.sheets.find(({ name }) => name === sheet.name);
      return [...sheet.cells].flatMap(([row, line]) =>
        [...line].flatMap(([column, { value, formula }]) => {
          const cell = now?.cells.get(row)?.get(column);
          return cell?.value === value && cell.formula === formula ? [] : [`${sheet.name}!${cellName(row, column)}`];
        }),
      );
    });
    expect(differing).toEqual([]);
  });

  it('carries the answers of its formulas, as LibreOffice calculates them', async () => {
    const { port } = await written();
    const bytes = await port.currentFile();
    const held = openPackage(bytes).model.sheets.find(({ name }) => name === '汇算');
    const answers = [0, 1, 2].map((row) => held?.cells.get(row)?.get(0)?.value);
    const calculated = (readByLibreOffice(withoutResults(bytes, '汇算')).get('汇算') ?? []).map(([cell]) =>
      Number(cell),
    );
    expect(answers.every((answer) => typeof answer === 'number' && answer > 0)).toBe(true);
    answers.forEach((answer, row) => expect(Number(answer)).toBeCloseTo(calculated[row] ?? NaN, 6));
  });
});
