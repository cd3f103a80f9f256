import { readdirSync, readFileSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import type { PolicyTexts } from '../../src/engine/policy/readFolder';
import type { CellValue } from '../../src/workbook/port';
import { openPane } from './support/openPane';

// A folder that is not in the repository's own packs: columns, words for what is not named, measures, and a list of them.
vi.mock('#policies', async (original) => {
  const { default: built } = await original<{ default: object }>();
  const { readFolder } = await import('../../src/engine/policy/readFolder');
  const own = new URL('../fixtures/policies/linxian-2026/', import.meta.url);
  const texts = readdirSync(own).map((name) => [name.replace('.yaml', ''), readFileSync(new URL(name, own), 'utf8')]);
  return { default: { ...built, 'linxian-2026': readFolder(Object.fromEntries(texts) as PolicyTexts) } };
});

const HEADERS = [
  ...['企业名称', '税收(万元)', '上年税收', '用地面积(亩)', '容积率', '行业', '规模', '企业成立日期'],
  ...['2024年等级', '2023年等级', '营业收入', 'COD排放量', '技术改造投资'],
];
const rowOf = (name: string, tax: number, before: string): CellValue[] => [
  ...[name, tax, 100, 10, 1.2, '纺织业', '是', '2010-01-01', before, before, 1000, 1, 250],
];
const ROWS = Array.from({ length: 12 }, (_, at) => rowOf(`企业${String(at)}`, 140 - at, at === 3 ? 'D' : 'B'));

it('a city’s own columns and measures in the pane: read, judged, on 标准台账, in results and in its list', async () => {
  const pane = await openPane([{ name: '台账', cells: [HEADERS, ...ROWS] }]);
  await pane.commands.choosePolicy.run('linxian-2026');
  await pane.commands.setAsOf.run('2026-06-30');
  const { understanding } = pane.state();
  const used = understanding?.columns.filter((column) => column.used).map(({ header, label }) => [header, label]);
  expect(used).toEqual(
    expect.arrayContaining([
      ['企业成立日期', '成立日期'],
      ['2024年等级', '上年等级'],
      ['COD排放量', '化学需氧量'],
    ]),
  );
  expect(understanding?.pathBars.map(({ filter, rows }) => `${filter.key} ${String(rows.length)}`)).toContain('收储 1');
  await pane.commands.writeCleanLedger.run();
  const clean = (await pane.port.sheets()).find(({ name }) => name === '标准台账');
  const cells = clean && (await pane.port.read(clean.id));
  expect(cells?.values.flat()).toEqual(
    expect.arrayContaining(['成立日期', '化学需氧量', '校正前等级', '基准日前参评年限年']),
  );
  await pane.commands.makeList.run('measures');
  const list = (await pane.port.sheets()).find(({ name }) => name.startsWith('差别化政策清单'));
  const listed = list && (await pane.port.read(list.id));
  expect(listed?.values.flat()).toContain('电价加价\n（元/千瓦时）');
  expect(listed?.values.flat().filter((value) => value === '无').length).toBeGreaterThan(10);
  await pane.commands.writeResults.run();
  const book = pane.port.book.sheet('台账');
  const heads = [...book.cells]
    .filter(([key]) => key.startsWith('0,'))
    .map(([, { value }]) => String(value).split('\n')[0]);
  expect(heads).toEqual(
    expect.arrayContaining(['差别化：电价加价（元/千瓦时）', '差别化：土地价款比例（比例）', '依据类别']),
  );
});
