import { afterAll, describe, expect, it } from 'vitest';
import { isCurrent } from '../../src/taskpane/model/simulation/currentScenario';
import {
  nextName,
  OLD_SCENARIOS_KEY,
  readSaved,
  SCENARIOS_NAMESPACE,
  scenariosOfXml,
} from '../../src/taskpane/model/simulation/savedScenarios';
import { initialScenario } from '../../src/taskpane/state/simulationState';
import { countMoves, movedRows } from '../../src/taskpane/model/simulation/tierMoves';
import { createSimulateClient, PATIENCE } from '../../src/worker/client';
import { createDrawPool } from '../../src/worker/drawPool';
import { memoryValues } from '../workbook/memoryBook';
import { startOddWorker } from '../worker/support/startOddWorker';
import { openPane, paneOver, type OpenedPane } from './support/openPane';
import { smallLedger } from './support/smallLedger';

const simulator = createSimulateClient({ start: startOddWorker });
const draws = createDrawPool({ start: startOddWorker, workers: 2, patience: PATIENCE });
afterAll(() => {
  simulator.close();
  draws.close();
});

async function projected(): Promise<OpenedPane> {
  const pane = await openPane([smallLedger({})], { simulator, draws });
  await pane.commands.choosePolicy.run('shengzhou-2021');
  await pane.commands.setScenario.run({ draws: 1000 });
  await pane.commands.startProjection.run();
  return pane;
}

const cells = (pane: OpenedPane, sheet: string, rows = 2000, columns = 7) =>
  memoryValues(pane.port.book.sheet(sheet), { row: 0, column: 0, rows, columns }).filter((row) => row[0] !== '');

describe('a scenario that is saved', () => {
  it('stands as a tidy table, with what it rests on, and the ledger’s cells are as they were', async () => {
    const pane = await projected();
    const before = JSON.stringify(cells(pane, '台账'));
    await pane.commands.saveScenario.run({ name: '方案一', headline: '到 2027 年……' });
    const table = cells(pane, '方案结果');
    expect(table[0]).toEqual(['方案', '年份', '区镇', '指标', '统计', '数值', '单位']);
    const statistics = new Set(table.slice(1).map((row) => row[4]));
    expect([...statistics]).toEqual(expect.arrayContaining(['均值', 'P5', 'P25', 'P50', 'P75', 'P95']));
    const grounds = cells(pane, '方案依据', 60, 3).map((row) => row.join('：'));
    expect(grounds).toContain('方案一：台账单元格：推演前后一致，没有改动');
    expect(JSON.stringify(cells(pane, '台账'))).toBe(before);
  });

  it('is found by the next session, and says when the ledger has changed since', async () => {
    const pane = await projected();
    await pane.commands.saveScenario.run({ name: '方案一', headline: '……' });
    const [saved] = pane.state().simulation.saved;
    expect(saved && isCurrent(saved, pane.state())).toBe(true);
    const later = paneOver(pane.port, simulator, draws);
    await later.commands.open.run();
    await later.commands.loadScenarios.run();
    expect(later.state().simulation.saved.map(({ name }) => name)).toEqual(['方案一']);
    expect(saved && isCurrent(saved, { ...pane.state(), policyId: 'taicang-2023' })).toBe(false);
    expect(saved && isCurrent(saved, { ...pane.state(), stale: true })).toBe(false);
  });

  it('a second one goes below the first; copied, removed and compared by name', async () => {
    const pane = await projected();
    await pane.commands.saveScenario.run({ name: '方案一', headline: '……' });
    await pane.commands.setScenario.run({ disposal: { on: true, percent: 100, years: 2 } });
    await pane.commands.startProjection.run();
    await pane.commands.saveScenario.run({ name: '方案一', headline: '……' });
    const names = pane.state().simulation.saved.map(({ name }) => name);
    expect(names).toEqual(['方案一', '方案一 2']);
    expect(
      new Set(
        cells(pane, '方案结果')
          .slice(1)
          .map((row) => row[0]),
      ),
    ).toEqual(new Set(names));
    await pane.commands.chooseCompared.run(names);
    await pane.commands.compareScenarios.run();
    expect(pane.state().simulation.comparison?.map(({ scenario }) => scenario.name)).toEqual(names);
    await pane.commands.copyScenario.run('方案一');
    await pane.commands.removeScenario.run('方案一 2');
    expect(pane.state().simulation.saved.map(({ name }) => name)).toEqual(['方案一', '方案一 3']);
    expect(nextName(pane.state().simulation.saved)).toBe('方案二');
  });

  it('draws are written to a sheet on request, one row each', async () => {
    const pane = await projected();
    await pane.commands.exportDraws.run();
    expect(cells(pane, '推演明细', 1100, 3)).toHaveLength(1001);
  });

  it('a goal is sought over the ledger', async () => {
    const pane = await projected();
    const goal = { kind: 'chance', metric: 'disposedArea', year: 2030, value: 1, chance: 0.8 } as const;
    await pane.commands.seekGoal.run({ knob: 'disposalShare', goal });
    expect(pane.state().simulation.goal?.outcome.kind).toMatch(/reached|outOfReach/);
    await pane.commands.takeGoal.run({ knob: 'disposalShare', value: 0.636 });
    expect(pane.state().simulation.scenario.disposal).toMatchObject({ on: true, percent: 63.6 });
    expect(pane.state().simulation.goal).toBeUndefined();
    await pane.commands.takeGoal.run({ knob: 'plotRatioTarget', value: 1.85 });
    expect(pane.state().simulation.scenario.plotRatio).toMatchObject({ on: true, target: 1.85, byFactor: false });
  });

  it('a removed scenario can be had back, in its place', async () => {
    const pane = await projected();
    for (const name of ['方案一', '方案二']) await pane.commands.saveScenario.run({ name, headline: '……' });
    await pane.commands.removeScenario.run('方案一');
    expect(pane.state().simulation.saved.map(({ name }) => name)).toEqual(['方案二']);
    await pane.commands.restoreScenario.run();
    expect(pane.state().simulation.saved.map(({ name }) => name)).toEqual(['方案一', '方案二']);
    expect(pane.state().simulation.removed).toBeUndefined();
  });
});

describe('what the workbook keeps', () => {
  it('is read with care: what is not a scenario of ours is left out', () => {
    expect(readSaved(undefined)).toEqual([]);
    expect(readSaved([null, { name: 'x' }, 7])).toEqual([]);
    const kept = { name: 'x', headline: 'h', ledgerHash: 'a', policyId: 'p', scenario: { draws: 500 } };
    expect(readSaved([kept])[0]?.scenario.disposal.percent).toBe(50);
  });

  it('stands in an XML part with what it rests on', async () => {
    const pane = await projected();
    await pane.commands.saveScenario.run({ name: '方案 <一> & 二', headline: '……' });
    const [xml = ''] = await pane.port.customXml(SCENARIOS_NAMESPACE);
    const [kept] = scenariosOfXml(xml);
    expect(kept).toMatchObject({
      ...{ name: '方案 <一> & 二', policyId: 'shengzhou-2021', draws: 1000, seed: 20_240_101 },
      ...{ version: '0.1.0', savedAt: '2024-02-01 09:00' },
      scenario: { disposal: { percent: 50 } },
    });
    expect(kept?.ledgerHashAfter).toBe(kept?.ledgerHash);
    expect(kept?.policyHash).toMatch(/^[0-9a-f]{16}$/);
    expect(kept && isCurrent(kept, pane.state())).toBe(true);
    expect(kept && isCurrent({ ...kept, policyHash: '0'.repeat(16) }, pane.state())).toBe(false);
    expect(await pane.port.loadSetting(OLD_SCENARIOS_KEY)).toBeUndefined();
  });

  it('is read from where an earlier version left it, and moves when something is kept', async () => {
    const pane = await projected();
    const kept = { name: '旧方案', headline: 'h', ledgerHash: 'a', policyId: 'p', scenario: { draws: 500 } };
    await pane.port.saveSetting(OLD_SCENARIOS_KEY, [kept]);
    await pane.commands.loadScenarios.run();
    expect(pane.state().simulation.saved.map(({ name }) => name)).toEqual(['旧方案']);
    await pane.commands.copyScenario.run('旧方案');
    const [xml = ''] = await pane.port.customXml(SCENARIOS_NAMESPACE);
    expect(scenariosOfXml(xml).map(({ name }) => name)).toEqual(['旧方案', '旧方案 2']);
  });

  it('a part that is not ours, or not of the right kind, is no scenario', () => {
    expect(scenariosOfXml('<scenarios xmlns="urn:mujun:scenarios">{"a":</scenarios>')).toEqual([]);
    expect(scenariosOfXml('<other/>')).toEqual([]);
    const odd = { name: 'x', headline: 'h', ledgerHash: 'a', policyId: 'p' };
    const scenario = {
      plotRatio: null,
      disposal: 7,
      draws: '9',
      distributions: [],
      firstYear: null,
      waiver: { on: true },
    };
    const [read] = readSaved([{ ...odd, scenario }]);
    expect(read?.scenario).toEqual({ ...initialScenario(), waiver: { ...initialScenario().waiver, on: true } });
  });

  it('counts who moves tier', () => {
    const moves = movedRows(Int8Array.of(0, 1, 2, -1), Int8Array.of(1, 0, 2, 2));
    expect(moves).toEqual([
      { row: 0, from: 0, to: 1 },
      { row: 1, from: 1, to: 0 },
    ]);
    expect(countMoves(moves)).toEqual({ up: 1, down: 1 });
  });
});
