import { expect, it } from 'vitest';
import type { CellValue } from '../../src/workbook/port';
import { openPane } from './support/openPane';

const ROWS: CellValue[][] = [
  ['企业名称', '所属镇街', '用地面积(亩)', '税收(万元)', '等级', '符合规划', '建筑质量'],
  ['甲公司', '甲镇', 10, 40, 'B', '是', '差'],
  ['乙公司', '甲镇', 20, 100, 'D', '是', '好'],
  ['丙公司', '乙镇', 50, 100, 'D', '是', '差'],
];

/** The headings of the sheets that are made of a ledger with this title: the list's and the target sheet's. */
async function headings(title: string): Promise<readonly (CellValue | undefined)[]> {
  const pane = await openPane([{ name: '台账', cells: [[title, '', '', '', '', '', ''], ...ROWS] }]);
  await pane.commands.choosePolicy.run('shengzhou-2021');
  await pane.commands.setAsOf.run('2023-06-30');
  await pane.commands.makeList.run('stock-batches');
  await pane.commands.split.run();
  await pane.commands.generateTargets.run();
  const texts = pane.port.book.sheets.slice(1).flatMap(({ cells }) => [...cells.values()].map(({ value }) => value));
  return ['工业用地底数清单', '年度目标依据'].map((end) => texts.find((text) => String(text).endsWith(end)));
}

it.each([
  ['浙江省嵊州市2023年度工业企业亩均效益综合评价台账', '浙江省嵊州市'],
  ['嵊 州 市2023年度工业企业亩均效益综合评价台账', '嵊州市'],
  ['2023年度上海市嘉定区工业用地台账', '上海市嘉定区'],
  ['工业企业亩均效益综合评价台账', ''],
])('a list and a target sheet made of “%s” name the same place', { timeout: 60_000 }, async (title, place) => {
  expect(await headings(title)).toEqual([`${place}工业用地底数清单`, `${place}2023年度目标依据`]);
});
