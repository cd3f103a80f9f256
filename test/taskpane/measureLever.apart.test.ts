import { describe, expect, it, vi } from 'vitest';
import { type SimulationInput, simulate } from '../../src/engine/simulate/index';
import { dueText } from '../../src/taskpane/levers/measureDue';
import { leverRows } from '../../src/taskpane/model/simulation/leverRows';
import { measureDues } from '../../src/taskpane/model/simulation/measureDues';
import { simulationInput } from '../../src/taskpane/model/simulation/simulationInput';
import { initialScenario } from '../../src/taskpane/state/simulationState';
import type { CellValue } from '../../src/workbook/port';
import { finished } from '../engine/simulate/uncertain/draws';
import { openPane } from './support/openPane';

const PACK = vi.hoisted(
  () => `id: priced-2026
title: 某县差别化价格办法
short: 某县2026
place: 某县
aliases: []
status: issued
published: 2026-01-01
source: ""
conventions: {}
fields:
  税收: { field: taxPaid, whenBlank: unknown }
  面积: { field: landArea, whenBlank: unknown }
  等级: { field: grade, whenBlank: unknown }
values:
  线: { unit: 万元/亩, dated: [{ from: 2026-01-01, value: 5, assumption: 自定 }] }
tiers:
  rules:
    - { tier: 低, when: 亩均税收 < 线, assumption: 自定 }
    - { tier: 高, when: 其余, assumption: 自定 }
measures:
  电价加价:
    unit: 元/千瓦·时
    lines:
      - { when: 等级 = D, amount: 0.3, assumption: 自定 }
      - { when: 等级 = C, words: 从严, assumption: 自定 }
      - { when: 等级 = A or 等级 = B, assumption: 自定 }
  土地使用税减征:
    unit: 元/㎡
    lines: [{ when: 等级 = A, amount: 3, assumption: 自定 }, { when: 其余, assumption: 自定 }]
  水价加价: { unit: 元/吨, lines: [{ when: 档位 = 低, amount: 1, assumption: 自定 }] }
  污水处理费加价: { unit: 元/吨, lines: [{ when: 其余, amount: 1, assumption: 自定 }] }
  电价: { unit: 元/千瓦时, lines: [{ when: 其余, amount: 0.6, assumption: 自定 }] }
  土地价款比例: { unit: 比例, lines: [{ when: 其余, amount: 0.5, assumption: 自定 }] }
  排污差别化: { unit: "", lines: [{ when: 其余, words: 标准未写, assumption: 自定 }] }
`,
);

// A folder of texts beside those that the build found.
vi.mock('#policies', async (original) => {
  const { default: built } = await original<{ default: object }>();
  const { readFolder } = await import('../../src/engine/policy/readFolder');
  return { default: { ...built, 'priced-2026': readFolder({ pack: PACK }) } };
});

async function asked(policy: string) {
  const header = ['序号', '企业名称', '用地面积(亩)', '税收(万元)', '综合评价等级', '用电量(万千瓦时)', '是否低效'];
  const row = (name: string, tax: CellValue, grade: string, power: CellValue): CellValue[] => [
    ...[1, name, 10, tax, grade, power, '是'],
  ];
  const rows = [
    ...[row('甲', 10, 'D', 20), row('乙', 20, 'D', 10), row('丙', 20, 'D', ''), row('丁', 40, 'C', 5)],
    ...[row('戊', 90, 'A', 5), row('己', 60, '', 5)],
  ];
  const pane = await openPane([{ name: '台账', cells: [header, ...rows] }]);
  await pane.commands.choosePolicy.run(policy);
  const { source, understanding } = pane.state();
  const assessment = understanding?.assessment;
  if (!source || !assessment) throw new Error('not judged');
  const scenario = {
    ...initialScenario(),
    ...{ firstYear: 2026, measures: { on: true }, assumptions: { disposalOnTime: 1 } },
    ...{ plotRatio: { on: false, target: 1, who: 'all' as const }, disposal: { on: true, percent: 20, years: 0 } },
  };
  const question = simulationInput(source, assessment, { scenario, firstYear: 2026 });
  if (!question) throw new Error('nothing to ask');
  return { assessment, scenario, input: question.input };
}

function projected(input: SimulationInput) {
  const outcome = finished(simulate(input));
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.result;
}

describe('the policy’s own prices as a lever', () => {
  it('multiplies amounts by the ledger’s quantities, and says what is not in the sum and why', async () => {
    const { assessment } = await asked('priced-2026');
    expect(measureDues(assessment).map((due) => dueText(due)[0])).toEqual([
      '电价加价（元/千瓦·时）：一年加收 9 万元（2 户）；待核实 1 户、缺用电量 1 户、原文没有写数 1 户，没有计入。',
      '土地使用税减征（元/㎡）：一年减免 2 万元（1 户）；待核实 1 户，没有计入。',
      '水价加价（元/吨）：台账缺“用水量”，不计。',
      '污水处理费加价（元/吨）：台账没有它所乘的数量，不计。',
      '电价（元/千瓦时）：看不出是加收还是减免，不计；名称里写明“加价”或“减免”的才计。',
      '土地价款比例（比例）：台账没有它所乘的数量，不计。',
      '排污差别化：原文没有写数，不计。',
    ]);
  });

  it('is paid until the year of the disposal, is no money of the county, and stands on the sheet of results', async () => {
    const { assessment, scenario, input } = await asked('priced-2026');
    expect(input.levers.measures?.dues).toHaveLength(2);
    const result = projected(input);
    // 甲, the lowest, is disposed of in the first year: 6 of 9 go with it.
    expect([...result.scenario.surcharge].slice(0, 3)).toEqual(
      [7, 1, 1].map((value) => expect.closeTo(value, 9) as number),
    );
    expect([...result.baseline.surcharge]).toEqual(result.years.map(() => 0));
    const { measures: _, ...levers } = input.levers;
    expect(projected({ ...input, levers }).scenario.netFiscal).toEqual(result.scenario.netFiscal);
    const rows = leverRows(assessment, { scenario, assessment, townships: [], result });
    const told = rows.find(([name]) => name === '政策规定的差别化价格')?.[1];
    expect(told).toContain('一年加收 9 万元（2 户）');
  });

  it('asks the engine for nothing where the policy sets no number', async () => {
    const { assessment, input } = await asked('shengzhou-2021');
    expect(input.levers.measures).toBeUndefined();
    expect(measureDues(assessment).every(({ kind }) => kind === 'inWords')).toBe(true);
    expect(measureDues(assessment)).toHaveLength(8);
  });
});
