import { describe, expect, it } from 'vitest';
import type { CellValue } from '../../src/workbook/port';
import { openPane, paneOver, type OpenedPane } from './support/openPane';

/** Words that no reader knows: only a person can say that the third row names the columns. */
const STRANGE: CellValue[][] = [
  ['某镇情况', '', '', ''],
  ['制表：张三', '', '', ''],
  ['户', '地', '缴', '备'],
  ['甲', 10, 40, ''],
  ['乙', 20, 160, ''],
  ['丙', 5, 100, ''],
];

const PLAIN: CellValue[][] = [
  ['企业名称', '用地面积（亩）', '税收（万元）'],
  ['甲公司', 10.5, 40.2],
  ['乙公司', 20.1, 160.7],
];

async function select(
  { port }: OpenedPane,
  name: string,
  area: { row: number; rows: number; column?: number; columns?: number },
) {
  const sheet = (await port.sheets()).find((one) => one.name === name);
  await port.select(sheet?.id ?? '', { column: 0, columns: 1, ...area });
}

const areas = ({ state }: OpenedPane) =>
  (state().source?.pieces ?? []).map(({ contents, area, located }) => [
    contents.sheet.name,
    area.row,
    area.column,
    located.headerRows,
    located.dataRows,
  ]);

describe('a person points to the rows of names', () => {
  it('where no word of them is known, and the workbook keeps it', async () => {
    const pane = await openPane([{ name: '表', cells: STRANGE }]);
    expect(pane.state().source).toBeUndefined();
    await select(pane, '表', { row: 2, rows: 1 });
    await pane.commands.pointSelected.run();
    expect(pane.state().message?.code).toBe('pointedRead');
    expect(areas(pane)).toEqual([['表', 2, 0, 1, 3]]);
    const later = paneOver(pane.port);
    await later.commands.open.run();
    expect(areas(later)).toEqual([['表', 2, 0, 1, 3]]);
    await later.commands.answer.run(new Map([[2, { field: 'taxPaid' }]]));
    await later.commands.answer.run(new Map([[1, { field: 'landArea' }]]));
    expect(later.state().understanding?.mapping.headers.byField.get('taxPaid')?.column).toBe(2);
  });

  it('which have moved by a line a year later, and are known by what they say', async () => {
    const pane = await openPane([{ name: '表', cells: STRANGE }]);
    await select(pane, '表', { row: 2, rows: 1 });
    await pane.commands.pointSelected.run();
    const { port } = pane;
    const sheet = port.book.sheet('表');
    sheet.cells.clear();
    [['抬头', '', '', ''], ...STRANGE].forEach((line, row) =>
      line.forEach((value, column) => port.book.put(sheet, [row, column], value)),
    );
    const later = paneOver(port);
    await later.commands.open.run();
    expect(areas(later)).toEqual([['表', 3, 0, 1, 3]]);
  });

  it('by numbers, in place of those that were found; and takes it back', async () => {
    const cells: CellValue[][] = [['某县企业台账', '', ''], ['企业', '土地', '税收'], ...PLAIN];
    const pane = await openPane([{ name: '台账', cells }]);
    const before = areas(pane);
    const { source } = pane.state();
    const sheet = source?.contents.sheet.id ?? '';
    await pane.commands.pointHeader.run({ sheet, rows: { top: 1, bottom: 2, instead: source?.area.row ?? 0 } });
    expect(areas(pane)).toEqual([['台账', 1, 0, 2, 2]]);
    await pane.commands.pointHeader.run({ sheet, rows: { top: 2, bottom: 2, instead: 1 } });
    expect(areas(pane)).toEqual([['台账', 2, 0, 1, 2]]);
    await pane.commands.forgetPointed.run();
    expect(areas(pane)).toEqual(before);
  });

  it('with some of the columns: the corner of the table', async () => {
    const cells = PLAIN.map((line): CellValue[] => ['说明', ...line]);
    const pane = await openPane([{ name: '台账', cells }]);
    await select(pane, '台账', { row: 0, rows: 1, column: 1, columns: 3 });
    await pane.commands.pointSelected.run();
    expect(areas(pane)).toEqual([['台账', 0, 1, 1, 2]]);
  });

  it('to rows with nothing below: told, and nothing changes', async () => {
    const pane = await openPane([{ name: '台账', cells: PLAIN }]);
    const before = areas(pane);
    await select(pane, '台账', { row: 2, rows: 1 });
    await pane.commands.pointSelected.run();
    expect(pane.state().message?.code).toBe('pointedNone');
    expect(areas(pane)).toEqual(before);
    expect(await pane.port.loadSetting('mujun.reading')).toBeUndefined();
  });

  it('on another sheet: one more table of the ledger', async () => {
    const more: CellValue[][] = [
      ['二', '', ''],
      ['户名', '地', '税'],
      ...PLAIN.slice(1).map((line): CellValue[] => [`新${String(line[0])}`, line[1] ?? '', line[2] ?? '']),
    ];
    const pane = await openPane([
      { name: '一', cells: PLAIN },
      { name: '二', cells: more },
    ]);
    await select(pane, '二', { row: 1, rows: 1 });
    await pane.commands.pointSelected.run();
    const sheets = new Set([
      ...areas(pane).map(([name]) => name),
      ...(pane.state().understanding?.questions.map(({ code }) => code) ?? []),
    ]);
    expect(sheets.has('二')).toBe(true);
  });
});

describe('a person calls a row a total', () => {
  const cells = (factor: number): CellValue[][] => [
    ['企业名称', '用地面积（亩）', '税收（万元）'],
    ['甲机械有限公司', 10.5, 40.2 * factor],
    ['乙机械有限公司', 20.1, 160.7 * factor],
    ['城南片有限公司', 77.7, 333.3 * factor],
    ['丙机械有限公司', 5.3, 9.1 * factor],
  ];
  const counted = ({ state }: OpenedPane) => state().understanding?.assessment.dataRows;

  it('and it counts no more, next year with other figures neither, until it is taken back', async () => {
    const pane = await openPane([{ name: '台账', cells: cells(1) }]);
    expect(counted(pane)).toEqual([0, 1, 2, 3]);
    await pane.commands.setAside.run(2);
    expect(counted(pane)).toEqual([0, 1, 3]);
    const { port } = pane;
    const sheet = port.book.sheet('台账');
    cells(1.1).forEach((line, row) => line.forEach((value, column) => port.book.put(sheet, [row, column], value)));
    const later = paneOver(port);
    await later.commands.open.run();
    expect(counted(later)).toEqual([0, 1, 3]);
    await later.commands.setAside.run('none');
    expect(counted(later)).toEqual([0, 1, 2, 3]);
  });
});
