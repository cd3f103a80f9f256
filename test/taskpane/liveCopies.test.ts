import { describe, expect, it } from 'vitest';
import { openPackage } from '../../src/package/openPackage';
import type { CellValue } from '../../src/workbook/port';
import { functionAnswer } from '../engine/share/support/functionAnswers';
import { asReturned } from '../engine/share/support/asReturned';
import { editInLibreOffice } from '../package/support/editInLibreOffice';
import { openPane, type OpenedPane } from './support/openPane';

const LEDGER = {
  name: '台账',
  cells: [
    ['序号', '企业名称', '镇街', '用地面积(亩)', '税收(万元)', '符合规划', '建筑质量', '落后产能', '综合评价等级'],
    [1, '甲公司', '剡湖街道', 60, 300, '是', '差', '否', 'C'],
    [2, '乙公司', '剡湖街道', 20, 160, '是', '好', '否', 'B'],
    [3, '丙公司', '三江街道', 5, 100, '否', '差', '是', 'D'],
    [4, '丁公司', '三江街道', 10, 120, '是', '差', '否', 'A'],
  ] satisfies CellValue[][],
};

interface Edit {
  readonly policy: string;
  /** 名称 and 值 on 政策参数. */
  readonly values?: Readonly<Record<string, CellValue>>;
  /** Lines of 判定表 from 1, each with cells by header. */
  readonly lines?: Readonly<Record<number, Readonly<Record<string, CellValue>>>>;
}

/** The row of a sheet's headers, and the column of each. */
function headed(pane: OpenedPane, sheet: string, first: string) {
  const { cells } = pane.port.book.sheet(sheet);
  const texts = [...cells].map(([key, { value }]) => {
    const [row = -1, column = -1] = key.split(',').map(Number);
    return { row, column, text: String(value) };
  });
  const row = texts.find((cell) => cell.column === 0 && cell.text === first)?.row ?? -1;
  const column = (name: string) => texts.find((cell) => cell.row === row && cell.text === name)?.column ?? -1;
  const line = (name: string) => texts.find((cell) => cell.row > row && cell.text === name)?.row ?? -1;
  return { row, column, line };
}

/** A workbook whose own policy was edited on its sheets, read back and put in force; then copies for all at level 函数版. */
async function copyOf({ policy, values = {}, lines = {} }: Edit) {
  const pane = await openPane([LEDGER]);
  await pane.commands.choosePolicy.run(policy);
  await pane.commands.setAsOf.run('2023-06-30');
  await pane.commands.writePolicySheets.run();
  const parameters = headed(pane, '政策参数', '名称');
  const decisions = headed(pane, '判定表', '类别');
  for (const [name, value] of Object.entries(values))
    pane.port.book.edit('政策参数', [parameters.line(name), parameters.column('值')], value);
  for (const [number, cells] of Object.entries(lines))
    for (const [name, value] of Object.entries(cells))
      pane.port.book.edit('判定表', [decisions.row + Number(number), decisions.column(name)], value);
  await pane.commands.readPolicySheets.run();
  await pane.commands.acceptEdits.run();
  expect(pane.state().message?.code).toBe('editsAccepted');
  await pane.commands.setShare.run({
    ...{ level: 'live', by: 'whole', departments: [] },
    rule: { tax: 'show', personal: 'leaveOut', identity: 'show', others: 'locked' },
  });
  await pane.commands.checkLeaving.run();
  await pane.commands.makeCopies.run();
  const [file] = pane.state().share.made?.files ?? [];
  if (!file) throw new Error('no copy');
  return { pane, bytes: file.bytes };
}

/** The results of a copy as home wrote them, and as its functions answer once LibreOffice has calculated the rest anew. */
function results(bytes: Uint8Array) {
  const [ledger] = openPackage(bytes).model.sheets;
  const sheets = asReturned('', editInLibreOffice(bytes, [])).sheets;
  const grids = new Map(sheets.map(({ name, values }) => [name, values]));
  const found = [...(ledger?.cells ?? [])].flatMap(([row, cells]) =>
    [...cells].flatMap(([column, { value, formula = '' }]) =>
      // In a file our functions' names stand behind this mark.
      formula.startsWith('_xldudf_') ? [{ row, column, value, formula: formula.replace('_xldudf_', '=') }] : [],
    ),
  );
  return found.map(({ value, formula }) => [value, functionAnswer(formula, grids)] as const);
}

describe('a copy at level 函数版 of a workbook whose policy was edited answers as home does', () => {
  it(
    'with a line of 判定表 that is stricter, and a number of 政策参数 that is another',
    { timeout: 120_000 },
    async () => {
      const { bytes } = await copyOf({
        policy: 'shengzhou-2021',
        values: { 重点检查线: 12 },
        lines: { 1: { 亩均税收: '<重点排查线' } },
      });
      const found = results(bytes);
      expect(found.filter(([home]) => home === '重点检查')).toHaveLength(3);
      expect(found).toHaveLength(8);
      for (const [home, copy] of found) expect(copy).toBe(home);
    },
  );
});
