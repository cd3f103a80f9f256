import { describe, expect, it } from 'vitest';
import { openPackage } from '../../../src/package/openPackage';
import { reasonOf } from '../../../src/text/workbookReasons';
import { createFilePort } from '../../../src/workbook/file/createFilePort';
import { oneSheet, zipParts } from '../../package/support/makePackage';
import { area } from '../portBench';

const CELLS = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';

function lockedBook(): Uint8Array {
  const parts = oneSheet(CELLS);
  const workbook = String(parts['xl/workbook.xml']).replace(
    '<sheets>',
    '<workbookProtection lockStructure="1"/><sheets>',
  );
  return zipParts({ ...parts, 'xl/workbook.xml': workbook });
}

describe('a workbook whose structure is protected', () => {
  it('takes no new sheet, as no spreadsheet would let one be added, and says what to do', async () => {
    const bytes = lockedBook();
    const port = createFilePort(openPackage(bytes));
    const id = (await port.sheets())[0]?.id ?? '';
    const outcome = await port.write({
      ...{ title: '目标', sheet: { id }, blocks: [{ area: area(0, 2, 1, 1), values: [['甲']] }] },
      more: [{ sheet: { newName: '年度目标' }, blocks: [{ area: area(0, 0, 1, 1), values: [['乙']] }] }],
    });
    expect(outcome).toMatchObject({ kind: 'failed', code: 'AccessDenied' });
    expect(reasonOf('AccessDenied', 'zh-CN')).toContain('工作簿受保护');
    expect(Buffer.compare(await port.currentFile(), bytes)).toBe(0);
  });

  it('still takes results beside a ledger', async () => {
    const port = createFilePort(openPackage(lockedBook()));
    const id = (await port.sheets())[0]?.id ?? '';
    const blocks = [{ area: area(0, 2, 1, 1), values: [['甲']] }];
    expect(await port.write({ title: '结果', sheet: { id }, blocks })).toMatchObject({ kind: 'done' });
    expect(openPackage(await port.currentFile()).model.structureLocked).toBe(true);
  });
});
