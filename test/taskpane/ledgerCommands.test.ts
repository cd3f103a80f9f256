import { describe, expect, it } from 'vitest';
import { paneText } from '../../src/text/pane';
import { filteredRows } from '../../src/taskpane/state/paneState';
import { SHENGYUE, TAIPU, truthRows, asTruth } from '../support/fixtureSheet';
import { verdictText } from '../../src/taskpane/model/verdict/resultRows';
import { fixtureSheets, openPane, paneOver, type OpenedPane } from './support/openPane';
import type { MemorySheetInput } from '../workbook/memoryBook';
import { smallLedger } from './support/smallLedger';

const told = ({ state }: OpenedPane) => {
  const { message } = state();
  return message && paneText('zh-CN')(message.code, message.values);
};

describe('opening the pane', () => {
  it('finds the ledger on the active sheet', async () => {
    const { state } = await openPane(fixtureSheets(SHENGYUE));
    const { source } = state();
    expect(source?.contents.sheet.name).toBe('亩均评价台账');
    expect(source?.located).toMatchObject({ headerRow: 2, headerRows: 2, dataRows: 1200 });
    expect(state().busy).toBeUndefined();
  });

  it('looks further when the active sheet is a cover', async () => {
    const { state } = await openPane([{ name: '封面', cells: [['某县亩均评价']] }, smallLedger({ name: '台账' })]);
    expect(state().source?.contents.sheet.name).toBe('台账');
  });

  it('says so when no sheet holds a ledger, and leaves out hidden ones', async () => {
    const pane = await openPane([
      { name: '封面', cells: [['某县']] },
      { ...smallLedger({}), name: '旧', visible: false },
    ]);
    expect(pane.state().source).toBeUndefined();
    expect(told(pane)).toContain('没有找到台账');
  });

  it('chooses no policy for a person who has not chosen one', async () => {
    const { state } = await openPane(fixtureSheets(SHENGYUE));
    expect(state().policyId).toBeUndefined();
    expect(state().understanding?.tierBars).toEqual([]);
  });

  it('takes up the policy and the base date that the workbook kept', async () => {
    const first = await openPane([smallLedger({})]);
    await first.commands.choosePolicy.run('shengzhou-2021');
    await first.commands.setAsOf.run('2023-06-30');
    const second = paneOver(first.port);
    await second.commands.open.run();
    expect(second.state()).toMatchObject({ policyId: 'shengzhou-2021', asOf: '2023-06-30' });
    expect(second.state().understanding?.assessment.standing).toBe('draft');
  });

  it('forgets a kept policy that is no policy of ours', async () => {
    const first = await openPane([smallLedger({})]);
    await first.port.saveSetting('mujun.policy', { id: '不存在', asOf: 7 });
    const second = paneOver(first.port);
    await second.commands.open.run();
    expect(second.state().policyId).toBeUndefined();
  });
});

describe.each([
  { file: SHENGYUE, policy: 'shengzhou-2021', day: '2023-06-30' },
  { file: TAIPU, policy: 'taicang-2023', day: '2024-06-30' },
])('judging $file', ({ file, policy, day }) => {
  it('agrees with the truth file row by row', async () => {
    const { commands, state } = await openPane(fixtureSheets(file));
    await commands.choosePolicy.run(policy);
    await commands.setAsOf.run(day);
    const { source, understanding } = state();
    const assessment = understanding?.assessment;
    const paths = assessment?.paths;
    if (!source || !paths) throw new Error('not judged');
    const wrong = truthRows(file).filter(({ row, path }) => {
      const own = verdictText(paths, row - 1 - source.body.row);
      return path !== undefined && asTruth(own) !== path;
    });
    expect(wrong).toEqual([]);
    expect(assessment.dataRows).toHaveLength(truthRows(file).length);
  });

  it('has a bar for every row exactly once', async () => {
    const { commands, state } = await openPane(fixtureSheets(file));
    await commands.choosePolicy.run(policy);
    const rows = state().understanding?.pathBars.flatMap((bar) => bar.rows) ?? [];
    expect(new Set(rows).size).toBe(rows.length);
    expect(rows).toHaveLength(truthRows(file).length);
  });
});

describe('doubts about columns', () => {
  it('asks for the unit of an area that looks like square metres, and judges nothing until told', async () => {
    const pane = await openPane([smallLedger({ area: '用地面积', areas: [20_000, 40_000, 6000] })]);
    const [question] = pane.state().understanding?.questions ?? [];
    expect(question).toMatchObject({ code: 'unit', header: '用地面积', median: 20_000 });
    expect(question?.answers.map(({ text }) => text)).toEqual(['平方米', '亩', '公顷']);
    expect(pane.state().understanding?.assessment.ledger.columns.get('landArea')).toMatchObject({
      values: new Float64Array([NaN, NaN, NaN]),
    });
    await pane.commands.answer.run(question?.answers[0]?.choices ?? new Map());
    expect(pane.state().understanding?.assessment.ledger.columns.get('landArea')).toMatchObject({
      values: new Float64Array([30, 60, 9]),
    });
  });

  it('keeps the answer in the workbook for a table with the same headers', async () => {
    const pane = await openPane([smallLedger({ area: '用地面积', areas: [20_000, 40_000, 6000] })]);
    const answer = pane.state().understanding?.questions[0]?.answers[1];
    if (!answer) throw new Error('no answer');
    await pane.commands.answer.run(answer.choices);
    expect(pane.state().understanding?.questions).toEqual([]);
    const later = paneOver(pane.port);
    await later.commands.open.run();
    expect(later.state().understanding?.questions).toEqual([]);
    await later.commands.forgetChoices.run();
    expect(later.state().understanding?.questions).toHaveLength(1);
  });

  it('takes the unit line above the headers without a question', async () => {
    const ledger = smallLedger({ area: '用地面积', areas: [20_000, 40_000, 6000], note: '单位：平方米、万元' });
    const { state } = await openPane([ledger]);
    expect(state().understanding?.questions).toEqual([]);
    expect(state().understanding?.assessment.ledger.columns.get('landArea')).toMatchObject({
      values: new Float64Array([30, 60, 9]),
    });
  });

  it('leaves a hidden column out and asks', async () => {
    const { commands, state } = await openPane([{ ...smallLedger({}), hiddenColumns: [2] }]);
    const [question] = state().understanding?.questions ?? [];
    expect(question).toMatchObject({ code: 'hidden', header: '用地面积(亩)' });
    expect(state().understanding?.assessment.incomplete).toHaveLength(3);
    const use = question?.answers.find(({ kind }) => kind === 'yes');
    await commands.answer.run(use?.choices ?? new Map());
    expect(state().understanding?.assessment.incomplete).toEqual([]);
  });

  it('offers the unnamed columns of numbers when there is none for 税收', async () => {
    const { commands, state } = await openPane([smallLedger({ tax: '贡献(万元)' })]);
    const [question] = state().understanding?.questions ?? [];
    expect(question).toMatchObject({ code: 'noColumn', field: { label: '税收' } });
    await commands.answer.run(question?.answers[0]?.choices ?? new Map());
    expect(state().understanding?.assessment.incomplete).toEqual([]);
  });

  it('says that there is no tax, offers none, and asks no more once there is none or a person has pointed to it', async () => {
    const { commands, state } = await openPane([smallLedger({ tax: '成交价款(万元)' })]);
    const taxes = () => state().understanding?.questions.filter(({ about }) => about === 'taxPaid');
    expect(taxes()).toMatchObject([{ code: 'noneFound', answers: [{ kind: 'none' }] }]);
    expect(state().understanding?.assessment.incomplete).toHaveLength(3);
    await commands.answer.run(taxes()?.[0]?.answers[0]?.choices ?? new Map());
    expect(taxes()).toEqual([]);
    expect(state().understanding?.assessment.incomplete).toHaveLength(3);
    const column = state().source?.located.headers.texts.indexOf('成交价款(万元)') ?? -1;
    await commands.answer.run(new Map([[column, { field: 'taxPaid' }]]));
    expect(taxes()).toEqual([]);
    expect(state().understanding?.assessment.incomplete).toEqual([]);
  });
});

describe('while the pane is open', () => {
  it('explains the row selected in the sheet', async () => {
    const { port, state } = await openPane([smallLedger({})]);
    port.book.select('台账', { row: 2, column: 0, rows: 1, columns: 1 });
    expect(state().selectedRow).toBe(1);
  });

  it('marks results when a cell of the ledger is edited, and not when another cell is', async () => {
    const { port, state, commands } = await openPane([smallLedger({}), { name: '别的' }]);
    port.book.edit('别的', [0, 0], 1);
    port.book.edit('台账', [40, 20], 1);
    expect(state().stale).toBe(false);
    port.book.edit('台账', [1, 2], 99);
    expect(state().stale).toBe(true);
    await commands.refresh.run();
    expect(state().stale).toBe(false);
  });

  it('knows the sheets that come and go, and lets go of a ledger whose sheet was deleted', async () => {
    const { port, state } = await openPane([smallLedger({}), { name: '别的' }]);
    port.book.add({ name: '新表' });
    await expect.poll(() => state().sheets.map(({ name }) => name)).toEqual(['台账', '别的', '新表']);
    port.book.remove('台账');
    await expect.poll(() => state().source).toBeUndefined();
  });

  it('goes to the cell of a finding', async () => {
    const { port, commands, state } = await openPane([smallLedger({ areas: [10, 0, 5] })]);
    const [group] = state().understanding?.findings ?? [];
    expect(group).toMatchObject({ code: 'areaNotPositive', count: 1 });
    const [cell] = group?.cells ?? [];
    if (!cell) throw new Error('no cell');
    await commands.goTo.run(cell);
    expect(port.book.selected).toEqual({ row: 2, column: 2, rows: 1, columns: 1 });
  });

  it('lists what does not add up and what lies at a line, grouped, and goes to a total', async () => {
    const { port, commands, state } = await openPane(fixtureSheets(SHENGYUE));
    await commands.choosePolicy.run('shengzhou-2021');
    const findings = state().understanding?.findings ?? [];
    const counted = findings.map(({ code, label, count }) => `${code} ${label} ${String(count)}`);
    expect(counted).toContain('ratioSummed 亩均税收 1');
    expect(counted).toContain('totalSkipsText 税收 9');
    const near = truthRows(SHENGYUE).filter(({ area, tax }) => {
      const perMu = area !== null && tax !== null && area > 0 ? tax / area : NaN;
      return [5, 10, 15].some((line) => Math.abs(perMu - line) <= 0.005);
    });
    expect(counted).toContain(`nearLine 亩均税收 ${String(near.length)}`);
    const [cell] = findings.find(({ code }) => code === 'ratioSummed')?.cells ?? [];
    expect(cell).toMatchObject({ text: '96.31', expected: '12.13', own: '12.03', name: '合计' });
    if (cell) await commands.goTo.run(cell);
    expect(port.book.selected).toEqual({ row: 1212, column: 15, rows: 1, columns: 1 });
  });

  it('lists the rows behind a bar, goes to the first, and closes the list again', async () => {
    const { port, commands, state } = await openPane([smallLedger({})]);
    await commands.choosePolicy.run('shengzhou-2021');
    await commands.filterRows.run({ kind: 'tier', key: '重点检查' });
    expect(state()).toMatchObject({ filter: { key: '重点检查' }, selectedRow: 1 });
    expect(port.book.selected.row).toBe(2);
    expect(state().filterSelected).toBe(filteredRows(state()).length);
    expect((await port.selectedRows()).rows).toEqual(filteredRows(state()).map((row) => row + 1));
    await commands.filterRows.run({ kind: 'tier', key: '重点检查' });
    expect(state().filter).toBeUndefined();
  });

  it('tells a failure of the spreadsheet, and goes on', async () => {
    const pane = await openPane([smallLedger({})]);
    await pane.commands.chooseSheet.run('没有的表');
    expect(told(pane)).toContain('没有读成工作表');
    expect(pane.state().busy).toBeUndefined();
    await pane.commands.readActive.run();
    expect(pane.state().message).toBeUndefined();
  });
});

describe('what makes a ledger stale', () => {
  // Two lines above the headers, three enterprises: rows 3 to 6 of the sheet.
  const lines: MemorySheetInput = {
    name: '台账',
    cells: [['某县台账'], ['单位：亩、万元'], ...(smallLedger({ area: '用地面积', tax: '税收' }).cells ?? [])],
  };

  it.each([
    ['a cell', 'D4', true],
    ['a header', 'C3', true],
    ['a row typed below', 'A7', true],
    ['the line that names units', 'A2', true],
    ['a row inserted above', '1:1', true],
    ['a row inserted in it', '5:5', true],
    ['a column inserted in it', 'B:B', true],
    ['a cell far below', 'A20', false],
    ['a cell beside it', 'J5', false],
    ['rows below it', '15:16', false],
  ])('%s: %s', async (_, address, stale) => {
    const { port, state } = await openPane([lines]);
    const { id } = port.book.sheet('台账');
    for (const listener of port.book.changeListeners) listener({ sheetId: id, address });
    expect(state().stale).toBe(stale);
  });
});
