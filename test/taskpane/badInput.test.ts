import { describe, expect, it } from 'vitest';
import { paneText } from '../../src/text/pane';
import type { CellValue } from '../../src/workbook/port';
import { PortError } from '../../src/workbook/portError';
import { openPane, type OpenedPane } from './support/openPane';
import { smallLedger } from './support/smallLedger';

const told = ({ state }: OpenedPane) => {
  const { message } = state();
  return message && paneText('zh-CN')(message.code, message.values);
};

/** A pane with a ledger open, and what it makes of another sheet: the message, and whether the ledger stayed. */
async function reading(cells: readonly (readonly CellValue[])[]) {
  const pane = await openPane([smallLedger({}), { name: '别的', cells }]);
  const before = pane.state();
  await pane.commands.chooseSheet.run(pane.port.book.sheet('别的').id);
  return {
    pane,
    before,
    kept: pane.state().source === before.source && pane.state().understanding === before.understanding,
  };
}

describe('bad input is told, and what was there stays', () => {
  it('no table on the sheet', async () => {
    const { pane, kept } = await reading([['某县'], ['说明：本表由经信局提供']]);
    expect(told(pane)).toContain('工作表“别的”里没有找到台账');
    expect(kept).toBe(true);
  });

  it('an empty sheet', async () => {
    const { pane, kept } = await reading([]);
    expect(told(pane)).toContain('没有找到台账');
    expect(kept).toBe(true);
  });

  it('all headers unknown: it says which row and what to do', async () => {
    const { pane, kept } = await reading([
      ['名册', '', '', ''],
      ['甲类数', '乙类数', '丙类数', '丁类数'],
      [1, 2, 3, 4],
      [5, 6, 7, 8],
      [5, 6, 7, 8],
    ]);
    expect(told(pane)).toBe(
      '工作表“别的”第 2 行像是列名，但一个也认不出。请把列名改为常用写法（如 企业名称、用地面积、税收）后再读。',
    );
    expect(kept).toBe(true);
  });

  it('a sheet that is deleted while it is read', async () => {
    const pane = await openPane([
      smallLedger({}),
      {
        name: '将删',
        cells: [
          ['企业名称', '用地面积(亩)'],
          ['甲', 1],
        ],
      },
    ]);
    const before = pane.state();
    const { id } = pane.port.book.sheet('将删');
    const read = pane.port.read.bind(pane.port);
    Object.assign(pane.context.port, {
      read: (sheetId: string, progress: Parameters<typeof read>[1]) => {
        pane.port.book.remove(id);
        return read(sheetId, progress);
      },
    });
    await pane.commands.chooseSheet.run(id);
    expect(told(pane)).toContain('已被删除');
    expect(pane.state().source).toBe(before.source);
  });

  it('a cell that is being edited', async () => {
    const pane = await openPane([smallLedger({})]);
    const before = pane.state();
    Object.assign(pane.context.port, {
      read: () => Promise.reject(new PortError('InvalidOperationInCellEditMode', 'in edit mode')),
    });
    await pane.commands.refresh.run();
    expect(pane.state().message?.code).toBe('cellEdit');
    expect(pane.state().understanding).toBe(before.understanding);
  });

  it('a used range far too large', async () => {
    const pane = await openPane([smallLedger({})]);
    Object.assign(pane.context.port, {
      read: () => Promise.reject(new PortError('RangeExceedsLimit', 'too many cells')),
    });
    await pane.commands.refresh.run();
    expect(told(pane)).toContain('已用区域太大');
  });

  it('stopping keeps what was there', async () => {
    const pane = await openPane([
      smallLedger({}),
      {
        name: '别的',
        cells: [
          ['企业名称', '用地面积(亩)'],
          ['甲', 1],
        ],
      },
    ]);
    const before = pane.state();
    Object.assign(pane.context.port, { read: () => Promise.resolve(undefined) });
    await pane.commands.chooseSheet.run(pane.port.book.sheet('别的').id);
    expect(pane.state().message?.code).toBe('stopped');
    expect(pane.state().source).toBe(before.source);
  });

  it('two headers for one field are asked, and nothing is judged meanwhile', async () => {
    const { pane } = await reading([
      ['企业名称', '用地面积(亩)', '税收(万元)', '税收(万元)'],
      ['甲', 10, 40, 50],
    ]);
    const [question] = pane.state().understanding?.questions ?? [];
    expect(question?.code).toBe('whichColumn');
    expect(pane.state().understanding?.assessment.incomplete).toEqual([0]);
    await pane.commands.answer.run(question?.answers[1]?.choices ?? new Map());
    expect(pane.state().understanding?.questions).toEqual([]);
    expect(pane.state().understanding?.assessment.incomplete).toEqual([]);
  });

  it('a column of mixed units is read cell by cell and told', async () => {
    const { pane } = await reading([
      ['企业名称', '用地面积(亩)', '税收(万元)'],
      ['甲', '2000㎡', 40],
      ['乙', 10, '3亿元'],
      ['丙', '1公顷', 1],
    ]);
    const { findings, assessment } = pane.state().understanding ?? {};
    const column = assessment?.read.columns.get('landArea');
    expect(column?.kind === 'number' && [...column.values]).toEqual([3, 10, 15]);
    expect(
      findings?.filter(({ code }) => code === 'ownUnit').map(({ label, count }) => `${label} ${String(count)}`),
    ).toEqual(['面积 2', '税收 1']);
  });

  it('a subtotal in the middle and error cells', async () => {
    const { pane } = await reading([
      ['企业名称', '用地面积(亩)', '税收(万元)'],
      ['甲', 10, 40],
      ['小计', 10, 40],
      ['乙', '#REF!', 50],
      ['丙', 5, '#N/A'],
    ]);
    const { findings, assessment } = pane.state().understanding ?? {};
    expect(assessment?.dataRows).toEqual([0, 2, 3]);
    expect(assessment?.incomplete).toEqual([2, 3]);
    expect(
      findings?.filter(({ code }) => code === 'errorCell').map(({ label, severity }) => [label, severity]),
    ).toEqual([
      ['面积', 'error'],
      ['税收', 'error'],
    ]);
  });

  it('a protected sheet is read as any other', async () => {
    const pane = await openPane([{ ...smallLedger({}), protected: true }]);
    expect(pane.state().understanding?.assessment.dataRows).toHaveLength(3);
  });

  it('a million formatted but empty rows are not used cells: the ledger is as long as what it holds', async () => {
    const rows: CellValue[][] = [
      ['企业名称', '用地面积(亩)', '税收(万元)'],
      ['甲', 10, 40],
      ...Array.from({ length: 5_000 }, () => ['', '', '']),
    ];
    const { pane } = await reading(rows);
    expect(pane.state().source?.body.rows).toBe(1);
  });
});
