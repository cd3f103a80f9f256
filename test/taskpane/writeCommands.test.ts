import { describe, expect, it } from 'vitest';
import { paneText } from '../../src/text/pane';
import { previewPlace } from '../../src/taskpane/plans/results/planResults';
import { type MemorySheetInput, memoryValues } from '../workbook/memoryBook';
import { SHENGYUE, TAIPU } from '../support/fixtureSheet';
import { fixtureSheets, openPane, paneOver, type OpenedPane } from './support/openPane';
import { smallLedger } from './support/smallLedger';

const told = ({ state }: OpenedPane) => {
  const { message } = state();
  return message && paneText('zh-CN')(message.code, message.values);
};

async function judged(sheets: readonly MemorySheetInput[], policy = 'shengzhou-2021'): Promise<OpenedPane> {
  const pane = await openPane(sheets);
  await pane.commands.choosePolicy.run(policy);
  await pane.commands.setAsOf.run('2023-06-30');
  return pane;
}

const valuesAt = ({ port }: OpenedPane, sheet: string, row: number, column: number, size: [number, number]) =>
  memoryValues(port.book.sheet(sheet), { row, column, rows: size[0], columns: size[1] });

describe('writing 标准台账', () => {
  it('adds a sheet of formulas beside the ledger, once, and takes it back', async () => {
    const pane = await judged([smallLedger({})]);
    pane.port.book.put(pane.port.book.sheet('台账'), [2, 3], '=1+1', true);
    await pane.commands.refresh.run();
    const before = valuesAt(pane, '台账', 0, 0, [4, 7]);
    await pane.commands.writeCleanLedger.run();
    expect(told(pane)).toBe('已写入新工作表“标准台账”：3 户。原表没有改动。');
    const sheet = pane.port.book.sheet('标准台账');
    expect(valuesAt(pane, '标准台账', 4, 2, [1, 3])).toEqual([[5, 10, 15]]);
    expect(sheet.cells.get('7,6')?.formula).toBe('=IF(OR(E8="",F8=""),"",ROUND(F8/E8,9))');
    const tier = 'IF(G8<=$C$5,"重点排查",IF(G8<=$D$5,"重点检查",IF(G8<=$E$5,"重点指导","不纳入")))';
    expect(sheet.cells.get('7,16')?.formula).toContain(tier);
    // Text that looks like a formula stays text.
    const texts = [...sheet.cells.values()].filter(({ value }) => value === '=1+1');
    expect(texts.map(({ formula }) => formula)).toEqual([undefined]);
    await pane.commands.writeCleanLedger.run();
    expect(told(pane)).toBe('“标准台账”与台账一致，没有需要更新的。');
    await pane.commands.undoWrite.run();
    expect(pane.port.book.sheets.map(({ name }) => name)).toEqual(['台账']);
    expect(valuesAt(pane, '台账', 0, 0, [4, 7])).toEqual(before);
  });

  it('does without a policy, and writes nothing when the ledger was edited since', async () => {
    const pane = await openPane([smallLedger({})]);
    await pane.commands.writeCleanLedger.run();
    const [names] = valuesAt(pane, '标准台账', 3, 0, [1, 9]);
    expect(names?.slice(4)).toEqual(['面积（亩）', '税收（万元）', '亩均税收（万元/亩）', '等级', '认定状态']);
    pane.port.book.put(pane.port.book.sheet('台账'), [1, 3], 900);
    await pane.commands.writeCleanLedger.run();
    expect(told(pane)).toContain('读取之后台账又有改动');
  });
});

describe('writing values', () => {
  it('puts tier, path, grounds and clause right of the ledger, under names that say they are preliminary', async () => {
    const pane = await judged([smallLedger({})]);
    await pane.commands.writeResults.run();
    const [names, first, second, third] = valuesAt(pane, '台账', 0, 7, [4, 4]);
    expect(names?.[0]).toBe('亩均税收档位\n（系统初步研判，须经认定）');
    expect([first, second, third].map((row) => row?.slice(0, 2))).toEqual([
      ['重点排查', '拆除重建'],
      ['重点检查', '整治提升'],
      ['不纳入', '保留'],
    ]);
    expect(first?.[2]).toMatch(/^档位：亩均税收 4\.00 万元\/亩.*二\(一\)1.*路径：.*列为“拆除重建”/);
    expect(told(pane)).toBe('已写入 H:L 列：3 户，其中 0 户还有待核实的内容。原表没有改动。');
  });

  it('notes the policy and its status above the names where there is a row for it', async () => {
    const pane = await judged(fixtureSheets(SHENGYUE));
    await pane.commands.writeResults.run();
    const [note, names] = valuesAt(pane, '亩均评价台账', 2, 27, [2, 5]);
    expect(note).toEqual(['系统初步研判，须经认定（嵊州2021，征求意见稿，基准日 2023-06-30）', '', '', '', '']);
    expect(names).toEqual(['亩均税收档位', '改造路径', '理由及依据', '依据条款', '依据类别']);
  });

  it('leaves every cell of the ledger as it was', async () => {
    const pane = await judged(fixtureSheets(SHENGYUE));
    const before = valuesAt(pane, '亩均评价台账', 0, 0, [1215, 27]);
    await pane.commands.writeResults.run();
    expect(valuesAt(pane, '亩均评价台账', 0, 0, [1215, 27])).toEqual(before);
  });

  it('does not write the same twice, and puts new results where its own old ones were', async () => {
    const pane = await judged([smallLedger({})]);
    await pane.commands.writeResults.run();
    await pane.commands.writeResults.run();
    expect(told(pane)).toContain('不再重写');
    await pane.commands.choosePolicy.run('jiaxing-2024');
    await pane.commands.writeResults.run();
    const [names] = valuesAt(pane, '台账', 0, 7, [1, 5]);
    expect(names?.map((name) => String(name).split('\n')[0])).toEqual([
      ...['改造路径', '理由及依据', '依据条款', '依据类别', ''],
    ]);
  });

  it('writes nothing when cells were changed behind its back', async () => {
    const pane = await judged([smallLedger({})]);
    pane.port.book.put(pane.port.book.sheet('台账'), [1, 3], 900);
    await pane.commands.writeResults.run();
    expect(told(pane)).toContain('读取之后台账又有改动');
    expect(pane.state().stale).toBe(true);
    expect(valuesAt(pane, '台账', 0, 7, [1, 1])).toEqual([['']]);
  });

  it('takes back what it wrote, but not over an edit', async () => {
    const pane = await judged([smallLedger({})]);
    await pane.commands.writeResults.run();
    pane.port.book.edit('台账', [1, 7], '人工认定');
    await pane.commands.undoWrite.run();
    expect(told(pane)).toContain('H2');
    pane.port.book.edit('台账', [1, 7], '重点排查');
    await pane.commands.undoWrite.run();
    expect(told(pane)).toBe('已撤销：H:L 恢复为写入前的样子。');
    expect(
      valuesAt(pane, '台账', 0, 7, [4, 5])
        .flat()
        .every((value) => value === ''),
    ).toBe(true);
  });

  it('leaves earlier results out of the ledger when it is opened again', async () => {
    const pane = await judged([smallLedger({})]);
    await pane.commands.writeResults.run();
    const later = paneOver(pane.port);
    await later.commands.open.run();
    expect(later.state().source?.body.columns).toBe(7);
    expect(later.state().source?.results).toMatchObject({ column: 7, columns: 5 });
    await later.commands.choosePolicy.run('shengzhou-2021');
    expect(previewPlace(later.state())).toMatchObject({ kind: 'columns', body: { column: 7 }, isUpdate: true });
    await later.commands.setWriteTo.run('beside');
    expect(previewPlace(later.state())).toMatchObject({ kind: 'columns', body: { column: 12 } });
  });

  it('brings results of an earlier session up to date where they stand, and takes that back', async () => {
    const pane = await judged([smallLedger({})]);
    await pane.commands.writeResults.run();
    const before = valuesAt(pane, '台账', 0, 0, [4, 20]);
    pane.port.book.edit('台账', [1, 3], 9000);
    const later = paneOver(pane.port);
    await later.commands.open.run();
    await later.commands.choosePolicy.run('shengzhou-2021');
    await later.commands.writeResults.run();
    expect(told(later)).toContain('已写入 H:L 列');
    const after = valuesAt(later, '台账', 0, 0, [4, 20]);
    expect(after.map((line) => line.slice(12))).toEqual(before.map((line) => line.slice(12)));
    expect(after[1]?.[7]).not.toBe(before[1]?.[7]);
    expect([after[2]?.slice(7), after[3]?.slice(7)]).toEqual([before[2]?.slice(7), before[3]?.slice(7)]);
    await later.commands.undoWrite.run();
    expect(valuesAt(later, '台账', 1, 7, [3, 5])).toEqual(before.slice(1).map((line) => line.slice(7, 12)));
  });

  it('takes up formulas of an earlier session as formulas, until a person says otherwise', async () => {
    const pane = await judged([smallLedger({})]);
    await pane.commands.setWriteAs.run('formulas');
    await pane.commands.writeResults.run();
    const later = paneOver(pane.port);
    await later.commands.open.run();
    await later.commands.choosePolicy.run('shengzhou-2021');
    expect(later.state().writeAs).toBe('formulas');
    expect(previewPlace(later.state())).toMatchObject({ kind: 'columns', body: { column: 7 }, isUpdate: true });
    await later.commands.setWriteAs.run('values');
    await later.commands.refresh.run();
    expect(later.state().writeAs).toBe('values');
  });

  it('takes the first free run of columns where a person’s own formula stands at the right', async () => {
    const pane = await judged([smallLedger({})]);
    pane.port.book.edit('台账', [2, 8], 1);
    await pane.commands.refresh.run();
    expect(previewPlace(pane.state())).toMatchObject({ kind: 'columns', body: { column: 9 } });
  });
});

describe('the clause beside the grounds', () => {
  it('names every answer’s clause, and leaves no cell blank that long grounds could run over', async () => {
    const small = smallLedger({ taxes: [40, '', 100] });
    const status = ['企业状态', '正常', '正常', '注销'];
    const cells = (small.cells ?? []).map((row, index) => [...row, status[index] ?? '']);
    const pane = await judged([{ ...small, cells }]);
    await pane.commands.writeResults.run();
    const rows = valuesAt(pane, '台账', 1, 8, [3, 4]);
    expect(rows.map((row) => row[3])).toEqual(['二(一)1；二(三)1', '—', '—']);
    expect(rows[0]?.[2]).toContain('二(三)1：“对符合土地利用总体规划');
    expect(rows[1]?.[2]).toContain('补填后重新计算');
    expect(rows[2]?.[2]).toBe('企业状态为“注销”，未参评。');
  });

  it('knows columns that an earlier version wrote, without a clause, and writes beside them', async () => {
    const small = smallLedger({});
    const earlier = ['亩均税收档位\n（系统初步研判，须经认定）', '改造路径', '理由及依据'];
    const cells = (small.cells ?? []).map((row, index) => [
      ...row,
      ...(index === 0 ? earlier : ['不纳入', '保留', '…']),
    ]);
    const pane = await judged([{ ...small, cells }]);
    expect(pane.state().source?.results).toMatchObject({ column: 7, columns: 3 });
    await pane.commands.writeResults.run();
    const later = paneOver(pane.port);
    await later.commands.open.run();
    expect(later.state().source?.body.columns).toBe(7);
    expect(later.state().source?.results).toMatchObject({ column: 7, columns: 8 });
  });
});

describe('a new sheet instead', () => {
  it('holds one line per data row of an Excel table, with row number, name and key', async () => {
    const pane = await judged(fixtureSheets(TAIPU), 'taicang-2023');
    expect(previewPlace(pane.state())).toEqual({ kind: 'newSheet', why: 'inTable' });
    await pane.commands.writeResults.run();
    const [title, note, names, first] = valuesAt(pane, '判定结果', 0, 0, [4, 10]);
    expect(title?.[0]).toContain('判定结果');
    expect(note?.[0]).toContain('系统初步研判，须经认定（太仓2023，有效，基准日 2023-06-30）');
    expect(names?.slice(0, 5)).toEqual(['原表行号', '企业名称', '统一社会信用代码', '地块编码', '镇街']);
    expect(first?.[0]).toBe(4);
    expect(valuesAt(pane, '判定结果', 802, 0, [2, 1])).toEqual([[803], ['']]);
  });

  it.each([
    { why: 'protected', sheet: { ...smallLedger({}), protected: true } },
    {
      why: 'noRoom',
      sheet: {
        ...smallLedger({}),
        cells:
          smallLedger({}).cells?.map((row, index) => [
            ...row,
            '',
            ...Array<string>(70).fill(index === 2 ? '勿动' : ''),
          ]) ?? [],
      },
    },
  ])('is used when the sheet has $why', async ({ why, sheet }) => {
    const pane = await judged([sheet]);
    expect(previewPlace(pane.state())).toEqual({ kind: 'newSheet', why });
  });
});

describe('writing formulas', () => {
  const formulasOf = ({ port }: OpenedPane, sheet: string) =>
    [...port.book.sheet(sheet).cells.values()].flatMap(({ formula }) => (formula === undefined ? [] : [formula]));

  async function written(sheet: MemorySheetInput, policy?: string): Promise<{ pane: OpenedPane; formulas: string[] }> {
    const pane = await judged([sheet], policy);
    await pane.commands.setWriteAs.run('formulas');
    await pane.commands.writeResults.run();
    return { pane, formulas: formulasOf(pane, sheet.name) };
  }

  it('gives what the formulas spill of 距下一档 the decimals that amounts have', async () => {
    const { pane } = await written(smallLedger({}));
    const contents = await pane.port.read((await pane.port.sheets())[0]?.id ?? '');
    const at = contents?.values[0]?.findIndex((name) => String(name).startsWith('距下一档')) ?? -1;
    expect(contents?.formats?.slice(1).map((line) => line[at])).toEqual(['#,##0.00', '#,##0.00', '#,##0.00']);
  });

  it('writes one spilling formula per result, with the policy and the base date', async () => {
    const { formulas } = await written(smallLedger({}));
    expect(formulas).toEqual([
      '=MUJUN_TIER(IF(D2:D4="","",D2:D4),IF(C2:C4="","",C2:C4),"嵊州2021",,"2023-06-30")',
      '=RENEWAL_PATH($A$1:$G$1,IF(A2:G4="","",A2:G4),"嵊州2021","2023-06-30")',
      '=MUJUN_RENEWAL_WHY($A$1:$G$1,IF(A2:G4="","",A2:G4),"嵊州2021","2023-06-30")',
    ]);
  });

  it('converts a unit in the formula, for text too', async () => {
    const sheet = smallLedger({ area: '用地面积（平方米）', areas: [10_000, '20,000', 5000] });
    const { formulas } = await written(sheet);
    expect(formulas[0]).toContain('IF(ISNUMBER(C2:C4),C2:C4*3/2000,IF(C2:C4="","",C2:C4&"平方米"))');
  });

  it('puts into the headers what only a person or the unit line says', async () => {
    const sheet = smallLedger({ area: '用地面积', areas: [10_000, 20_000, 5000], note: '单位：平方米、万元' });
    const { formulas } = await written(sheet);
    expect(formulas[1]).toContain('IF(COLUMN($A$2:$G$2)=3,"用地面积（平方米）",$A$2:$G$2)');
  });

  it('gives subtotals no tier', async () => {
    const cells = [...(smallLedger({}).cells ?? []), ['合计', '', 35, 300, '', '', '']];
    const { pane, formulas } = await written({ name: '台账', cells });
    expect(formulas[0]).toMatch(/^=IF\(I2:I5="","",MUJUN_TIER\(/);
    expect(pane.state().understanding?.assessment.dataRows).toEqual([0, 1, 2]);
  });

  it('keeps errors in cells from spreading', async () => {
    const { formulas } = await written(smallLedger({ taxes: [40, '#DIV/0!', 100] }));
    expect(formulas[1]).toContain('IFERROR(IF(A2:G4="","",A2:G4),"")');
  });

  it('refuses where a formula would answer otherwise: a tax of 0 is a blank to it', async () => {
    const { pane, formulas } = await written(smallLedger({ taxes: [0, 160, 100] }));
    expect(formulas).toEqual([]);
    expect(told(pane)).toContain('如第 2 行核算为“重点排查”，公式为“待核实：税收为 0 或空白”');
  });

  it('is not offered where Excel has no custom functions', async () => {
    const pane = await openPane([smallLedger({})], { customFunctions: false });
    await pane.commands.setWriteAs.run('formulas');
    expect(pane.state().writeAs).toBe('values');
  });
});

describe('an Excel that claims custom functions and shows #NAME?', () => {
  it('is told once, writes values from then on, and turns the formulas into values on request', async () => {
    const pane = await judged([smallLedger({})]);
    const { port, commands, state } = pane;
    const write = port.write.bind(port);
    Object.assign(port, {
      write: async (plan: Parameters<typeof write>[0]) => {
        const outcome = await write(plan);
        const ours = plan.blocks.some(({ formulas = [] }) => formulas.some((line) => line.join('').includes('MUJUN_')));
        return outcome.kind === 'done' && ours ? { ...outcome, nameUnknown: true as const } : outcome;
      },
    });
    await commands.setWriteAs.run('formulas');
    await commands.writeResults.run();
    expect(told(pane)).toContain('#NAME?');
    expect(state().customFunctions).toBe(false);
    expect(commands.writeAsValues.enabled(state())).toBe(true);
    await commands.writeAsValues.run();
    expect(told(pane)).toContain('原表没有改动');
    const formulas = [...port.book.sheet('台账').cells.values()].filter(({ formula }) => formula?.includes('MUJUN_'));
    expect(formulas).toEqual([]);
    expect(commands.writeAsValues.enabled(state())).toBe(false);
  });
});
