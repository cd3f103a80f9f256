import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPackage } from '../../src/package/openPackage';
import { sheetsToFile } from '../../src/package/sheetsToFile';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'mujun-city-'));
const at = (...names: readonly string[]) => path.join(folder, ...names);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What 越县 grades by is added here: the texts that are asked for are nowhere in the repository. */
const GRADING = `grading:
  floor: 0
  indicators:
    亩均税收分: { formula: 税收 / 面积, benchmark: 本组平均, citation: { place: 第七条, quote: 以全县平均为基准 } }
  cohorts:
    全县: { when: 其余, method: ratio, weights: { 亩均税收分: 100 }, quotas: [{ grade: A, share: 0.4 }, { grade: B, share: 0.6 }], assumption: 第七条未写比例 }
  outright: []
measures:
  电价加价:
    unit: 元/千瓦时
    lines:
      - { when: 档位 = 红档 or 路径 = 收储, amount: "四舍五入(营业收入 / 30000, 2)", assumption: 试写 }
      - { when: 评定等级 = A, words: 不加价, assumption: 试写 }
  信贷: { unit: "", lines: [{ when: 路径 = 提升, words: 限制, assumption: 试写 }] }
  用地: { unit: "", lines: [{ when: 其余, words: "差别化，标准未写", assumption: 试写 }] }
`;
const HEADERS = ['企业名称', '实缴税收(万元)', '用地面积(亩)', '营业收入', '规模', '低效'];
// 60.01 + 60 + 120 + 121 + 200 of 50 亩 is 11.2202 万元 the 亩; two of five are an A.
const ROWS = [
  ['越县永昌纺织有限公司', 60, 10, 1000, '规上企业', '', '红档', '提升', 'B'],
  ['越县大同机械有限公司', 60.01, 10, 10000, '', '', '黄档', '提升', 'B'],
  ['越县长风塑胶有限公司', 120, 10, 1000, '小微', '是', '黄档', '收储', 'B'],
  ['越县金山五金有限公司', 121, 10, 1000, '', '', '绿档', '保留', 'A'],
  ['越县和平家具有限公司', '', 10, 1000, '', '', ...Array.from({ length: 3 }, () => '待核实：缺 税收')],
  ['越县东方电子有限公司', 200, 10, '', '', '', '绿档', '待核实：缺 营业收入', 'A'],
];

/** 电价加价（元/千瓦时）, what is said of it, and 信贷, row by row. */
const MEASURED = [
  [0.03, null, '限制'],
  [null, '无', '限制'],
  [0.03, null, '无'],
  [null, '不加价', '无'],
  [null, '待核实：缺 税收', '待核实：缺 税收'],
  [null, '待核实：缺 营业收入', '待核实：缺 营业收入'],
];

beforeAll(() => {
  const texts = new URL('../fixtures/policies/yuexian-2026/', import.meta.url);
  mkdirSync(at('越县'));
  for (const name of readdirSync(texts)) {
    const text = readFileSync(new URL(name, texts), 'utf8');
    writeFileSync(at('越县', name), name === 'pack.yaml' ? text + GRADING : text);
  }
  const values = [HEADERS, ...ROWS.map((row) => row.slice(0, HEADERS.length))];
  writeFileSync(
    at('台账.xlsx'),
    sheetsToFile([{ name: '台账', freezeRows: 1, blocks: [{ row: 0, column: 0, values }] }]),
  );
});

function mujun(...args: readonly string[]) {
  const script = path.join(root, 'scripts/mujun.js');
  return spawnSync(process.execPath, [script, ...args], { encoding: 'utf8', cwd: folder });
}

async function asked(query: string): Promise<unknown[][]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll(query);
  connection.closeSync();
  instance.closeSync();
  return reader.getRows();
}

it(
  'a county that is a folder of texts is judged and graded by queries over its own columns',
  { timeout: 120_000 },
  async () => {
    const asOf = ['--policy', '越县', '--as-of', '2026-06-30'];
    const read = mujun('read', '台账.xlsx', ...asOf, '--out', 'rows.parquet');
    expect([read.status, read.stderr]).toEqual([0, expect.not.stringContaining('没有完成')]);
    expect(mujun('judge', 'rows.parquet', ...asOf, '--out', 'judged.parquet').status).toBe(0);
    const said = await asked(
      `SELECT "档位", "路径", "评定等级" FROM read_parquet('${at('judged.parquet')}') ORDER BY "序"`,
    );
    expect(said).toEqual(ROWS.map((row) => row.slice(HEADERS.length)));
    const measured = await asked(
      `SELECT "差别化：电价加价（元/千瓦时）", "差别化：电价加价（说明）", "差别化：信贷" FROM read_parquet('${at('judged.parquet')}') ORDER BY "序"`,
    );
    expect(measured).toEqual(MEASURED);
  },
);

it('its summary says how many have which measure, in what range', () => {
  const { sheets } = openPackage(new Uint8Array(readFileSync(at('judged-汇总.xlsx')))).model;
  const names = ['档位', '路径', '评定等级', '差别化政策'].flatMap((name) => [`${name}按县`, `${name}按乡镇`]);
  expect(sheets.map(({ name }) => name)).toEqual(names);
  const rows = [...(sheets.find(({ name }) => name === '差别化政策按县')?.cells.values() ?? [])].map((row) =>
    [...row.values()].map(({ value }) => value),
  );
  const ofAll = rows.filter(([place]) => place === '合计').map((row) => row.slice(1).filter((cell) => cell !== null));
  expect(ofAll).toEqual([
    ['电价加价（元/千瓦时）', '不加价', 1, 10],
    ['电价加价（元/千瓦时）', '待核实', 2, 20],
    ['电价加价（元/千瓦时）', '无', 1, 10],
    ['电价加价（元/千瓦时）', '有数的', 2, 20, 0.03, 0.03],
    ['信贷', '待核实', 2, 20],
    ['信贷', '无', 2, 20],
    ['信贷', '限制', 2, 20],
  ]);
});

it('its queries are written out with the clauses they rest on', { timeout: 60_000 }, () => {
  const { stdout, status } = mujun('sql', '--policy', '越县');
  expect(status).toBe(0);
  for (const words of [
    '越县低效工业用地整治办法',
    '第五条：“规下低效企业用地由县收储”',
    '推定：黄线以上',
    '评定等级',
    '差别化：电价加价（元/千瓦时）、差别化：电价加价（说明）',
    '读“读数与结论”：即“读数”，加上各行的档位、路径、评定等级',
  ]) {
    expect(stdout).toContain(words);
  }
});

/** A document of prices alone: no tiers, no paths, no grades. */
const PRICES = `id: jiaqian-2026
title: 甲县差别化用地价格办法
short: 甲县价格2026
place: 甲县
aliases: []
status: issued
published: 2026-03-01
from: 2026-03-31
periodAssumption: 按基准日起
source: ""
conventions: {}
columns: {}
fields:
  税收: { field: taxPaid, whenBlank: unknown }
  面积: { field: landArea, whenBlank: unknown }
values: {}
measures:
  加价:
    unit: 元/亩
    lines:
      - { when: "税收 / 面积 < 5", amount: "2", citation: { place: 第三条, quote: 不足五万元的每亩加收二元 } }
      - { when: 其余, words: 不加, assumption: 第三条只说了不足五万元的 }
`;

it(
  'writes what a policy of measures alone gives, with its clause, once what is asked is answered in the file of questions',
  { timeout: 120_000 },
  () => {
    mkdirSync(at('甲县'), { recursive: true });
    writeFileSync(at('甲县', 'pack.yaml'), PRICES);
    const values = [
      ['企业名称', '用地面积（亩）', '纳税总额（万元）', '税收贡献（万元）'],
      ['甲县永昌纺织有限公司', 10, 40, 60],
      ['甲县大同机械有限公司', 10, 70, 30],
      ['甲县长风塑胶有限公司', 10, 90, 80],
    ];
    writeFileSync(
      at('价格台账.xlsx'),
      sheetsToFile([{ name: '台账', freezeRows: 1, blocks: [{ row: 0, column: 0, values }] }]),
    );
    const args = ['apply', '价格台账.xlsx', '--policy', '甲县', '--out', '价格结果.xlsx'];
    const asked = mujun(...args);
    expect(asked.status).toBe(3);
    expect(asked.stdout).toContain('价格结果-待答.yaml');
    expect(existsSync(at('价格结果.xlsx'))).toBe(false);
    const form = readFileSync(at('价格结果-待答.yaml'), 'utf8');
    const choice = /- (.*税收贡献.*)/.exec(form)?.[1] ?? '';
    writeFileSync(at('已答.yaml'), form.replace('答: ""', `答: ${choice}`));
    expect(mujun(...args, '--answers', '已答.yaml').status).toBe(0);
    const [sheet] = openPackage(new Uint8Array(readFileSync(at('价格结果.xlsx')))).model.sheets;
    const row = (index: number) => [...(sheet?.cells.get(index)?.values() ?? [])].map(({ value }) => value).slice(4);
    expect([1, 2, 3].map((index) => row(index)[0])).toEqual(['不加', 2, '不加']);
    expect(row(2)[1]).toBe(
      '加价：2元/亩。依据《甲县差别化用地价格办法》第三条：“不足五万元的每亩加收二元”；期限推定：按基准日起。',
    );
    expect(row(2).slice(2)).toEqual(['第三条', '原文']);
  },
);
