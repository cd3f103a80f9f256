import { describe, expect, it } from 'vitest';
import { paneText } from '../../src/text/pane';
import { fromTopLeft, nextListVersion } from '../../src/taskpane/plans/lists/listSheets';
import type { CellValue } from '../../src/workbook/port';
import type { MemorySheetInput } from '../workbook/memoryBook';
import { openPane, type OpenedPane } from './support/openPane';

const HEADERS = [
  '企业名称',
  '统一社会信用代码',
  '所属镇街',
  '用地面积(亩)',
  '税收(万元)',
  '等级',
  '符合规划',
  '建筑质量',
];
const ROWS: CellValue[][] = [
  ['甲公司', '91330402255741986U', '甲镇', 10, 40, 'B', '是', '差'],
  ['乙公司', '91330402667499460F', '甲镇', 20, 160, 'B', '是', '好'],
  ['丙公司', '91320585571667335F', '乙镇', 5, 100, 'D', '是', '差'],
];

async function opened(
  rows: readonly CellValue[][] = ROWS,
  more: readonly MemorySheetInput[] = [],
): Promise<OpenedPane> {
  const pane = await openPane([{ name: '台账', cells: [HEADERS, ...rows] }, ...more]);
  await pane.commands.choosePolicy.run('shengzhou-2021');
  await pane.commands.setAsOf.run('2023-06-30');
  return pane;
}

const told = ({ state }: OpenedPane) => {
  const { message } = state();
  return message && paneText('zh-CN')(message.code, message.values);
};

/** A sheet's cells from A1 on, a formula as its text. */
async function cells({ port }: OpenedPane, name: string): Promise<CellValue[][]> {
  const sheet = (await port.sheets()).find((one) => one.name === name);
  const held = sheet && (await port.readFormulas(sheet.id));
  return held ? fromTopLeft(held).map((line) => [...line]) : [];
}

/** Where a word of a header stands. */
function place(grid: CellValue[][], head: string): { row: number; column: number } {
  const row = grid.findIndex((line) => line.includes(head));
  return { row, column: grid[row]?.indexOf(head) ?? -1 };
}

function put({ port }: OpenedPane, sheet: string, at: [number, number], value: CellValue): void {
  port.book.put(port.book.sheet(sheet), at, value);
}

describe('标准台账 written again', () => {
  it('keeps what people typed, adds and removes rows by key, under another name too, in one undoable step', async () => {
    const pane = await opened();
    await pane.commands.writeCleanLedger.run();
    const first = await cells(pane, '标准台账');
    const { row, column } = place(first, '人工结论');
    put(pane, '标准台账', [row + 2, column], '关停退出');
    put(pane, '标准台账', [row + 2, column - 2], '已认定');
    const added = first[row]?.length ?? 0;
    put(pane, '标准台账', [row, added], '科室意见');
    put(pane, '标准台账', [row + 3, added], '同意');
    pane.port.book.sheet('标准台账').name = '我的台账';
    // 甲公司 goes, 丁公司 comes first, 乙公司 pays more.
    const rows = [
      ['丁公司', '913205853197710851', '丙镇', 8, 300, 'A', '是', '好'],
      [...(ROWS[1] ?? []).slice(0, 4), 170, 'B', '是', '好'],
      ROWS[2] ?? [],
    ];
    rows.forEach((line, down) => line.forEach((value, right) => put(pane, '台账', [down + 1, right], value)));
    await pane.commands.refresh.run();
    const before = await cells(pane, '我的台账');
    await pane.commands.writeCleanLedger.run();
    expect(told(pane)).toBe('已更新工作表“我的台账”：新增 1 户，减少 1 户，1 户数据有变。人工填写的内容都保留。');
    const now = await cells(pane, '我的台账');
    const names = now
      .slice(row + 1)
      .map((line) => [line[2], line[column - 2] ?? '', line[column] ?? '', line[added] ?? '']);
    expect(names).toEqual([
      ['丁公司', '', '', ''],
      ['乙公司', '已认定', '关停退出', ''],
      ['丙公司', '', '', '同意'],
    ]);
    expect(now[row + 2]?.[place(now, '税收（万元）').column]).toBe(170);
    await pane.commands.undoWrite.run();
    expect(await cells(pane, '我的台账')).toEqual(before);
  });

  it('puts people before the system and says so', async () => {
    const pane = await opened();
    await pane.commands.writeCleanLedger.run();
    const grid = await cells(pane, '标准台账');
    const { row } = place(grid, '键');
    const at = (head: string) => String(grid[row + 1]?.[place(grid, head).column]);
    expect(at('采用路径')).toMatch(/^=IF\((\w+)="",\w+,\1\)$/);
    expect(at('结论来源')).toContain('"系统研判","人工认定"');
  });

  it('stands beside the old one where the columns differ, with what people typed', async () => {
    const pane = await opened();
    await pane.commands.writeCleanLedger.run();
    const grid = await cells(pane, '标准台账');
    const { row, column } = place(grid, '认定状态');
    put(pane, '标准台账', [row + 1, column], '已认定');
    await pane.commands.choosePolicy.run('jiaxing-2024');
    await pane.commands.writeCleanLedger.run();
    expect(told(pane)).toBe(
      '政策或列有变，已另写工作表“标准台账_v2”：3 户，从“标准台账”带入人工填写 1 格。旧表保留未动。',
    );
    expect(await cells(pane, '标准台账')).toEqual(expect.arrayContaining([expect.arrayContaining(['已认定'])]));
    expect(await cells(pane, '标准台账_v2')).toEqual(expect.arrayContaining([expect.arrayContaining(['已认定'])]));
  });
});

describe('lists', () => {
  it('are made on new sheets, say what is blank, and again as a new version with what people typed', async () => {
    const pane = await opened();
    const before = await cells(pane, '台账');
    await pane.commands.makeList.run('governance');
    expect(told(pane)).toMatch(/^已生成工作表“治理清单”：3 行。台账没有地块编码，这些列留空待填。$/);
    const grid = await cells(pane, '治理清单');
    const remark = place(grid, '备注');
    const line = grid.findIndex((cell) => cell[1] === '乙公司');
    put(pane, '治理清单', [line, remark.column], '已约谈');
    await pane.commands.makeList.run('governance');
    expect(told(pane)).toBe('已生成“治理清单_v2”：3 行，“治理清单”上手工填的 1 格已带过来。旧表没有改动。');
    const again = await cells(pane, '治理清单_v2');
    expect(again[again.findIndex((cell) => cell[1] === '乙公司')]?.[remark.column]).toBe('已约谈');
    expect(await cells(pane, '台账')).toEqual(before);
    await pane.commands.undoWrite.run();
    expect((await pane.port.sheets()).map(({ name }) => name)).toEqual(['台账', '治理清单']);
  });

  it("take people's conclusions from 标准台账", async () => {
    const pane = await opened();
    await pane.commands.writeCleanLedger.run();
    const grid = await cells(pane, '标准台账');
    const { row, column } = place(grid, '人工结论');
    put(pane, '标准台账', [row + 1, column], '功能转型');
    await pane.commands.makeList.run('stock-batches');
    const list = await cells(pane, '底数清单');
    const own = list.find((line) => line.includes('甲公司'));
    expect(own?.[place(list, '人工结论').column]).toBe('功能转型');
  });

  it('leave an official’s own sheet of the same name what it is', async () => {
    const own = { name: '治理清单', cells: [['本县治理清单'], ['企业名称', '问题'], ['乙公司', '闲置']] };
    const pane = await opened(ROWS, [own]);
    await pane.commands.makeList.run('governance');
    expect(told(pane)).toMatch(/^已生成工作表“治理清单（生成）”：3 行。/);
    await pane.commands.makeList.run('governance');
    expect(told(pane)).toBe(
      '已生成“治理清单（生成）_v2”：3 行，“治理清单（生成）”上手工填的 0 格已带过来。旧表没有改动。',
    );
  });

  it('疑似漏报 compares with the lists in the workbook', async () => {
    const pane = await opened(ROWS, [
      {
        name: '环保治理清单（生态局）',
        cells: [
          ['企业名称', '统一社会信用代码', '用地面积(亩)'],
          ['甲公司', '91330402255741986U', 10],
        ],
      },
    ]);
    await pane.commands.makeList.run('governance-missed');
    const names = (await cells(pane, '疑似漏报')).flat().filter((cell) => String(cell).endsWith('公司'));
    expect(names).toEqual(['乙公司', '丙公司']);
  });

  it('cards are made of the rows selected, one a page; without any, a person is told', async () => {
    const pane = await opened();
    pane.store.update((state) => ({ ...state, selectedRow: 1 }));
    await pane.commands.makeList.run('strategy-card');
    expect(told(pane)).toContain('已生成工作表“一地一企一策”：1 行');
    expect((await cells(pane, '一地一企一策')).flat()).toContain('91330402667499460F');
  });

  it('a second kind of card is made of the rows that were selected on the ledger, though the first one is shown now', async () => {
    const pane = await opened();
    const [ledger] = await pane.port.sheets();
    await pane.port.select(ledger?.id ?? '', { row: 2, column: 0, rows: 2, columns: 1 });
    await pane.commands.makeList.run('parcel-card');
    expect(told(pane)).toContain('2 行');
    await pane.commands.makeList.run('strategy-card');
    expect(told(pane)).toContain('已生成工作表“一地一企一策”：2 行');
  });

  it('versions follow the newest, whatever stands between', () => {
    const sheet = (name: string) => ({ id: name, name, visible: true, protected: false });
    expect(nextListVersion('底数清单', [])).toEqual({ name: '底数清单' });
    expect(nextListVersion('底数清单', ['底数清单_v3', '底数清单', '底数清单_vx'].map(sheet))).toEqual({
      name: '底数清单_v4',
      earlier: sheet('底数清单_v3'),
    });
  });
});
