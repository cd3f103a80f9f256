import { describe, expect, it } from 'vitest';
import { verdictAt } from '../../src/engine/assess/index';
import { EVERY_ROW_ITSELF } from '../../src/engine/entity/index';
import { paneText } from '../../src/text/pane';
import { foundCellText, groupTitle } from '../../src/taskpane/model/findings/findingText';
import { targetStock } from '../../src/taskpane/model/targets/targetStock';
import type { CellValue } from '../../src/workbook/port';
import { openPane, type OpenedPane } from './support/openPane';

const HEADERS = [
  '所在乡镇',
  '企业名称',
  '统一社会信用代码',
  '用地面积(亩)',
  '实缴税金(万元)',
  '是否符合规划',
  '评价等级',
];
const CODE = '91350100M000100Y43';
const OTHER = '913301007109305265';

/** One enterprise with three parcels whose name, code, tax and grade are merged, as people lay it out. */
const merged = () => ({
  name: '台账',
  cells: [
    HEADERS,
    ['剡湖街道', '甲公司', CODE, 10, 330, '是', 'B'],
    ['', '', '', 20, '', '是', ''],
    ['', '', '', 3, '', '是', ''],
    ['鹿山街道', '乙公司', OTHER, 8, 30, '是', 'C'],
  ] as CellValue[][],
  merges: [0, 1, 2, 4, 6].map((column) => ({ row: 1, column, rows: 3, columns: 1 })),
});

const groupOf = ({ state }: OpenedPane, code: string) =>
  state().understanding?.findings.find((group) => group.code === code);

describe('a ledger with merged cells', () => {
  it('gives each row what its merged cells say, and tells of an amount that is merged', async () => {
    const pane = await openPane([merged()]);
    await pane.commands.choosePolicy.run('shengzhou-2021');
    const { source, understanding } = pane.state();
    expect(source?.rows.map((row) => row[0])).toEqual(['剡湖街道', '剡湖街道', '剡湖街道', '鹿山街道']);
    expect(groupOf(pane, 'firmsOpen')?.cells.map(({ row }) => row)).toEqual([0, 1, 2]);
    await pane.commands.chooseReading.run({ firms: 'apart' });
    const group = groupOf(pane, 'mergedAmount');
    const [cell] = group?.cells ?? [];
    if (!group || !cell || !source || !understanding) throw new Error('not told');
    const t = paneText('zh-CN');
    expect(groupTitle(group, t)).toContain('“税收”在合并单元格里');
    expect(foundCellText(group, cell, { source, assessment: understanding.assessment }, t)).toBe('第 2–4 行合并：330');
  });

  it('counts as one enterprise on a person’s word: the land added up, the tax once', async () => {
    const pane = await openPane([merged()]);
    await pane.commands.choosePolicy.run('shengzhou-2021');
    await pane.commands.setRules.run({ ...EVERY_ROW_ITSELF, mergeEnterprises: true });
    const { assessment } = pane.state().understanding ?? {};
    expect(assessment?.units.grouping.groups.map(({ area, tax }) => [area, tax])).toEqual([
      [33, 330],
      [8, 30],
    ]);
    expect(groupOf(pane, 'mergedAmount')).toBeUndefined();
  });

  it('asks whether rows of one name with one tax are one enterprise; held until then, added up or apart afterwards', async () => {
    const withoutCodes = merged();
    const cells = withoutCodes.cells.map((row) => row.with(2, ''));
    const pane = await openPane([{ ...withoutCodes, cells }]);
    await pane.commands.choosePolicy.run('shengzhou-2021');
    const [question] = pane.state().understanding?.questions ?? [];
    expect(question).toMatchObject({ code: 'firms', header: '甲公司' });
    const verdicts = () => {
      const { tiers, units } = pane.state().understanding?.assessment ?? {};
      if (!tiers || !units) throw new Error('not judged');
      return [0, 1, 2, 3].map((row) => verdictAt(tiers, row).kind);
    };
    expect(verdicts()).toEqual(['unresolved', 'unresolved', 'unresolved', 'answer']);
    const answer = (kind: string) => question?.answers.find((one) => one.kind === kind)?.reading ?? {};
    await pane.commands.chooseReading.run(answer('apart'));
    expect(verdicts()).toEqual(['unresolved', 'unresolved', 'unresolved', 'answer']);
    expect(groupOf(pane, 'mergedAmount')?.count).toBe(1);
    await pane.commands.chooseReading.run(answer('together'));
    expect(verdicts()).toEqual(['answer', 'notData', 'notData', 'answer']);
    const { source, understanding } = pane.state();
    const group = groupOf(pane, 'parcelsJoined');
    const [cell] = group?.cells ?? [];
    if (!group || !cell || !source || !understanding) throw new Error('not told');
    expect(foundCellText(group, cell, { source, assessment: understanding.assessment }, paneText('zh-CN'))).toBe(
      '第 2–4 行合并：甲公司',
    );
    expect(understanding.assessment.units.grouping.groups.map(({ area, tax }) => [area, tax])).toEqual([
      [33, 330],
      [8, 30],
    ]);
    expect(understanding.questions).toEqual([]);
  });

  it('where a name is written on each row and the tax on the first alone, that tax is not the first parcel’s', async () => {
    const cells: CellValue[][] = [
      ['序号', '企业名称', '宗地面积(亩)', '实缴税金(万元)'],
      [1, '甲有限公司', 10, 330],
      ['', '甲有限公司', 20, ''],
      [2, '乙有限公司', 8, 30],
    ];
    const pane = await openPane([{ name: '台账', cells }]);
    await pane.commands.choosePolicy.run('shengzhou-2021');
    const { tiers } = pane.state().understanding?.assessment ?? {};
    if (!tiers) throw new Error('not judged');
    expect([0, 1, 2].map((row) => verdictAt(tiers, row).kind)).toEqual(['unresolved', 'unresolved', 'answer']);
    expect(pane.state().understanding?.questions.map(({ code }) => code)).toEqual(['firms']);
  });

  it('asks likewise where a person chose the column of the tax', async () => {
    const cells: CellValue[][] = [
      ['序号', '企业名称', '宗地面积(亩)', '栏一'],
      [1, '甲有限公司', 10, 330],
      ['', '甲有限公司', 20, ''],
      [2, '乙有限公司', 8, 30],
    ];
    const pane = await openPane([{ name: '台账', cells }]);
    await pane.commands.choosePolicy.run('shengzhou-2021');
    await pane.commands.answer.run(new Map([[3, { field: 'taxPaid' }]]));
    const { assessment, questions } = pane.state().understanding ?? {};
    const tiers = assessment?.tiers;
    if (!tiers) throw new Error('not judged');
    expect(questions?.map(({ code }) => code)).toContain('firms');
    expect([0, 1].map((row) => verdictAt(tiers, row).kind)).toEqual(['unresolved', 'unresolved']);
  });

  it('on 标准台账 each row watches the cell that holds its value', async () => {
    const pane = await openPane([merged()]);
    await pane.commands.choosePolicy.run('shengzhou-2021');
    await pane.commands.writeCleanLedger.run();
    const formulas = (await pane.port.readFormulas(pane.port.book.sheet('标准台账').id))?.formulas ?? [];
    const checks = formulas.flat().filter((held) => String(held).includes('EXACT('));
    expect(checks).toHaveLength(4);
    // The grade of the second and third row stands in the first one's cell; their land in their own.
    expect(String(checks[2])).toContain("'台账'!G2,");
    expect(String(checks[2])).toContain("'台账'!D4,");
    expect(String(checks[3])).toContain("'台账'!G5,");
  });

  it('formulas see the cells as Excel passes them, and are not written where they would answer otherwise', async () => {
    const ledger = merged();
    const unplanned = ['否', '', ''];
    const cells = ledger.cells.map((row, index) => row.with(5, unplanned[index - 1] ?? row[5] ?? ''));
    const merges = [...ledger.merges, { row: 1, column: 5, rows: 3, columns: 1 }];
    const pane = await openPane([{ ...ledger, cells, merges }]);
    await pane.commands.choosePolicy.run('shengzhou-2021');
    await pane.commands.chooseReading.run({ firms: 'apart' });
    await pane.commands.setWriteAs.run('formulas');
    await pane.commands.writeResults.run();
    const { message } = pane.state();
    expect(message && paneText('zh-CN')(message.code, message.values)).toMatch(/公式/);
    expect((await pane.port.read(pane.port.book.sheet('台账').id))?.area.columns).toBe(HEADERS.length);
  });

  it('in the stock of a target every parcel of an enterprise has its answer, and shared land counts once', async () => {
    const headers = ['镇街', '用地单位', '社会信用代码', '宗地编号', '宗地面积(亩)', '存量类型', '税收(万元)'];
    const rows: CellValue[][] = [
      ['东港镇', '甲公司', CODE, 'P1', 10, '低效', 33],
      ['', '', '', 'P2', 20, '低效', ''],
      ['', '', '', 'P2', 20, '低效', ''],
      ['西山镇', '乙公司', OTHER, 'P3', 8, '低效', 30],
    ];
    const merges = [0, 1, 2, 6].map((column) => ({ row: 1, column, rows: 3, columns: 1 }));
    const pane = await openPane([{ name: '台账', cells: [headers, ...rows], merges }]);
    await pane.commands.choosePolicy.run('xuchang-2021');
    const stock = () => targetStock(pane.state(), 2025)?.rows.map(({ key, area, counted }) => [key, area, counted]);
    expect(stock()).toHaveLength(4);
    await pane.commands.setRules.run({ ...EVERY_ROW_ITSELF, mergeEnterprises: true });
    expect(stock()).toEqual([
      ['P1', 10, true],
      ['P2', 20, true],
      ['P3', 8, true],
    ]);
    expect(pane.state().understanding?.assessment.units.grouping.groups[0]?.area).toBe(30);
  });
});
