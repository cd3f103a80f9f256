import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NewSheet } from '../../src/sheet/sheet';
import { floatingSteps } from '../../src/taskpane/plans/simulation/projectionCharts';
import { projectionSheet } from '../../src/taskpane/plans/simulation/projectionSheet';
import { sheetsToFile } from '../../src/package/sheetsToFile';
import { createSimulateClient, PATIENCE } from '../../src/worker/client';
import { createDrawPool } from '../../src/worker/drawPool';
import { rewrittenByLibreOffice } from '../package/support/libreOffice';
import { partsOf, partText } from '../package/support/parts';
import { printedSheets } from '../support/openSheets';
import { SHENGYUE } from '../support/fixtureSheet';
import { startOddWorker } from '../worker/support/startOddWorker';
import { caseOf } from '../engine/numbers/fixture';
import { fixtureSheets, openPane } from './support/openPane';

const simulator = createSimulateClient({ start: startOddWorker });
const draws = createDrawPool({ start: startOddWorker, workers: 1, patience: PATIENCE });
afterAll(() => {
  simulator.close();
  draws.close();
});

/** The sheet of a projection over the ledger of 嵊越, with every lever that adds a column. */
async function projected(): Promise<NewSheet> {
  const pane = await openPane(fixtureSheets(SHENGYUE), { simulator, draws });
  await pane.commands.choosePolicy.run('shengzhou-2021');
  await pane.commands.setAsOf.run('2023-06-30');
  const { fund, incrementStock } = pane.state().simulation.scenario;
  await pane.commands.setScenario.run({
    ...{ draws: 1000, fund: { ...fund, on: true }, incrementStock: { ...incrementStock, on: true } },
  });
  await pane.commands.startProjection.run();
  const { source, understanding, simulation } = pane.state();
  const assessment = understanding?.assessment;
  const { projection } = simulation;
  if (!source || !assessment || !projection) throw new Error('nothing projected');
  return projectionSheet({ source, assessment, projection, headline: '到 2026 年末……' });
}

describe('应收增容地价', () => {
  it('is what is due if nothing is waived, beside what is waived and what is collected (case 25 of the numbers)', async () => {
    expect(caseOf('25-label-due')).toBeDefined();
    const pane = await openPane(
      [
        {
          name: '台账',
          cells: [
            ['企业名称', '用地面积(亩)', '税收(万元)', '容积率', '规划容积率'],
            ['甲公司', 60, 480, 0.8, 2],
          ],
        },
      ],
      { simulator, draws },
    );
    await pane.commands.choosePolicy.run('shengzhou-2021');
    const { plotRatio, waiver, disposal } = pane.state().simulation.scenario;
    const rows = async (percent: number) => {
      await pane.commands.setScenario.run({
        ...{ draws: 500, firstYear: 2024, disposal: { ...disposal, on: false } },
        plotRatio: { ...plotRatio, on: true, target: 1.6 },
        waiver: { ...waiver, on: true, percent, basis: 'national-land-use', takeAsIndustrial: true },
      });
      await pane.commands.startProjection.run();
      const { source, understanding, simulation } = pane.state();
      const assessment = understanding?.assessment;
      const { projection } = simulation;
      if (!source || !assessment || !projection) throw new Error('nothing projected');
      const { blocks } = projectionSheet({ source, assessment, projection, headline: '' });
      return (head: string) => {
        const at = blocks.find(({ values }) => values[0]?.[0] === head)?.row;
        return (blocks.find(({ row, column }) => row === at && column === 1)?.values[0] ?? []).map(Number);
      };
    };
    for (const percent of [100, 50, 0]) {
      const row = await rows(percent);
      // All who respond begin at once: docs/model.md, 2.
      const response = 0.6 / (1 + Math.exp(((2000 + 600 * (1 - percent / 100)) / (12 * 15 * 0.85) - 13) / 2));
      expect(row('应收增容地价（万元）')[0]).toBeCloseTo(1920 * response, 6);
      expect(row('其中免收（万元）')[0]).toBeCloseTo((1920 * response * percent) / 100, 6);
      expect(row('实收增容地价（万元）')[0]).toBeCloseTo(1920 * response * (1 - percent / 100), 6);
    }
  });
});

describe('the sheet 推演结果', () => {
  let sheet: NewSheet;
  beforeAll(async () => {
    sheet = await projected();
  }, 240_000);
  const cellAt = (row: number, column: number) =>
    sheet.blocks
      .filter((block) => row >= block.row && row < block.row + block.values.length)
      .map((block) => block.values[row - block.row]?.[column - block.column])
      .find((value) => value !== undefined);

  it('draws each chart from the table above it: ranges by year, the waterfall, what matters', () => {
    const charts = sheet.charts ?? [];
    expect(charts.map(({ kind }) => kind)).toEqual(['line', 'line', 'stackedColumn', 'bar']);
    for (const { series, categories, place } of charts) {
      expect(place.row).toBeGreaterThan(categories.row + categories.rows - 1);
      for (const { values } of series) expect([values.row, values.rows]).toEqual([categories.row, categories.rows]);
    }
    const [fan] = charts;
    const names = fan?.series.map(({ values }) => cellAt(values.row - 1, values.column));
    expect(names).toEqual(fan?.series.map(({ name }) => name));
    const year = (column: number) => Number(cellAt((fan?.categories.row ?? 0) + 5, column));
    expect([1, 2, 3, 4].every((band) => year(band) <= year(band + 1))).toBe(true);
  });

  it('has the pool and the quota of new land by year where their levers are on', () => {
    const heads = sheet.blocks.map(({ values }) => values[0]?.[0]);
    expect(heads).toEqual(expect.arrayContaining(['资金池年末余额（万元）', '新增用地指标（亩）']));
    expect(heads).not.toContain('差别化加价（万元，不计入财政）');
  });

  it('opens in LibreOffice with its charts, the step that only lifts not drawn, and prints whole', () => {
    const again = rewrittenByLibreOffice(sheetsToFile([sheet]));
    const paths = Object.keys(partsOf(again)).filter((path) => /charts\/chart\d+\.xml$/.test(path));
    const texts = paths.map((path) => partText(again, path));
    expect(texts).toHaveLength(4);
    const waterfall = texts.find((text) => text.includes('亩均税收变化的来源'));
    expect(waterfall).toMatch(/<c:grouping val="stacked"\/>/);
    expect(waterfall?.match(/<c:ser>[^]*?<\/c:ser>/)?.[0]).toContain('<a:noFill/>');
    const pages = printedSheets([sheet], process.env['MUJUN_LOOK']);
    const text = pages.map((page) => page.text).join('\n');
    for (const words of ['到 2026 年末……', '九成范围上限', '期末', '影响方向', '没有计入'])
      expect(text).toContain(words);
    expect(text).not.toMatch(/###|#N\/A|#REF|#VALUE|#NAME/);
  }, 240_000);
});

describe('a waterfall', () => {
  it('stands each step on the one before, and ends where the closing value stands', () => {
    const change = { opening: 10, exit: 2, within: 3, entry: -4, closing: 11 };
    const steps = floatingSteps(change);
    expect(steps.map(({ lift, kind }) => [lift, kind])).toEqual([
      [0, 'total'],
      [10, 'more'],
      [12, 'more'],
      [11, 'less'],
      [0, 'total'],
    ]);
  });
});
