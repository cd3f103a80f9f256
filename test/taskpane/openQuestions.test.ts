import { describe, expect, it } from 'vitest';
import { openPackage } from '../../src/package/openPackage';
import { targetStock } from '../../src/taskpane/model/targets/targetStock';
import type { CellValue } from '../../src/workbook/port';
import { openPane, type OpenedPane } from './support/openPane';

/** Three figures of the land: which one counts only a person can tell. */
const CELLS: CellValue[][] = [
  ['所属镇街', '企业名称', '证载面积（亩）', '实测面积（亩）', '评价面积（亩）', '税收（万元）'],
  ['甲镇', '甲公司', 10.7, 11.3, 9.9, 82.9],
  ['甲镇', '乙公司', 20.2, 23.1, 21.4, 163.7],
  ['乙镇', '丙公司', 5.4, 7.6, 6.8, 19.2],
  ['乙镇', '丁公司', 8.9, 9.5, 8.7, 133.4],
];

async function asked(): Promise<OpenedPane> {
  const pane = await openPane([{ name: '台账', cells: CELLS }]);
  await pane.commands.choosePolicy.run('shengzhou-2021');
  expect(pane.state().understanding?.questions.map(({ about }) => about)).toContain('landArea');
  return pane;
}

const cellsOf = ({ port }: OpenedPane) => [...port.book.sheet('台账').cells.values()].map(({ value }) => value);

describe('while a question on the land is open', () => {
  it('writing asks first, and on a person’s word writes 待核实 in every row', async () => {
    const pane = await asked();
    await pane.commands.writeResults.run();
    expect(pane.state().message).toMatchObject({ code: 'questionsOpen', values: { count: 1 } });
    expect(cellsOf(pane)).toHaveLength(CELLS.flat().length);
    await pane.commands.writeAnyway.run();
    const written = cellsOf(pane).slice(CELLS.flat().length).map(String);
    expect(written.filter((text) => /^待核实/.test(text)).length).toBeGreaterThanOrEqual(4);
    expect(written.some((text) => /^(?:重点|不纳入)/.test(text))).toBe(false);
  });

  it('what-if and targets have no row of it, and copies say 待核实', async () => {
    const pane = await asked();
    const { assessment } = pane.state().understanding ?? {};
    expect(assessment?.incomplete).toHaveLength(4);
    const stock = targetStock(pane.state(), 2024);
    expect((stock?.rows ?? []).filter(({ area }) => !Number.isNaN(area))).toEqual([]);
    await pane.commands.checkLeaving.run();
    await pane.commands.makeCopies.run();
    const files = pane.state().share.made?.files ?? [];
    expect(files.length).toBeGreaterThan(0);
    for (const { bytes } of files) {
      const [ledger] = openPackage(bytes).model.sheets;
      const lines = [...(ledger?.cells.values() ?? [])];
      const texts = lines.flatMap((line) => [...line.values()].map(({ value }) => String(value)));
      expect(texts).toContain('档位（研判）');
      expect(texts.some((text) => /^(?:重点排查|重点检查|重点指导|不纳入)$/.test(text))).toBe(false);
    }
  });

  it('answered, everything is there', async () => {
    const pane = await asked();
    const [question] = pane.state().understanding?.questions ?? [];
    await pane.commands.answer.run(question?.answers[0]?.choices ?? new Map());
    expect(pane.state().understanding?.questions).toEqual([]);
    expect(pane.commands.writeAnyway.enabled(pane.state())).toBe(false);
    await pane.commands.writeResults.run();
    expect(pane.state().message?.code).toBe('wroteColumns');
    // 82.9 ÷ 10.7, 163.7 ÷ 20.2, 19.2 ÷ 5.4 and 133.4 ÷ 8.9, if it is the first that counts.
    const tiers = cellsOf(pane).filter((value) => /^(?:重点..|不纳入)$/.test(String(value)));
    expect(tiers).toHaveLength(4);
  });
});

describe('tidying', () => {
  it('is not offered for a cell whose reading is in doubt, and is for its plain neighbours', async () => {
    const cells: CellValue[][] = [
      ['企业名称', '用地面积（亩）', '税收（万元）'],
      ...[12.4, 18.9, 22.3, 15.7, 9.6].map((land, at): CellValue[] => [
        `第${String(at)}机械有限公司`,
        land,
        land * (5 + at),
      ]),
      ['末尾机械有限公司', '１１.５', '15人'],
    ];
    const pane = await openPane([{ name: '台账', cells }]);
    const fixes = pane.state().understanding?.fixes ?? [];
    expect(fixes.map(({ row, column }) => [row, column])).toEqual([[5, 1]]);
  });
});
