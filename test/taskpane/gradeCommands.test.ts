import { describe, expect, it } from 'vitest';
import { effectsOf } from '../../src/taskpane/model/policy/compare';
import { gradeDetail } from '../../src/taskpane/model/verdict/gradeDetail';
import { gradeGrounds } from '../../src/taskpane/model/verdict/gradeResults';
import type { CellValue } from '../../src/workbook/port';
import { caseOf } from '../engine/numbers/fixture';
import { openPane, type OpenedPane } from './support/openPane';

const HEADERS = ['企业名称', '用地面积(亩)', '税收(万元)', '规模', '出让年限', '容积率', '所属园区'];

/** Enterprises below scale, twenty unless told otherwise, 200 万元/亩 downwards by 10, and one without tax. */
async function graded(count = 20): Promise<OpenedPane> {
  const rows = Array.from({ length: count }, (_, at): CellValue[] => [
    ...[`企业${String(at + 1)}`, 10, 2000 - 100 * at, '规下', at % 2 === 0 ? 20 : 50],
    ...[1 + at / 10, '甲园'],
  ]);
  const pane = await openPane([{ name: '台账', cells: [HEADERS, ...rows, ['缺税企业', 10, '', '规下', '', '', '']] }]);
  await pane.commands.choosePolicy.run('grading-template');
  return pane;
}

const bars = ({ state }: OpenedPane) =>
  state().understanding?.gradeBars.map(({ filter, rows }) => `${filter.key} ${String(rows.length)}`);

const rowOf = (pane: OpenedPane, sheet: string, text: CellValue) => {
  const found = [...pane.port.book.sheet(sheet).cells].find(([key, cell]) => key.endsWith(',0') && cell.value === text);
  return Number(found?.[0].split(',')[0]);
};

describe('a group too small for one whole place of its last grade', () => {
  it.each([
    [1, true],
    [3, true],
    [19, true],
    [20, false],
    [21, false],
  ])('of %i: its last is D by the letter, and told so below twenty: %s', async (count, told) => {
    expect(caseOf('23-cohort-of-one')).toBeDefined();
    const pane = await graded(count);
    const assessment = pane.state().understanding?.assessment;
    if (!assessment) throw new Error('not read');
    const last = gradeDetail(assessment, count - 1);
    expect(last?.verdict).toMatchObject({ kind: 'ranked', grade: 'D', rank: count, of: count });
    const words = `规下参评只有 ${String(count)} 户，不足 20 户，按名次比例最后一名必为 D，请结合实际认定`;
    expect(gradeGrounds(assessment, count - 1).includes(words)).toBe(told);
    if (count > 1) expect(gradeGrounds(assessment, 0)).not.toContain('不足 20 户');
  });
});

describe('grades in the pane', () => {
  it('are bars by grade with what is missing, and a row says its score, its rank and what gave it', async () => {
    const pane = await graded();
    expect(bars(pane)).toEqual(['A 4', 'B 8', 'C 7', 'D 1', '不定等级 0', ' 1']);
    const assessment = pane.state().understanding?.assessment;
    const detail = assessment && gradeDetail(assessment, 0);
    expect(detail?.verdict).toMatchObject({ kind: 'ranked', grade: 'A', cohort: '规下', rank: 1, of: 20 });
    expect(detail?.parts).toMatchObject([{ name: '亩均税收', value: 200 }]);
    await pane.commands.filterRows.run({ kind: 'grade', key: 'D' });
    expect(pane.state().selectedRow).toBe(19);
  });

  it('one corrected figure moves others too: who rises and who falls', async () => {
    const pane = await graded();
    const assessment = pane.state().understanding?.assessment;
    if (!assessment) throw new Error('not read');
    const effects = effectsOf(assessment, 19, { field: 'taxPaid', value: 5000 });
    expect(effects).toEqual([
      { kind: 'grade', row: 3, before: 'A', after: 'B' },
      { kind: 'grade', row: 11, before: 'B', after: 'C' },
      { kind: 'grade', row: 18, before: 'C', after: 'D' },
      { kind: 'grade', row: 19, before: 'D', after: 'A' },
    ]);
  });

  it('weights and quotas edited in 政策参数 are read back; quotas that do not sum are named with their cell', async () => {
    const pane = await graded();
    await pane.commands.writePolicySheets.run();
    const row = rowOf(pane, '政策参数', '规下·A比例');
    pane.port.book.edit('政策参数', [row, 1], 0.3);
    await pane.commands.readPolicySheets.run();
    const { review } = pane.state().policyWork;
    if (review?.kind !== 'changes') throw new Error(review?.kind ?? 'no review');
    expect(review.accepted.differences.map(({ at }) => at?.address)).toEqual([`B${String(row + 1)}`]);
    expect(review.findings).toMatchObject([
      { text: '合计为 1.1，应为 1', at: { sheet: '政策参数', address: `B${String(row + 1)}` } },
    ]);
    pane.port.book.edit('政策参数', [rowOf(pane, '政策参数', '规下·B比例'), 1], 0.3);
    await pane.commands.readPolicySheets.run();
    await pane.commands.acceptEdits.run();
    expect(bars(pane)).toEqual(['A 6', 'B 6', 'C 7', 'D 1', '不定等级 0', ' 1']);
  });

  it('an edited copy is compared with the policy as it is built in, and with the grades that the ledger has', async () => {
    const pane = await graded();
    await pane.commands.writePolicySheets.run();
    pane.port.book.edit('政策参数', [rowOf(pane, '政策参数', '规下·A比例'), 1], 0.3);
    pane.port.book.edit('政策参数', [rowOf(pane, '政策参数', '规下·B比例'), 1], 0.3);
    await pane.commands.readPolicySheets.run();
    await pane.commands.acceptEdits.run();
    await pane.commands.comparePolicy.run({ id: 'grading-template', asOf: '' });
    const { comparison } = pane.state().policyWork;
    expect(comparison?.grades?.moves).toEqual([
      { row: 4, before: 'A', after: 'B' },
      { row: 5, before: 'A', after: 'B' },
    ]);
    expect(comparison?.grades?.from).toEqual(['A', 'B', 'C', 'D', '不定等级', '']);
    expect(comparison?.grades?.counts[0]?.slice(0, 2)).toEqual([4, 2]);
    expect(comparison?.ledgerGrades).toBeUndefined();
  });

  it('another policy is in force: the grades of the ledger beside those that the template gives', async () => {
    const rows = Array.from({ length: 20 }, (_, at): CellValue[] => [
      `企业${String(at)}`,
      10,
      2000 - 100 * at,
      'BACD'[at % 4] ?? '',
    ]);
    const cells = [['企业名称', '用地面积(亩)', '税收(万元)', '综合评价等级'], ...rows, ['合计', 200, 21_000, '']];
    const pane = await openPane([{ name: '台账', cells }]);
    await pane.commands.choosePolicy.run('shengzhou-2021');
    await pane.commands.comparePolicy.run({ id: 'grading-template', asOf: '' });
    const { comparison } = pane.state().policyWork;
    const { ledgerGrades: moves } = comparison ?? {};
    expect([comparison?.grades, moves?.from, moves?.to]).toEqual([
      undefined,
      ['A', 'B', 'C', 'D', '原表未填', ''],
      ['A', 'B', 'C', 'D', '不定等级', ''],
    ]);
    expect(moves?.counts.flat().reduce((sum, count) => sum + count, 0)).toBe(20);
    expect(moves?.moves[0]).toEqual({ row: 0, before: 'B', after: 'A' });
  });

  it('are written beside the ledger with rank, score and grounds, and are no part of it afterwards', async () => {
    const pane = await graded();
    await pane.commands.setWriteAs.run('formulas');
    await pane.commands.writeResults.run();
    expect(pane.state().message?.code).toBe('wroteColumns');
    const cell = (row: number, column: number) =>
      pane.port.book.sheet('台账').cells.get(`${String(row)},${String(column)}`)?.value;
    const line = (row: number) => Array.from({ length: 6 }, (_, at) => cell(row, 7 + at) ?? '');
    expect(line(0).map((head) => String(head).split('\n')[0])).toEqual([
      ...['评定等级', '本组位次', '综合得分', '理由及依据', '依据条款', '依据类别'],
    ]);
    expect(line(1)).toEqual([
      'A',
      1,
      expect.any(Number),
      expect.stringMatching(/^等级：规下第 1 位，共 20 户；综合得分 .* 分（亩均税收 200.00/),
      '转引',
      '转引',
    ]);
    expect(line(20)[0]).toBe('D');
    expect(line(21)).toEqual(['待核实：缺 税收', '', '', '等级：待核实：缺 税收，没有得分，不占名额。', '—', '']);
    await pane.commands.chooseSheet.run(pane.state().source?.contents.sheet.id ?? '');
    expect(pane.state().source?.results?.columns).toBe(6);
    expect(pane.state().source?.body.columns).toBe(HEADERS.length);
  });

  it('stand on 标准台账 as formulas', async () => {
    const pane = await graded();
    await pane.commands.writeCleanLedger.run();
    expect(pane.state().message?.code).toBe('wroteCleanLedger');
    const { cells } = pane.port.book.sheet('标准台账');
    const formulas = [...cells.values()].filter(({ formula }) => formula?.includes('COUNTIFS'));
    expect(formulas.length).toBeGreaterThanOrEqual(2 * 21);
    await pane.commands.writeCleanLedger.run();
    expect(pane.state().message?.code).toBe('cleanLedgerSame');
  });
});

describe('核对表', () => {
  it('is written with the checks that the ledger has columns for, and taken back', async () => {
    const pane = await graded();
    await pane.commands.choosePolicy.run('jiaxing-2024');
    await pane.commands.writeCheckSheet.run();
    expect(pane.state().message).toMatchObject({ code: 'wroteCheckSheet', values: { sheet: '核对表', count: 21 } });
    const texts = [...pane.port.book.sheet('核对表').cells.values()].map(({ value }) => value);
    expect(texts).toEqual(
      expect.arrayContaining(['出让年限上限', 30, '容积率下限', '出让年限核对', '容积率差额（㎡）']),
    );
    expect(texts).not.toContain('工业建筑面积占比下限');
    await pane.commands.undoWrite.run();
    expect(pane.port.book.sheets.map(({ name }) => name)).toEqual(['台账']);
  });

  it('refers to 标准台账 and 政策参数 where the workbook has them', async () => {
    const pane = await graded();
    await pane.commands.choosePolicy.run('jiaxing-2024');
    await pane.commands.writeCleanLedger.run();
    await pane.commands.writePolicySheets.run();
    await pane.commands.writeCheckSheet.run();
    const formulas = [...pane.port.book.sheet('核对表').cells.values()].flatMap(({ formula }) => formula ?? []);
    const limit = rowOf(pane, '政策参数', '出让年限上限');
    expect(formulas).toContain(`='政策参数'!B${String(limit + 1)}`);
    expect(formulas.filter((one) => /^=IF\('标准台账'!E\d+="","",'标准台账'!E\d+\)$/.test(one))).toHaveLength(21);
  });

  it('is refused in a sentence where there is nothing to check', async () => {
    const pane = await openPane([
      {
        name: '台账',
        cells: [
          ['企业名称', '税收', '面积'],
          ['甲', 1, 2],
          ['乙', 3, 4],
        ],
      },
    ]);
    await pane.commands.choosePolicy.run('jiaxing-2024');
    await pane.commands.writeCheckSheet.run();
    expect(pane.state().message?.code).toBe('nothingToCheck');
  });
});
