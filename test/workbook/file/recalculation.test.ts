import { describe, expect, it } from 'vitest';
import type { CellChange } from '../../../src/package/model';
import { openPackage } from '../../../src/package/openPackage';
import { savePackage } from '../../../src/package/savePackage';
import { sheetsToFile } from '../../../src/package/sheetsToFile';
import { createFilePort, type FilePort } from '../../../src/workbook/file/createFilePort';
import type { CellValue } from '../../../src/workbook/port';
import { readByLibreOffice } from '../../package/support/libreOffice';
import { withoutResults } from '../../package/support/withoutResults';
import { area } from '../portBench';

const ROWS = 40;
const rows = Array.from({ length: ROWS }, (_, index) => index);

/** Firms with tax and area, what is worked out of them row by row, and a sheet that sums up; the values that the file gives are old. */
function ledgerFile(): Uint8Array {
  const values = rows.map((row) => [`企业${String(row)}`, 10 + row, 2 + (row % 5), 111, 222, 333]);
  const formulas = rows.map((row) => {
    const r = String(row + 2);
    return [
      '',
      '',
      '',
      `=ROUND(B${r}/C${r},4)`,
      row === 0 ? '=D2' : `=E${String(row + 1)}+D${r}`,
      `=CELL("row",B${r})*B${r}`,
    ];
  });
  return sheetsToFile([
    {
      ...{ name: '台账', freezeRows: 1 },
      blocks: [
        { row: 0, column: 0, values: [['企业', '税收', '面积', '亩均税收', '累计', '算不了']] },
        { row: 1, column: 0, values, formulas },
      ],
    },
    {
      ...{ name: '汇总', freezeRows: 0 },
      blocks: [
        {
          ...{ row: 0, column: 0, values: [[1], [2], [3]] },
          formulas: [["=SUM('台账'!B:B)"], ['=COUNTIF(台账!D2:D41,">5")'], ['=A1/A2']],
        },
      ],
    },
  ]);
}

/** With twice the tax of every row by one array formula, as {=B2:B41*2}, and a formula a row that adds one to it. */
function withArray(bytes: Uint8Array): Uint8Array {
  const opened = openPackage(bytes);
  const range = `H2:H${String(ROWS + 1)}`;
  const cells = rows.map((row): [number, Map<number, CellChange>] => [
    row + 1,
    new Map<number, CellChange>([
      [
        7,
        {
          value: 777,
          type: 'number',
          ...(row === 0 ? { formula: `B2:B${String(ROWS + 1)}*2`, arrayRange: range } : {}),
        },
      ],
      [8, { value: 888, type: 'number', formula: `H${String(row + 2)}+1` }],
    ]),
  ]);
  return savePackage(opened, { sheets: [{ id: opened.model.sheets[0]?.id ?? '', cells: new Map(cells) }] });
}

async function opened(): Promise<{ readonly port: FilePort; readonly bytes: Uint8Array; readonly id: string }> {
  const bytes = ledgerFile();
  const port = createFilePort(openPackage(bytes));
  const id = (await port.sheets())[0]?.id ?? '';
  return { port, bytes, id };
}

/** Other taxes for some firms, as a merge writes them. */
async function changeTaxes({ port, id }: { readonly port: FilePort; readonly id: string }) {
  const changed = [3, 17, 18];
  const outcome = await port.write({
    ...{ title: '收回', sheet: { id } },
    blocks: changed.map((row) => ({ area: area(row, 1, 1, 1), values: [[500 + row]], replaces: [[9 + row]] })),
  });
  if (outcome.kind !== 'done') throw new Error(outcome.kind);
  return outcome.receipt;
}

const valuesOf = async (port: FilePort, name: string): Promise<CellValue[][]> => {
  const sheet = (await port.sheets()).find((one) => one.name === name);
  return (await port.read(sheet?.id ?? ''))?.values.map((line) => [...line]) ?? [];
};

describe('formulas over cells that were changed', () => {
  it('have the values that LibreOffice gives them, through each other and on other sheets', async () => {
    const own = await opened();
    await changeTaxes(own);
    const after = await own.port.currentFile();
    const [ledger, sums] = [await valuesOf(own.port, '台账'), await valuesOf(own.port, '汇总')];
    const bare = withoutResults(withoutResults(after, '台账'), '汇总');
    const read = readByLibreOffice(bare);
    const calculated = (name: string, row: number, column: number) => Number(read.get(name)?.[row]?.[column]);
    for (const row of [3, 17, 18]) expect(ledger[row]?.[3]).toBeCloseTo(calculated('台账', row, 3), 6);
    // Every sum below the first change has changed, and none above.
    for (const row of rows) {
      const held = Number(ledger[row + 1]?.[4]);
      if (row + 1 >= 3) expect(held).not.toBe(222);
      else expect(held).toBe(222);
    }
    expect(sums[0]?.[0]).toBeCloseTo(calculated('汇总', 0, 0), 6);
    expect(sums[2]?.[0]).toBeCloseTo(Number(sums[0]?.[0]) / Number(sums[1]?.[0]), 9);
  });

  it('show nothing rather than an old value where they are not understood here', async () => {
    const own = await opened();
    await changeTaxes(own);
    const ledger = await valuesOf(own.port, '台账');
    expect([ledger[3]?.[5], ledger[17]?.[5], ledger[18]?.[5]]).toEqual(['', '', '']);
    expect(ledger[4]?.[5]).toBe(333);
  });

  it('are the file’s own again, to the last byte, once the change is taken back', async () => {
    const own = await opened();
    const receipt = await changeTaxes(own);
    expect(Buffer.compare(await own.port.currentFile(), own.bytes)).not.toBe(0);
    expect(await own.port.undo(receipt)).toEqual({ kind: 'done' });
    expect(Buffer.compare(await own.port.currentFile(), own.bytes)).toBe(0);
  });

  it('are left alone where nothing they look at was changed', async () => {
    const { port, id } = await opened();
    const outcome = await port.write({
      ...{ title: '结果', sheet: { id } },
      blocks: [{ area: area(1, 8, ROWS, 1), values: rows.map(() => ['甲']) }],
    });
    expect(outcome.kind).toBe('done');
    const ledger = await valuesOf(port, '台账');
    for (const row of rows) expect(ledger[row + 1]?.slice(3, 6)).toEqual([111, 222, 333]);
  });

  it('are emptied where they fill several cells, with all that look at them, and calculated by who opens the file', async () => {
    const bytes = withArray(ledgerFile());
    const port = createFilePort(openPackage(bytes));
    const id = (await port.sheets())[0]?.id ?? '';
    const doubled = async () => (await valuesOf(port, '台账')).slice(1).map((line) => [line[7], line[8]]);
    const before = await doubled();
    expect(before[0]).toEqual([777, 888]);
    const receipt = await changeTaxes({ port, id });
    for (const pair of await doubled()) expect(pair).toEqual(['', '']);
    const after = await port.currentFile();
    const read = readByLibreOffice(after).get('台账') ?? [];
    const taxes = (await valuesOf(port, '台账')).slice(1).map((line) => Number(line[1]));
    expect(read.slice(1, ROWS + 1).map((line) => Number(line[7]))).toEqual(taxes.map((tax) => 2 * tax));
    expect(read.slice(1, ROWS + 1).map((line) => Number(line[8]))).toEqual(taxes.map((tax) => 2 * tax + 1));
    expect(await port.undo(receipt)).toEqual({ kind: 'done' });
    expect(Buffer.compare(await port.currentFile(), bytes)).toBe(0);
    expect(await doubled()).toEqual(before);
  });
});
