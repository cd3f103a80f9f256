import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLedger } from '../../src/batch/openLedger';
import { policyAsked } from '../../src/batch/policyAsked';
import {
  METRICS,
  metricIndex,
  runUncertain,
  simulate,
  sortedQuantile,
  type Metric,
  type UncertainInput,
} from '../../src/engine/simulate/index';
import { policyOn } from '../../src/batch/judge/queries';
import { readScenario } from '../../src/batch/simulate/scenarioFile';
import { openPackage } from '../../src/package/openPackage';
import { simulationInput } from '../../src/taskpane/model/simulation/simulationInput';
import { Told } from '../../src/batch/told';
import { initialScenario, type Scenario } from '../../src/taskpane/state/simulationState';
import { composeLedger } from '../support/ledgers/composeLedger';
import { seedOf } from '../support/seeds';
import { asked, commandLine, fixture } from './support/commandLine';

const { at, folder, mujun } = commandLine();
const POLICY = ['--policy', '嵊州2021', '--as-of', '2023-06-30'] as const;
const FIRST_YEAR = 2024;

/** The same scenario as a person writes it and as the pane holds it. */
const WRITTEN = `名称: 方案一
起始年: ${FIRST_YEAR}
模拟次数: 1000
哪些算低效用地: [路径：拆除重建, 路径：整治提升]
措施:
  提高容积率:
    提高到: 2
    范围: 条件：亩均税收 < 20
  免收增容地价: { 免收比例: 60, 台账没有用途列：按工业用地、用途不变处理: 是 }
  处置低效用地:
    处置比例: 80
    处置完成年: 2029
    分几类处置:
      - { 范围: 只限低效地块, 处置比例: 30, 处置完成年: 2026 }
  提质增效: { 税收提高: 12, 响应比例: 40, 几年到位: 3, 每亩补助: 1.5 }
  处置受资金池限制: { 全年土地收入: 9000000, 再出让收入回到资金池: 否 }
  增存挂钩: { 新增指标基数: 300, 增存挂钩: 按处置面积的 50% 增加 }
  标准地约束:
假设:
  工业地价: 45
  县级留存占全口径税收: 40
可能的变动:
  工业地价: { 最小: 30, 最可能: 45, 最大: 60, 直线: 是 }
  出租率: 不变
  厂房月净租金: [12, 14, 19]
同涨同跌的假设:
  - { 一项: 工业地价, 另一项: 收储地价, 程度: 0.5 }
`;
const HELD: Scenario = {
  ...initialScenario(),
  name: '方案一',
  firstYear: FIRST_YEAR,
  draws: 1000,
  inefficient: ['path:拆除重建', 'path:整治提升'],
  plotRatio: { on: true, target: 2, who: { rule: '亩均税收 < 20' } },
  waiver: { on: true, percent: 60, takeAsIndustrial: true },
  disposal: { on: true, percent: 80, years: 5, classes: [{ who: 'inefficient', percent: 30, years: 2 }] },
  upgrade: { on: true, percent: 12, response: 40, years: 3, costPerMu: 1.5, who: 'all' },
  fund: { on: true, landRevenue: 9_000_000, rolling: false },
  incrementStock: { on: true, baseQuota: 300, mode: 'byDisposal' },
  standardLand: { on: true, taxPerMu: 30, percent: 50 },
  assumptions: { landPrice: 45, retainedTaxShare: 0.4 },
  distributions: {
    landPrice: { kind: 'triangular', least: 30, likeliest: 45, greatest: 60 },
    occupancy: { kind: 'fixed' },
    monthlyRent: { kind: 'empirical', values: [12, 14, 19] },
  },
  correlations: [{ a: 'landPrice', b: 'acquisitionPrice', value: 0.5 }],
};

const LABELS: Readonly<Partial<Record<Metric, string>>> = {
  taxPerMu: '亩均税收（万元/亩）',
  tax: '税收（万元）',
  landArea: '在用土地（亩）',
  disposedArea: '累计处置面积（亩）',
  cumulativeValue: '财政累计净现值（万元）',
  netFiscal: '当年财政净额（万元）',
  publicCost: '财政支出（万元）',
  floorAreaAdded: '新增建筑（平方米）',
  landPriceWaived: '免收地价（万元）',
  newLandQuota: '新增用地指标（亩）',
};

function ended<End>(steps: Iterator<unknown, End>): End {
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

/** What the pane asks of a ledger under the scenario. */
async function paneInput(bytes: Uint8Array): Promise<UncertainInput> {
  const { state } = await openLedger(bytes, policyAsked('嵊州2021', '2023-06-30'));
  const { source, understanding } = state();
  if (!source || !understanding) throw new Error('no ledger');
  const question = simulationInput(source, understanding.assessment, { scenario: HELD, firstYear: FIRST_YEAR });
  if (!question) throw new Error('nothing to project');
  return question.input;
}

function drawn(input: UncertainInput) {
  const run = ended(runUncertain(input));
  if (run.kind !== 'drawn') throw new Error(JSON.stringify(run));
  return run.result;
}

/** 中间值 and both ends of nine in ten, by county, figure and year, as they stand in the table. */
async function written(file: string): Promise<Map<string, readonly number[]>> {
  const rows = await asked(
    `SELECT "县" || '|' || "指标" || '|' || "年份", "期望值", "中间值", "九成范围下限", "九成范围上限" FROM read_parquet('${file}')`,
  );
  return new Map(rows.map(([key, ...values]) => [String(key), values.map(Number)]));
}

/** A ledger shared with all tests, and a made-up one without anything odd. */
const LEDGERS: Readonly<Record<string, () => Uint8Array>> = {
  嵊越: () => new Uint8Array(readFileSync(fixture('嵊越市亩均效益评价台账'))),
  甲县: () => composeLedger(seedOf(4_400_100), { only: [] }).file,
};
const bytesOf = (name: string): Uint8Array => LEDGERS[name]?.() ?? new Uint8Array();

function setUp(name: string, ledgers: readonly string[]): string {
  mkdirSync(at(name), { recursive: true });
  for (const ledger of ledgers) writeFileSync(path.join(at(name), `${ledger}.xlsx`), bytesOf(ledger));
  writeFileSync(at('方案.yaml'), WRITTEN);
  const rows = at(`${name}.parquet`);
  expect(mujun('read', at(name), ...POLICY, '--out', rows).err).not.toContain('没有读入');
  return rows;
}

describe('mujun simulate', () => {
  it.each(Object.keys(LEDGERS))('%s alone: the bits of the pane', { timeout: 240_000 }, async (ledger) => {
    const rows = setUp(`alone-${ledger}`, [ledger]);
    const out = at('alone.parquet');
    const ran = mujun('simulate', rows, ...POLICY, '--scenario', at('方案.yaml'), '--out', out);
    expect(ran.err).not.toContain('没有推演');
    expect(ran.status).toBe(0);
    const input = await paneInput(bytesOf(ledger));
    const { metrics } = drawn(input);
    const expected = ended(simulate(input));
    if (expected.kind !== 'done') throw new Error(expected.code);
    const theirs = await written(out);
    const { years, scenario } = expected.result;
    for (const [metric, label] of Object.entries(LABELS) as [Metric, string][])
      for (const [year, { p5, p50, p95 }] of metrics[metric].entries())
        expect([label, ...(theirs.get(`全部|${label}|${years[year]}`) ?? []).slice(1)]).toEqual([label, p50, p5, p95]);
    for (const [year, of] of years.entries()) {
      expect(theirs.get(`全部|亩均税收（万元/亩）|${of}`)?.[0]).toBe(scenario.taxPerMu[year]);
      expect(theirs.get(`全部|财政累计净现值（万元）|${of}`)?.[0]).toBe(scenario.cumulativeValue[year]);
    }
    // Something has happened, or nothing has been shown.
    expect(metrics.publicCost.at(-1)?.p50).toBeGreaterThan(0);
    expect(metrics.taxPerMu.at(-1)?.p95).toBeGreaterThan(metrics.taxPerMu.at(-1)?.p5 ?? Infinity);
  });

  it('several counties: percentiles of sums taken draw by draw, the same on one thread and on two', async () => {
    const rows = setUp('both', Object.keys(LEDGERS));
    const [one, two] = [at('one.parquet'), at('two.parquet')];
    for (const [out, jobs] of [
      [one, '1'],
      [two, '2'],
    ] as const)
      expect(
        mujun(
          'simulate',
          rows,
          ...POLICY,
          '--scenario',
          at('方案.yaml'),
          '--cohort',
          'file',
          '--jobs',
          jobs,
          '--out',
          out,
        ).status,
      ).toBe(0);
    const theirs = await written(one);
    expect(await written(two)).toEqual(theirs);
    const order = (await asked(`SELECT "文件", MIN("序") AS n FROM read_parquet('${rows}') GROUP BY 1 ORDER BY n`)).map(
      ([file]) => String(file).replace('.xlsx', ''),
    );
    const runs = await Promise.all(
      order.map(async (name, ledger) => drawn({ ...(await paneInput(bytesOf(name))), ledger })),
    );
    const { draws, metrics } = runs[0]?.raw ?? { draws: 0, metrics: new Float64Array() };
    const years = metrics.length / draws / METRICS.length;
    const sum = (metric: Metric, year: number, draw: number) =>
      runs.reduce(
        (total, { raw }) => total + (raw.metrics[(draw * METRICS.length + metricIndex(metric)) * years + year] ?? NaN),
        0,
      );
    for (const year of [0, 3, years - 1]) {
      const column = (of: (draw: number) => number) =>
        Float64Array.from({ length: draws }, (_, draw) => of(draw)).sort();
      const tax = column((draw) => sum('tax', year, draw));
      const perMu = column((draw) => sum('tax', year, draw) / sum('landArea', year, draw));
      for (const [label, values] of [
        ['税收（万元）', tax],
        ['亩均税收（万元/亩）', perMu],
      ] as const)
        expect(theirs.get(`全部|${label}|${FIRST_YEAR + year}`)?.slice(1)).toEqual(
          [0.5, 0.05, 0.95].map((share) => sortedQuantile(values, share)),
        );
    }
  }, 240_000);

  it('a workbook that names every county, and what was left out', { timeout: 120_000 }, () => {
    writeFileSync(at('只在一处.yaml'), '模拟次数: 500\n措施:\n  提高容积率: { 提高到: 1.8, 范围: 区镇：没有这个镇 }\n');
    const ran = mujun(
      ...['simulate', at('both.parquet'), ...POLICY, '--scenario', at('只在一处.yaml'), '--out', at('推演.xlsx')],
      ...['--cohort', 'file', '--json'],
    );
    expect(ran.status).toBe(0);
    expect(JSON.parse(ran.out)).toMatchObject({ counties: 2, left: 0, draws: 500, year: 2033 });
    const { sheets } = openPackage(new Uint8Array(readFileSync(at('推演.xlsx')))).model;
    expect(sheets.map(({ name }) => name)).toEqual(['全部', '各县', '各县逐年', '措施', '要注意的']);
    const texts = sheets.map(({ cells }) =>
      [...cells.values()].flatMap((row) => [...row.values()].map(({ value }) => value)),
    );
    expect(texts[1]).toEqual(expect.arrayContaining(['合计', '嵊越.xlsx', '甲县.xlsx']));
    expect(texts[4]).toContain('提高容积率：没有区镇为“没有这个镇”的地块，这里不采取');
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([]);
  });

  const body = (text: string) => `起始年: 2024\n${text}\n`;
  it.each<[string, string, string]>([
    ['another top name', body('措拖: {}'), '第 2 行：没有“措拖”这一项。可写：名称、起始年'],
    ['no YAML', body('措施: [1'), '读不懂，请检查缩进、冒号和引号'],
    ['another measure', body('措施:\n  拆迁: { 比例: 1 }'), '第 3 行：没有“拆迁”这项措施。可写：提高容积率、'],
    [
      'another question',
      body('措施:\n  提质增效:\n    增幅: 3'),
      '第 4 行：“提质增效”没有“增幅”这一项。可写：税收提高、',
    ],
    ['a word for a number', body('措施:\n  提质增效: { 税收提高: 一成 }'), '“税收提高”应为 0 到 100 的数，不是“一成”'],
    ['too much', body('措施:\n  处置低效用地:\n    处置比例: 120'), '第 4 行：“处置比例”应为 0 到 100 的数，不是“120”'],
    ['a year past the end', body('措施:\n  处置低效用地: { 处置完成年: 2050 }'), '应为 2,024 到 2,034 的整数'],
    ['a rule', body('措施:\n  提高容积率: { 范围: 条件：亩均税负 < 3 }'), '没有名为“亩均税负”的列或数值'],
    [
      'nobody',
      body('措施:\n  提高容积率: { 范围: 大企业 }'),
      '“范围”不能写“大企业”。可写：全部地块、只限低效地块、区镇：…',
    ],
    ['another path', body('哪些算低效用地: 路径：搬走'), '没有“路径：搬走”。可写：台账标为“低效”、'],
    ['a waiver by itself', body('措施:\n  免收增容地价: { 免收比例: 50 }'), '请同时选“提高容积率”'],
    ['an assumption', body('假设:\n  房价: 3'), '第 3 行：没有“房价”这项假设。可写：'],
    ['out of its range', body('假设:\n  贴现率: 500'), '第 3 行：“贴现率”应为 0 到 100 的数，不是“500”'],
    ['a falling shape', body('可能的变动:\n  工业地价: { 最小: 50, 最大: 20 }'), '应由小到大'],
    ['too few draws', '模拟次数: 20', '第 1 行：“模拟次数”应为 500 到 100,000 的整数，不是“20”'],
    ['one name twice', body('假设: {}\n假设: {}'), '第 3 行读不懂，请检查'],
    ['an alias', body('假设: &a\n  工业地价: 3\n可能的变动: *a'), '第 4 行：名称和值要直接写出来'],
  ])('a scenario with %s is refused by its line', (_, text, words) => {
    writeFileSync(at('错.yaml'), text);
    const policy = policyAsked('嵊州2021', '2023-06-30');
    if (!policy) throw new Error('no policy');
    const read = () => readScenario(at('错.yaml'), policyOn(policy), 2024);
    expect(read).toThrow(Told);
    expect(read).toThrow('错.yaml”');
    expect(read).toThrow(words);
  });

  it('a scenario that is wrong ends the command, and nothing is written', () => {
    writeFileSync(at('错.yaml'), body('措施: [1'));
    const ran = mujun(
      'simulate',
      at('both.parquet'),
      ...POLICY,
      '--scenario',
      at('错.yaml'),
      '--out',
      at('never.xlsx'),
    );
    expect(ran.err).toContain('错.yaml”第');
    expect(ran.status).toBe(1);
    expect(existsSync(at('never.xlsx'))).toBe(false);
  });
});
