import { describe, expect, it, vi } from 'vitest';
import { formulaDoubts } from '../../src/taskpane/model/policy/formulaUnits';
import type { CellValue, SheetContents } from '../../src/workbook/port';
import { openPane, paneOver, type OpenedPane } from './support/openPane';
import { smallLedger } from './support/smallLedger';

async function withPolicy(): Promise<OpenedPane> {
  const pane = await openPane([smallLedger({})]);
  await pane.commands.choosePolicy.run('shengzhou-2021');
  return pane;
}

const tiers = ({ state }: OpenedPane) =>
  state().understanding?.tierBars.map(({ filter, rows }) => `${filter.key} ${rows.length}`);

/** The row, from 0, of a name in the sheet 政策参数, and of a rule in the sheet 判定表. */
const rowOf = (pane: OpenedPane, sheet: string, column: number, text: CellValue) => {
  const { cells } = pane.port.book.sheet(sheet);
  const found = [...cells].find(([key, cell]) => key.endsWith(`,${column}`) && cell.value === text);
  return Number(found?.[0].split(',')[0]);
};

describe('the policy in the workbook', () => {
  it('is written with its names, and taken back with them', async () => {
    const pane = await withPolicy();
    await pane.commands.writePolicySheets.run();
    expect(pane.state().message?.code).toBe('wrotePolicySheets');
    expect(pane.port.book.sheets.map(({ name }) => name)).toEqual(['台账', '政策参数', '判定表']);
    expect([...pane.port.book.names.keys()]).toEqual(['亩均政策', '亩均判定表']);
    await pane.commands.writePolicySheets.run();
    expect(pane.state().message?.code).toBe('policySheetsExist');
    expect(pane.port.book.sheets).toHaveLength(3);
    await pane.commands.undoWrite.run();
    expect(pane.port.book.sheets.map(({ name }) => name)).toEqual(['台账']);
    expect([...pane.port.book.names]).toEqual([]);
  });

  it('leaves the workbook as it was where a name cannot be set', async () => {
    const pane = await withPolicy();
    const failing: typeof pane.port.setName = (name, target) =>
      name === '亩均判定表' && target ? Promise.reject(new Error('名称无效')) : pane.port.setName(name, target);
    const { commands, state } = paneOver({ ...pane.port, setName: failing });
    await commands.open.run();
    await commands.choosePolicy.run('shengzhou-2021');
    await commands.writePolicySheets.run();
    expect(pane.port.book.sheets.map(({ name }) => name)).toEqual(['台账']);
    expect([...pane.port.book.names]).toEqual([]);
    expect([state().written, state().message?.intent]).toEqual([undefined, 'error']);
  });

  it('tells a line below the table instead of leaving it out', async () => {
    const pane = await withPolicy();
    await pane.commands.writePolicySheets.run();
    const end = [...pane.port.book.sheet('判定表').cells].find(([, cell]) => String(cell.value).includes('到此为止'));
    const row = Number(end?.[0].split(',')[0]) + 1;
    pane.port.book.edit('判定表', [row, 0], '路径');
    await pane.commands.readPolicySheets.run();
    const { review } = pane.state().policyWork;
    expect(review).toMatchObject({
      kind: 'broken',
      problems: [{ problem: { problem: { code: 'belowTable' } }, at: { address: `A${String(row + 1)}` } }],
    });
  });

  it('unedited, differs in nothing', async () => {
    const pane = await withPolicy();
    await pane.commands.writePolicySheets.run();
    await pane.commands.readPolicySheets.run();
    expect(pane.state().message?.code).toBe('editsNone');
  });

  it('edited, is shown cell by cell, judges once accepted, and is taken up by a later session', async () => {
    const pane = await withPolicy();
    expect(tiers(pane)).toEqual(['重点排查 1', '重点检查 1', '重点指导 0', '不纳入 1', ' 0']);
    await pane.commands.writePolicySheets.run();
    pane.port.book.edit('政策参数', [rowOf(pane, '政策参数', 0, '重点排查线'), 1], 8);
    expect(pane.state().policyWork.edited).toBe(true);
    pane.port.book.edit('判定表', [rowOf(pane, '判定表', 2, '<=重点指导线'), 2], '<=25');
    await pane.commands.readPolicySheets.run();
    const { review } = pane.state().policyWork;
    if (review?.kind !== 'changes') throw new Error('no changes');
    expect(review.accepted.differences.map(({ difference, at }) => [difference.kind, at?.sheet, at?.address])).toEqual([
      ['value', '政策参数', 'B7'],
      ['cell', '判定表', 'C7'],
    ]);
    expect(tiers(pane)).toEqual(['重点排查 1', '重点检查 1', '重点指导 0', '不纳入 1', ' 0']);
    await pane.commands.acceptEdits.run();
    expect(tiers(pane)).toEqual(['重点排查 2', '重点检查 0', '重点指导 1', '不纳入 0', ' 0']);
    const later = paneOver(pane.port);
    await later.commands.open.run();
    expect(tiers(later)).toEqual(tiers(pane));
    pane.port.book.edit('判定表', [rowOf(pane, '判定表', 2, '<=25'), 2], '<=18');
    const afterEdit = paneOver(pane.port);
    await afterEdit.commands.open.run();
    expect(tiers(afterEdit)).toEqual(['重点排查 1', '重点检查 1', '重点指导 0', '不纳入 1', ' 0']);
    expect(afterEdit.state().policyWork.edited).toBe(true);
    await pane.commands.dropEdits.run();
    expect(tiers(pane)).toEqual(['重点排查 1', '重点检查 1', '重点指导 0', '不纳入 1', ' 0']);
  });

  it('under the name of no shipped policy, says so at its cell: formulas cannot find it', async () => {
    const pane = await withPolicy();
    await pane.commands.writePolicySheets.run();
    pane.port.book.edit('政策参数', [rowOf(pane, '政策参数', 0, '政策'), 1], '福州2025');
    await pane.commands.readPolicySheets.run();
    expect(pane.state().policyWork.review).toMatchObject({
      kind: 'broken',
      problems: [{ problem: { problem: { code: 'policyUnknown', name: '福州2025' } }, at: { address: 'B5' } }],
    });
  });

  it('broken, names the cell and leaves the policy in force', async () => {
    const pane = await withPolicy();
    await pane.commands.writePolicySheets.run();
    pane.port.book.edit('政策参数', [rowOf(pane, '政策参数', 0, '重点排查线'), 1], '五万');
    pane.port.book.edit('判定表', [rowOf(pane, '判定表', 2, '<=重点检查线'), 3], 'E');
    const before = pane.state().understanding;
    await pane.commands.readPolicySheets.run();
    const { review } = pane.state().policyWork;
    if (review?.kind !== 'broken') throw new Error('not broken');
    expect(review.problems.map(({ at }) => `${at.sheet}!${at.address}`)).toEqual(['政策参数!B7', '判定表!D6']);
    expect(pane.state().understanding).toBe(before);
    expect(pane.commands.acceptEdits.enabled(pane.state())).toBe(false);
  });

  it('notes gaps, overlaps, lines that never fire and lines without a clause, with their cells', async () => {
    const pane = await withPolicy();
    await pane.commands.writePolicySheets.run();
    pane.port.book.edit('判定表', [rowOf(pane, '判定表', 2, '<=重点检查线'), 2], '<=3');
    await pane.commands.readPolicySheets.run();
    const { review } = pane.state().policyWork;
    const found = review?.kind === 'changes' ? (review.findings ?? []) : [];
    expect(found.map(({ text, at }) => `${at?.address ?? ''} ${text.slice(0, 10)}`)).toContainEqual(
      expect.stringMatching(/^[A-Z]+6 永远轮不到这一条/),
    );
  });

  it('is of another policy: nothing is read', async () => {
    const pane = await withPolicy();
    await pane.commands.writePolicySheets.run();
    await pane.commands.choosePolicy.run('taicang-2023');
    await pane.commands.readPolicySheets.run();
    expect(pane.state().message).toMatchObject({ code: 'policySheetsOfOther', values: { own: '嵊州2021' } });
  });
});

describe('检查公式', () => {
  const values: CellValue[][] = [
    ['企业名称', '用地面积(㎡)', '实缴税收(元)', '档位'],
    ['甲公司', 6000, 500000, ''],
    ['乙公司', 8000, 900000, ''],
  ];
  const contents = (name: string): SheetContents => ({
    sheet: { id: name, name, visible: true, protected: false },
    area: { row: 0, column: 0, rows: 3, columns: 4 },
    ...{ values, hiddenColumns: [], hiddenRows: [], merges: [] },
    tables: [{ name: '表1', area: { row: 0, column: 0, rows: 3, columns: 4 } }],
  });
  const doubts = (formula: string) =>
    formulaDoubts([
      {
        contents: contents('台账'),
        formulas: {
          area: { row: 0, column: 0, rows: 3, columns: 4 },
          formulas: values.map((row, at) => (at === 1 ? [...row.slice(0, 3), formula] : row)),
        },
      },
    ]);

  it('proposes a conversion for every column in another unit', () => {
    const found = doubts('=IF(A2="","",MUJUN_TIER(C2:C3,B2:B3,"嵊州2021"))');
    expect(found).toHaveLength(1);
    expect(found[0]?.at.address).toBe('D2');
    expect(found[0]?.parts.map(({ argument, unit, expected, by }) => [argument, unit, expected, by])).toEqual([
      ['税收', '元', '万元', 'header'],
      ['面积', '㎡', '亩', 'header'],
    ]);
    expect(found[0]?.proposed).toBe('=IF(A2="","",MUJUN_TIER(C2:C3/10000,B2:B3*3/2000,"嵊州2021"))');
  });

  it('finds columns of a table by their headers, from inside it and from outside', () => {
    const found = (formula: string) =>
      doubts(formula).flatMap(({ parts, at }) => parts.map(({ reference, unit }) => [reference, unit, at.address]));
    const both = (tax: string, land: string) => [
      [tax, '元', 'D2'],
      [land, '㎡', 'D2'],
    ];
    const [tax, land] = ['表1[实缴税收(元)]', '表1[用地面积(㎡)]'];
    expect(found(`=MUJUN_TIER(${tax},${land},"嵊州2021")`)).toEqual(both(tax, land));
    const [ownTax, ownLand] = ['[@[实缴税收(元)]]', '表1[[#This Row],[用地面积(㎡)]]'];
    expect(found(`=MUJUN_TIER(${ownTax},${ownLand},"嵊州2021")`)).toEqual(both(ownTax, ownLand));
    expect(doubts(`=MUJUN_TIER(${tax},表1[没有的列])`)[0]?.proposed).toBe(`=MUJUN_TIER(${tax}/10000,表1[没有的列])`);
    expect(doubts(`=MUJUN_TIER(表9[实缴税收(元)],${land}*3/2000)`)).toEqual([]);
  });

  it('finds columns of another sheet, and leaves conversions and formulas of others alone', () => {
    const [found] = doubts("=MUJUN_AVG('台账'!$C$2:$C$3,台账!B2:B3)");
    expect(found?.parts.map(({ reference }) => reference)).toEqual(["'台账'!$C$2:$C$3", '台账!B2:B3']);
    expect(doubts('=MUJUN_TIER(C2:C3/10000,B2:B3*3/2000,"嵊州2021")')).toEqual([]);
    expect(doubts('=SUM(C2:C3)')).toEqual([]);
    expect(doubts('=MUJUN_TIER("C2:C3",)')).toEqual([]);
  });
});

describe('疑为单位不符', () => {
  const ledger = (formula: CellValue): CellValue[][] => [
    ['企业名称', '用地', '缴税', '档位'],
    ['甲公司', 0.7093, 414500, formula],
    ['乙公司', 1.2411, 902300, ''],
    ['丙公司', 2.0087, 1210400, ''],
  ];

  it('tells a formula that was just entered over columns without a unit, with one proposal, and corrects it', async () => {
    const formula = '=MUJUN_TIER(C2,B2,"嵊州2021")';
    const pane = await openPane([{ name: '台账', cells: ledger('') }]);
    pane.port.book.edit('台账', [1, 3], formula);
    await vi.waitFor(() => expect(pane.state().message?.code).toBe('doubtEntered'));
    const [doubt] = pane.state().policyWork.doubts ?? [];
    expect(doubt?.parts.map(({ argument, unit, by }) => [argument, unit, by])).toEqual([
      ['税收', '元', 'figures'],
      ['面积', '公顷', 'figures'],
    ]);
    expect(doubt?.proposed).toBe('=MUJUN_TIER(C2/10000,B2*15,"嵊州2021")');
    if (!doubt) throw new Error('not told');
    await pane.commands.correctFormula.run(doubt);
    expect(pane.port.book.sheet('台账').cells.get('1,3')?.formula).toBe(doubt.proposed);
    expect(pane.state().policyWork.doubts).toEqual([]);
    await pane.commands.undoWrite.run();
    expect(pane.port.book.sheet('台账').cells.get('1,3')?.formula).toBe(formula);
  });

  it('tells nothing of usual figures, nor of a cell that is no formula of ours', async () => {
    const cells = ledger('').map((row, at) =>
      at === 0 ? row : [row[0] ?? '', Number(row[1]) * 15, Number(row[2]) / 1e4, ''],
    );
    const pane = await openPane([{ name: '台账', cells }]);
    pane.port.book.edit('台账', [1, 3], '=MUJUN_TIER(C2,B2,"嵊州2021")');
    pane.port.book.edit('台账', [2, 3], '=C3/B3');
    await pane.commands.checkFormulas.run();
    expect(pane.state().policyWork.doubts).toEqual([]);
    expect(pane.state().message?.code).not.toBe('doubtEntered');
  });
});
