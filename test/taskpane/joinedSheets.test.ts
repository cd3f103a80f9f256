import { describe, expect, it } from 'vitest';
import type { CellValue } from '../../src/workbook/port';
import { openPane, type OpenedPane } from './support/openPane';
import { typed } from './support/typed';

/** 规上 in 亩 and 万元; 规下 with its own heads, in another order, in ㎡ and 元. */
const LARGE: CellValue[][] = [
  ['企业名称', '统一社会信用代码', '用地面积（亩）', '实缴税收（万元）', '备注'],
  ['甲机械有限公司', '91330402255741986U', 10.7, 41.3, ''],
  ['乙机械有限公司', '91330402667499460F', 20.2, 363.1, ''],
  ['丙机械有限公司', '91320585571667335F', 15.9, 97.4, ''],
];
const SMALL: CellValue[][] = [
  ['规下企业', '', '', '', ''],
  ['序号', '单位名称', '缴纳税金（元）', '信用代码', '占地面积（平方米）'],
  [1, '丁纺织有限公司', 213_000, '91330106MA27XL1P0N', 4333.55],
  [2, '戊纺织有限公司', 587_400, '91330106MA28A0CB7X', 2786.9],
  [3, '己纺织有限公司', 98_700, '91330106MA2B1F3R5T', 5120.4],
];

async function opened(): Promise<OpenedPane> {
  const pane = await openPane([
    { name: '规上', cells: LARGE },
    { name: '规下', cells: SMALL },
  ]);
  await pane.commands.choosePolicy.run('shengzhou-2021');
  return pane;
}

async function gridOf({ port }: OpenedPane, name: string): Promise<readonly (readonly CellValue[])[]> {
  const sheet = (await port.sheets()).find((one) => one.name === name);
  return (sheet && (await port.readFormulas(sheet.id))?.formulas) ?? [];
}

describe('two sheets of one ledger with columns and units of their own', () => {
  it('are read as one, each in its own place', async () => {
    const { source, understanding } = (await opened()).state();
    expect(source?.pieces.map(({ contents }) => contents.sheet.name)).toEqual(['规上', '规下']);
    const land = understanding?.assessment.read.columns.get('landArea');
    expect(land?.kind === 'number' && [...land.values].map((mu) => Math.round(mu * 100) / 100)).toEqual([
      10.7,
      20.2,
      15.9,
      ...[4333.55, 2786.9, 5120.4].map((metres) => Math.round((metres * 3) / 20) / 100),
    ]);
  });

  it('on 标准台账 each row watches its own cells as they stand, in their own columns and units', async () => {
    const pane = await opened();
    await pane.commands.writeCleanLedger.run();
    const grid = await gridOf(pane, '标准台账');
    const top = grid.findIndex((line) => line.includes('来源行'));
    const heads = (grid[top] ?? []).map(String);
    const line = grid[top + 1 + 3] ?? [];
    expect(line[heads.indexOf('来源行')]).toBe('规下 第3行');
    const changed = String(line[heads.indexOf('原表是否已变')]);
    expect(changed).toContain("'规下'!E3,");
    expect(changed).toContain("'规下'!C3,");
    const land = heads.findIndex((head) => head.startsWith('原值：') && head.includes('面积'));
    expect(line[land]).toBe(4333.55);
  });

  it('comes back from a copy: a name goes to its own column, a figure in another unit is not written over', async () => {
    const pane = await opened();
    await pane.commands.setShare.run({
      by: 'whole',
      rule: { personal: 'leaveOut', tax: 'show', identity: 'show', others: 'locked' },
    });
    await pane.commands.checkLeaving.run();
    await pane.commands.makeCopies.run();
    const [copy] = pane.state().share.made?.files ?? [];
    if (!copy) throw new Error('no copy');
    const bytes = typed(copy.bytes, [
      [4 + 3, '用地面积（亩）', 7],
      [4 + 1, '实缴税收（万元）', 360],
    ]);
    await pane.commands.collect.run([{ name: 'a.xlsx', bytes: () => Promise.resolve(bytes) }]);
    const changes = pane.state().share.collected?.result.changes ?? [];
    expect(changes.map(({ row, kind }) => [row, kind]).toSorted()).toEqual([
      [1, 'there'],
      [3, 'formula'],
    ]);
    await pane.commands.applyMerge.run();
    expect((await gridOf(pane, '规上'))[2]?.[3]).toBe(360);
    expect(await gridOf(pane, '规下')).toEqual(SMALL);
  });
});

const firm = (of: string, at: number) => `${of}第${String(at + 1)}机械有限公司`;
const SALES: CellValue[][] = [
  ['序号', '转让时间', '转让方', '受让方', '面积（亩）', '税收（万元）'],
  ...Array.from({ length: 6 }, (_, at): CellValue[] => [
    ...[at + 1, `2023-0${String(at + 1)}-18`, firm('东海', at), firm('江南', at), 11 + 3 * at, 60 + 7 * at],
  ]),
];

describe('a list of sales beside a ledger', () => {
  it.each([
    ['one', [SALES]],
    ['two of the same columns', [SALES, SALES.map((row, at) => (at === 0 ? [...row, '备注'] : row.map(elsewhere)))]],
  ])('%s: whose rows they are is one question, no day is offered, and all steps count the same', async (_, lists) => {
    const pane = await openPane([
      { name: '规上', cells: LARGE },
      ...lists.map((cells, at) => ({ name: `转让${String(at + 1)}`, cells })),
    ]);
    await pane.commands.choosePolicy.run('shengzhou-2021');
    const { source, understanding } = pane.state();
    expect(understanding?.questions.map(({ about }) => about)).toEqual(['enterprise']);
    expect(understanding?.questions[0]?.answers.map(({ text }) => text)).toEqual(['转让方', '受让方', '']);
    const counted = source?.pieces.reduce((sum, { located }) => sum + located.dataRows, 0);
    expect(understanding?.assessment.dataRows).toHaveLength(counted ?? 0);
    const buyers = understanding?.questions[0]?.answers[1]?.reading;
    await pane.commands.chooseReading.run(buyers ?? {});
    expect(pane.state().understanding?.questions).toEqual([]);
    expect(pane.state().understanding?.assessment.dataRows).toHaveLength(counted ?? 0);
  });
});

function elsewhere(cell: CellValue): CellValue {
  return typeof cell === 'string' ? cell.replace('第', '新') : cell;
}
