import { describe, expect, it } from 'vitest';
import { groundsOf } from '../../src/taskpane/model/verdict/rowDetail';
import { parcelColumns, groupWords } from '../../src/taskpane/model/simulation/parcelColumns';
import { inefficientOptions } from '../../src/taskpane/model/simulation/inefficient';
import { targetStock } from '../../src/taskpane/model/targets/targetStock';
import { fromTopLeft } from '../../src/taskpane/plans/lists/listSheets';
import { openPane, type OpenedPane } from './support/openPane';

const HEADS = ['企业名称', '统一社会信用代码', '镇街', '用地面积(亩)', '税收(万元)', '评价等级', '是否规上', '备注'];
const ROWS = [
  ['甲公司', '91330402255741986U', '甲镇', 10, 400, 'A', '是', ''],
  ['乙公司', '91320585MA1XYL3K6F', '乙镇', 20, 60, 'B', '是', ''],
  ['丙公司', '913205853197710851', '丙镇', 8, '', 'C', '否', ''],
];

async function decided(typed: Readonly<Record<string, { readonly row: number; readonly word: string }>>) {
  const pane = await openPane([{ name: '台账', cells: [HEADS, ...ROWS] }]);
  await pane.commands.choosePolicy.run('shengzhou-2021');
  const system = pane.state().understanding;
  await pane.commands.writeCleanLedger.run();
  for (const [head, { row, word }] of Object.entries(typed)) await type(pane, head, row, word);
  return { pane, system };
}

async function type({ port }: OpenedPane, head: string, row: number, word: string): Promise<void> {
  const sheet = (await port.sheets()).find(({ name }) => name === '标准台账');
  const held = sheet ? fromTopLeft((await port.readFormulas(sheet.id)) ?? { area: ZERO, formulas: [] }) : [];
  const header = held.findIndex((line) => line.includes(head));
  port.book.edit('标准台账', [header + 1 + row, (held[header] ?? []).indexOf(head)], word);
}

const raise = (): never => {
  throw new Error('nothing was understood');
};

const ZERO = { row: 0, column: 0, rows: 0, columns: 0 };

const counts = (bars: readonly { filter: { key: string }; rows: readonly number[] }[] = []) =>
  Object.fromEntries(bars.filter(({ rows }) => rows.length > 0).map(({ filter, rows }) => [filter.key, rows]));

describe("people's conclusions on 标准台账", () => {
  it('make results stale until the ledger is read again', async () => {
    const { pane } = await decided({ 人工结论: { row: 0, word: '功能转型' } });
    expect(pane.state().stale).toBe(true);
    await pane.commands.refresh.run();
    expect(pane.state().stale).toBe(false);
  });

  it('are not forgotten where reading them is stopped: everything stays as it was', async () => {
    const { pane } = await decided({ 人工结论: { row: 0, word: '功能转型' } });
    await pane.commands.refresh.run();
    const before = pane.state();
    pane.port.book.edit('台账', [1, 4], 500);
    const readFormulas = pane.port.readFormulas.bind(pane.port);
    Object.assign(pane.context.port, {
      readFormulas: (...asked: Parameters<typeof readFormulas>) => {
        pane.context.stopping.abort();
        return readFormulas(...asked);
      },
    });
    await pane.commands.refresh.run();
    expect(pane.state().message?.code).toBe('stopped');
    expect(pane.state().understanding).toBe(before.understanding);
    expect(pane.state().source).toBe(before.source);
    expect(pane.state().stale).toBe(true);
    Object.assign(pane.context.port, { readFormulas });
    await pane.commands.refresh.run();
    const [path] = groundsOf(pane.state().understanding?.assessment ?? raise(), 0).filter(
      ({ kind }) => kind === 'path',
    );
    expect(path?.concluded).toBe('功能转型');
    expect(pane.state().stale).toBe(false);
  });

  it('count in 判定 in place of the system’s answers, which stand beside them', async () => {
    const { pane, system } = await decided({
      人工结论: { row: 0, word: '功能转型' },
      人工档位: { row: 2, word: '整治提升' },
    });
    await pane.commands.refresh.run();
    const now = pane.state().understanding;
    if (!now || !system) throw new Error('nothing was understood');
    expect(counts(system.pathBars)['功能转型'] ?? []).not.toContain(0);
    expect(counts(now.pathBars)['功能转型']).toContain(0);
    expect(counts(system.tierBars)['']).toEqual([2]);
    expect(counts(now.tierBars)['整治提升']).toContain(2);
    expect(counts(now.tierBars)['']).toBeUndefined();
    const [before] = groundsOf(system.assessment, 0).filter(({ kind }) => kind === 'path');
    const [after] = groundsOf(now.assessment, 0).filter(({ kind }) => kind === 'path');
    expect(after).toEqual({ ...before, concluded: '功能转型' });
  });

  it('reach the groups of 推演, what is inefficient, and the stock of 目标', async () => {
    const { pane } = await decided({ 人工结论: { row: 1, word: '关停退出' } });
    await pane.commands.refresh.run();
    const { source, understanding, simulation } = pane.state();
    if (!source || !understanding) throw new Error('nothing was understood');
    const { assessment } = understanding;
    const { path } = parcelColumns(source, assessment, simulation.scenario);
    expect(groupWords(assessment, 'path')[path?.[1] ?? 0]).toBe('关停退出');
    const option = inefficientOptions(assessment, ['path:关停退出']).find(({ key }) => key === 'path:关停退出');
    expect(option).toMatchObject({ count: 1, area: 20, chosen: true });
    expect(targetStock(pane.state(), 2024)?.rows[1]?.path).toBe('关停退出');
  });

  it('leave tiers and paths that are written beside the ledger to the system', async () => {
    const { pane, system } = await decided({ 人工结论: { row: 0, word: '功能转型' } });
    await pane.commands.refresh.run();
    const judged = pane.state().understanding?.assessment.paths?.decisions.rule;
    expect(judged).toEqual(system?.assessment.paths?.decisions.rule);
  });
});
