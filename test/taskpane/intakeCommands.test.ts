import { describe, expect, it } from 'vitest';
import { paneText } from '../../src/text/pane';
import type { CellValue } from '../../src/workbook/port';
import type { MemorySheetInput } from '../workbook/memoryBook';
import { openPane, paneOver, type OpenedPane } from './support/openPane';
import { smallLedger } from './support/smallLedger';

const told = ({ state }: OpenedPane) => {
  const { message } = state();
  return message && paneText('zh-CN')(message.code, message.values);
};
const HEADERS = ['序号', '企业名称', '统一社会信用代码', '用地面积(亩)', '税收(万元)', '亩均税收', '企业状态', '备注'];
const CODE = '91350100M000100Y43';

function ledger(...rows: CellValue[][]): MemorySheetInput {
  return { name: '台账', cells: [HEADERS, ...rows] };
}

const messy = () =>
  ledger(
    [1, ' 甲公司', CODE.toLowerCase(), '１０', 40, 4, '正常', ''],
    [2, '乙公司', '', '20', '1,600', 9, '正常', '出租5亩'],
    [3, '丙公司', 913301110000000000, 5, '=10*10', 20, '注销', ''],
    ['合计', '', '', 35, 1740, 33, '', ''],
  );

async function cellsOf({ port }: OpenedPane, sheet = '台账'): Promise<readonly (readonly CellValue[])[]> {
  return (await port.read(port.book.sheet(sheet).id))?.values ?? [];
}

describe('findings', () => {
  it('are graded, with what was read and what is meant', async () => {
    const { state } = await openPane([messy()]);
    const groups = state().understanding?.findings ?? [];
    const brief = groups.map(({ severity, code, count }) => `${severity} ${code} ${String(count)}`);
    expect(brief).toContain('warning codeDamaged 1');
    expect(brief).toContain('warning remarkAmount 1');
    expect(brief).toContain('warning inactive 1');
    expect(brief).toContain('warning ratioSummed 1');
    const weights = groups.map(({ severity }) => ['error', 'warning', 'note'].indexOf(severity));
    expect(weights).toEqual(weights.toSorted((a, b) => a - b));
  });

  it('can be written to a sheet, one line each, and taken back', async () => {
    const pane = await openPane([messy()]);
    await pane.commands.writeFindings.run();
    const lines = (await cellsOf(pane, '发现问题清单')).slice(2);
    expect(lines[0]).toEqual(['序号', '程度', '单元格', '企业名称', '问题', '原文', '读作', '建议', '核对结果']);
    expect(lines.some((line) => line[2] === 'C4' && String(line[7]).startsWith('可能是 91330111000000'))).toBe(true);
    expect(
      lines.some((line) => line[2] === 'D2' && line[5] === '１０' && line[6] === 10 && line[7] === '改为 10'),
    ).toBe(true);
    expect(told(pane)).toContain(`${String(lines.length - 1)} 条`);
    await pane.commands.undoWrite.run();
    expect((await pane.port.sheets()).map(({ name }) => name)).toEqual(['台账']);
  });

  it('reconciliation can be written too, with the difference', async () => {
    const pane = await openPane([messy()]);
    await pane.commands.writeReconciliation.run();
    const lines = (await cellsOf(pane, '对账表')).slice(3);
    const total = lines.find((line) => line[1] === 'F5');
    expect(total?.[4]).toBe(33);
    expect(Number(total?.[5]) + Number(total?.[6])).toBeCloseTo(33, 9);
    expect(lines.find((line) => line[1] === 'F3')?.slice(4, 7)).toEqual([9, 80, -71]);
  });
});

describe('tidying cells', () => {
  it('changes nothing unasked', async () => {
    const pane = await openPane([messy()]);
    const before = pane.port.book.sheet('台账').cells;
    expect(pane.state().understanding?.fixes.length).toBeGreaterThan(3);
    expect([...before]).toEqual([...(await openPane([messy()])).port.book.sheet('台账').cells]);
  });

  it('changes one kind, logs every cell, reads the ledger again, and takes all of it back', async () => {
    const pane = await openPane([messy()]);
    const before = await cellsOf(pane);
    const area = () => pane.state().understanding?.assessment.read.columns.get('landArea');
    const read = area();
    await pane.commands.applyFixes.run('numberText');
    expect((await cellsOf(pane)).map((line) => line.slice(3, 5)).slice(1, 3)).toEqual([
      [10, 40],
      [20, 1600],
    ]);
    const log = (await cellsOf(pane, '修改记录')).slice(3);
    expect(log.map((line) => line.slice(2, 7))).toEqual([
      ['D2', '甲公司', '面积', '１０', '10'],
      ['D3', '乙公司', '面积', '20', '20'],
      ['E3', '乙公司', '税收', '1,600', '1600'],
    ]);
    expect(area()).toEqual(read);
    expect(pane.state().understanding?.fixes.map(({ kind }) => kind)).not.toContain('numberText');
    expect(told(pane)).toBe('已整理 3 处，逐格记在工作表“修改记录”。按“撤销本次写入”可全部恢复。');
    await pane.commands.undoWrite.run();
    expect(await cellsOf(pane)).toEqual(before);
    expect((await pane.port.sheets()).map(({ name }) => name)).toEqual(['台账']);
    expect(pane.state().understanding?.fixes.map(({ kind }) => kind)).toContain('numberText');
  });

  it('changes all kinds at once', async () => {
    const pane = await openPane([messy()]);
    await pane.commands.applyFixes.run('all');
    expect((await cellsOf(pane))[1]?.slice(1, 4)).toEqual(['甲公司', CODE, 10]);
    expect(pane.state().understanding?.fixes).toEqual([]);
  });

  it('leaves formulas alone and says how many', async () => {
    const cells = [HEADERS, [1, '甲', '', '10', 40, '', '', ''], [2, '乙', '', '=文字', 40, '', '', '']];
    const pane = await openPane([{ name: '台账', cells }]);
    // The memory workbook gives every formula the value 0: make the second one look like text, as =TEXT(...) would.
    pane.port.book.sheet('台账').cells.set('2,3', { value: '20', formula: '=TEXT(20,"0")' });
    await pane.commands.refresh.run();
    await pane.commands.applyFixes.run('numberText');
    expect(told(pane)).toContain('已整理 1 处');
    expect(told(pane)).toContain('另有 1 处是公式');
    expect(pane.port.book.sheet('台账').cells.get('2,3')?.formula).toBe('=TEXT(20,"0")');
  });

  it('writes nothing when a cell was edited meanwhile, or the sheet is protected', async () => {
    const pane = await openPane([messy()]);
    pane.port.book.edit('台账', [1, 3], 11);
    await pane.commands.applyFixes.run('all');
    const protectedPane = await openPane([{ ...messy(), protected: true }]);
    const before = await cellsOf(protectedPane);
    await protectedPane.commands.applyFixes.run('all');
    expect(told(protectedPane)).toContain('受保护');
    expect(await cellsOf(protectedPane)).toEqual(before);
    expect((await protectedPane.port.sheets()).map(({ name }) => name)).toEqual(['台账']);
  });

  it('undoes the cells when the log cannot be written', async () => {
    const pane = await openPane([messy()]);
    const before = await cellsOf(pane);
    pane.port.book.refused.set('台账 修改记录', 'RequestAborted');
    await pane.commands.applyFixes.run('all');
    expect(pane.state().message?.intent).toBe('error');
    expect(await cellsOf(pane)).toEqual(before);
  });
});

describe('rows as units', () => {
  const twice = () =>
    ledger(
      [1, '甲公司', CODE, 10, 40, '', '', ''],
      [2, '乙公司', '', 20, 160, '', '', ''],
      [3, '甲公司', CODE, 30, 40, '', '', ''],
      [4, '丁公司', '', 5, 100, '', '注销', ''],
    );

  it('every row is judged by itself until a person says otherwise; the choice is kept in the workbook', async () => {
    const pane = await openPane([twice()]);
    await pane.commands.choosePolicy.run('shengzhou-2021');
    expect(pane.state().understanding?.assessment.dataRows).toEqual([0, 1, 2]);
    await pane.commands.setRules.run({ mergeEnterprises: true });
    expect(pane.state().understanding?.assessment.dataRows).toEqual([0, 1]);
    const later = paneOver(pane.port);
    await later.commands.open.run();
    expect(later.state().rules.mergeEnterprises).toBe(true);
    expect(later.state().understanding?.assessment.dataRows).toEqual([0, 1]);
  });

  it('results go to every row of a unit, and say with which row it was judged', async () => {
    const pane = await openPane([twice()]);
    await pane.commands.choosePolicy.run('shengzhou-2021');
    await pane.commands.setRules.run({ mergeEnterprises: true });
    await pane.commands.writeResults.run();
    const results = (await cellsOf(pane)).map((line) => line.slice(8));
    // 甲: 40 over 40 亩 is 1 万元/亩 on both of its rows; alone its first row has 4.
    expect(results[1]?.[0]).toBe(results[3]?.[0]);
    expect(results[3]?.at(-3)).toContain('与第 2 行合并判定。');
    expect(results[4]?.at(-3)).toBe('企业状态为“注销”，未参评。');
    expect(results[4]?.slice(0, -3).every((cell) => cell === '')).toBe(true);
  });

  it('formulas are refused while they would answer otherwise', async () => {
    const pane = await openPane([twice()]);
    await pane.commands.choosePolicy.run('shengzhou-2021');
    await pane.commands.chooseReading.run({ firms: 'apart' });
    await pane.commands.setWriteAs.run('formulas');
    await pane.commands.writeResults.run();
    expect(pane.state().message?.code).toBe('formulaByUnits');
    await pane.commands.setRules.run({ leaveOutInactive: false });
    await pane.commands.writeResults.run();
    expect(pane.state().message?.code).toBe('wroteColumns');
  });

  it('takes no rules from a workbook that are not ours', async () => {
    const first = await openPane([twice()]);
    await first.port.saveSetting('mujun.units', { mergeEnterprises: 'yes', shareParcels: true, other: true });
    const later = paneOver(first.port);
    await later.commands.open.run();
    expect(later.state().rules).toMatchObject({ mergeEnterprises: false, shareParcels: true });
    expect(later.state().rules).not.toHaveProperty('other');
  });
});

describe('what was said of columns', () => {
  const squares = (headers: CellValue[], rows: CellValue[][]): MemorySheetInput => ({
    name: '台账',
    cells: [headers, ...rows],
  });
  const answered = async () => {
    const pane = await openPane([
      squares(
        ['企业名称', '2023年用地面积', '2023年税收(万元)', '行业'],
        [
          ['甲', 20_000, 40, '纺织'],
          ['乙', 40_000, 50, '纺织'],
        ],
      ),
    ]);
    const answer = pane.state().understanding?.questions.find(({ code }) => code === 'unit')?.answers[1];
    if (!answer) throw new Error('no question');
    await pane.commands.answer.run(answer.choices);
    return pane.port.book.settings.get('mujun.columns') ?? '';
  };
  const nextYear = async (kept: string, headers: CellValue[], rows: CellValue[][]) => {
    const first = await openPane([squares(headers, rows)]);
    first.port.book.settings.set('mujun.columns', kept);
    await first.commands.refresh.run();
    return first.state();
  };

  it('is found again next year, in a moved column', async () => {
    const rows = [
      ['纺织', '甲', 41, 21_000],
      ['纺织', '乙', 51, 41_000],
    ];
    const state = await nextYear(await answered(), ['行业', '企业名称', '2024年税收(万元)', '2024年用地面积'], rows);
    expect(state.choices.get(3)?.unit?.text).toBe('亩');
    expect(state.understanding?.questions).toEqual([]);
  });

  it('is found with a column more', async () => {
    const headers = ['企业名称', '2024年用地面积', '2024年税收(万元)', '行业', '备注'];
    const state = await nextYear(await answered(), headers, [
      ['甲', 21_000, 41, '纺织', ''],
      ['乙', 41_000, 51, '纺织', ''],
    ]);
    expect(state.choices.get(1)?.unit?.text).toBe('亩');
  });

  it('is not found under a changed header', async () => {
    const headers = ['企业名称', '2024年占地面积', '2024年税收(万元)', '行业'];
    const state = await nextYear(await answered(), headers, [
      ['甲', 21_000, 41, '纺织'],
      ['乙', 41_000, 51, '纺织'],
    ]);
    expect(state.choices.size).toBe(0);
    expect(state.understanding?.questions.map(({ code }) => code)).toEqual(['unit']);
  });

  it('is not found in another table, nor read from what is not ours', async () => {
    const headers = ['项目名称', '2023年用地面积', '权利人', '批准日期', '责任单位'];
    const other = await nextYear(await answered(), headers, [
      ['甲', 20_000, '乙', '2021.6', '局'],
      ['丙', 30_000, '丁', '2021.7', '局'],
    ]);
    expect(other.choices.size).toBe(0);
    for (const odd of [
      '[]',
      '{"a":1}',
      '[null,{"headers":1},{"headers":["甲"],"choices":[{"header":5},null]}]',
      '"文字"',
    ]) {
      const state = await nextYear(odd, ['企业名称', '用地面积(亩)', '税收(万元)'], [['甲', 1, 1]]);
      expect(state.choices.size).toBe(0);
    }
  });
});

describe('doubts', () => {
  const questions = async (headers: CellValue[], ...rows: CellValue[][]) => {
    const { state } = await openPane([{ name: '台账', cells: [headers, ...rows] }]);
    return (state().understanding?.questions ?? []).map(({ code, header }) => `${code} ${header}`);
  };

  it('asks which of two columns that both say what they are', async () => {
    const asked = await questions(
      ['企业名称', '用地面积(亩)', '实缴税收(万元)', '全口径税收(万元)'],
      ['甲', 10, 40, 50],
    );
    expect(asked).toEqual(['whichColumn 实缴税收(万元)']);
  });

  it('asks what a bare header means where its cells leave it open, and not where they speak', async () => {
    const land = ['企业名称', '税收(万元)', '面积(亩)'];
    expect(await questions([...land, '类型'], ['甲', 40, 10, '一般'], ['乙', 40, 10, '特殊'])).toEqual([
      'meaning 类型',
    ]);
    expect(await questions([...land, '类型'], ['甲', 40, 10, '闲置'], ['乙', 40, 10, '批而未供'])).toEqual([]);
    expect(await questions([...land, '类型'], ['甲', 40, 10, 'A类'], ['乙', 40, 10, 'B类'])).toEqual([]);
    expect(await questions(['企业名称', '税收(万元)', '面积'], ['甲', 40, 10])).toEqual(['meaning 面积', 'unit 面积']);
  });

  it('asks when a unit that is named hardly fits', async () => {
    const asked = await questions(['企业名称', '用地面积(亩)', '税收(万元)'], ['甲', 20_000, 40], ['乙', 33_000, 50]);
    expect(asked).toEqual(['unitNamed 用地面积(亩)']);
    const small = await questions(
      ['企业名称', '用地面积(亩)', '税收'],
      ['甲', 120, 0.4],
      ['乙', 330, 3],
      ['丙', 200, 2],
    );
    expect(small).toEqual(['unit 税收']);
  });

  it('leaves hidden personal columns out and tells', async () => {
    const { state } = await openPane([
      {
        ...smallLedger({}),
        cells: [
          ['企业名称', '用地面积(亩)', '税收(万元)', '联系电话'],
          ['甲', 10, 40, '138'],
        ],
        hiddenColumns: [3],
      },
    ]);
    const found = state().understanding?.findings.find(({ code }) => code === 'hiddenColumn');
    expect(found?.cells.map(({ text }) => text)).toEqual(['联系电话']);
    expect(state().understanding?.mapping.headers.byField.has('contact')).toBe(false);
  });
});
