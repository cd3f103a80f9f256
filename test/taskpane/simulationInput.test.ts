import { describe, expect, it } from 'vitest';
import { lacksOf } from '../../src/taskpane/model/simulation/lacks';
import { leverRows } from '../../src/taskpane/model/simulation/leverRows';
import { simulationInput } from '../../src/taskpane/model/simulation/simulationInput';
import { initialScenario, type Scenario } from '../../src/taskpane/state/simulationState';
import { simulate } from '../../src/engine/simulate/index';
import type { CellValue } from '../../src/workbook/port';
import type { MemorySheetInput } from '../workbook/memoryBook';
import { finished } from '../engine/simulate/uncertain/draws';
import { openPane } from './support/openPane';

/** Six enterprises with grades and electricity, all inefficient but the last; no water column. */
function graded(): MemorySheetInput {
  const header = ['序号', '企业名称', '用地面积(亩)', '税收(万元)', '综合评价等级', '用电量(万千瓦时)', '容积率'];
  const row = (index: number, tax: number, grade: string): CellValue[] => [
    ...[index, `企业${index}`, 10, tax, grade, 100, 0.8],
  ];
  const rows = [row(1, 10, 'D'), row(2, 20, 'D'), row(3, 30, 'C'), row(4, 40, 'C'), row(5, 45, 'B'), row(6, 400, 'A')];
  return { name: '台账', cells: [header, ...rows] };
}

async function asked(change: Partial<Scenario>) {
  const pane = await openPane([graded()]);
  await pane.commands.choosePolicy.run('shengzhou-2021');
  const { source, understanding } = pane.state();
  const assessment = understanding?.assessment;
  if (!source || !assessment) throw new Error('not judged');
  const scenario = { ...initialScenario(), firstYear: 2024, ...change };
  const question = simulationInput(source, assessment, { scenario, firstYear: 2024 });
  if (!question) throw new Error('nothing to ask');
  return { question, scenario, assessment, lackOf: lacksOf(source, assessment, scenario) };
}

function resultOf({ question }: Awaited<ReturnType<typeof asked>>) {
  const outcome = finished(simulate(question.input));
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.result;
}

describe('disposal by class', () => {
  it('gives each class its own share and year, the first that takes a parcel', async () => {
    const disposal = {
      ...{ on: true, percent: 0, years: 3 },
      classes: [
        { who: { rule: '亩均税收 < 2.5' }, percent: 100, years: 0 },
        { who: 'all', percent: 50, years: 2 },
      ],
    } as const;
    const given = await asked({
      disposal,
      assumptions: { disposalOnTime: 1 },
      plotRatio: { on: false, target: 1, who: 'all' },
    });
    expect(given.question.input.levers.disposal?.classes?.map(({ byYear }) => byYear)).toEqual([2024, 2026]);
    // 重点排查 takes tax per mu up to 5: five parcels; two of them are below 2.5 and go at once, then half of the other three: in equal steps of 5 mu a year the first of them fits in the second.
    const { disposedArea } = resultOf(given).scenario;
    expect([...disposedArea].slice(0, 3)).toEqual([20, 10, 0]);
  });
});

describe('differential prices', () => {
  it('count what the ledger has the amounts of, and name what it lacks', async () => {
    const prices = { on: true, c: 0.1, d: 0.3, waterC: 1, landTaxD: 2 };
    const given = await asked({
      prices,
      plotRatio: { on: false, target: 1, who: 'all' },
      disposal: { on: false, percent: 0, years: 0 },
    });
    const { levers } = given.question.input;
    expect(levers.prices).toEqual({ electricity: [0, 0, 0.1, 0.3], landUseTax: [0, 0, 0, 2] });
    expect([given.lackOf('prices'), given.lackOf('electricity'), given.lackOf('water')]).toEqual([
      undefined,
      undefined,
      '用水量',
    ]);
    // Two of C and two of D, 1,000,000 kWh each; two of D with 10 mu.
    const squareMetres = (10 * 2000) / 3;
    const expected = 2 * 10 + 2 * 30 + (2 * 2 * squareMetres) / 10_000;
    expect(resultOf(given).scenario.surcharge[0]).toBeCloseTo(expected, 9);
  });
});

describe('what the sheets say of the levers', () => {
  it('names every lever that is on, with its numbers', async () => {
    const initial = initialScenario();
    const given = await asked({
      disposal: { ...initial.disposal, classes: [{ who: 'inefficient', percent: 80, years: 1 }] },
      upgrade: { ...initial.upgrade, on: true },
      fund: { ...initial.fund, on: true },
      standardLand: { ...initial.standardLand, on: true },
      prices: { ...initial.prices, on: true },
      incrementStock: { ...initial.incrementStock, on: true },
    });
    const { scenario, assessment } = given;
    const rows = leverRows(assessment, { scenario, assessment, townships: [], result: resultOf(given) });
    const names = rows.map(([name]) => name);
    expect(names).toEqual(
      expect.arrayContaining(['处置第 1 类', '提质增效', '处置资金池', '标准地约束', '差别化加价', '增存挂钩']),
    );
    expect(names).not.toContain('新项目税收分成');
    expect(rows.find(([name]) => name === '处置第 1 类')?.[1]).toBe('只限低效地块：到 2025 年末处置 80%');
  });
});
