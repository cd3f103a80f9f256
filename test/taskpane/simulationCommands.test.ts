import { describe, expect, it } from 'vitest';
import type { PaneContext } from '../../src/taskpane/commands/context';
import { headlineText } from '../../src/taskpane/components/simulation/headlineText';
import { gateState } from '../../src/taskpane/model/simulation/gate';
import { inefficientOptions } from '../../src/taskpane/model/simulation/inefficient';
import { paneText } from '../../src/text/pane';
import { SHENGYUE, TAIPU } from '../support/fixtureSheet';
import { memoryValues } from '../workbook/memoryBook';
import { fixtureSheets, openPane, type OpenedPane } from './support/openPane';
import { simulateHere } from './support/simulateHere';
import { smallLedger } from './support/smallLedger';
import { PATIENCE } from '../../src/worker/client';
import { createDrawPool } from '../../src/worker/drawPool';
import { startOddWorker } from '../worker/support/startOddWorker';

async function judged(file: string, policy: string): Promise<OpenedPane> {
  const pane = await openPane(fixtureSheets(file), { simulator: simulateHere });
  await pane.commands.choosePolicy.run(policy);
  await pane.commands.setAsOf.run('2023-06-30');
  return pane;
}

const optionsOf = ({ state }: OpenedPane) => {
  const assessment = state().understanding?.assessment;
  if (!assessment) throw new Error('not judged');
  return inefficientOptions(assessment, state().simulation.scenario.inefficient);
};

describe('a projection', () => {
  it('starts from the ledger as judged: its land, its tax, and the tier chosen as inefficient', async () => {
    const pane = await judged(SHENGYUE, 'shengzhou-2021');
    await pane.commands.startProjection.run();
    const { projection } = pane.state().simulation;
    const [option] = optionsOf(pane);
    expect(option).toMatchObject({ key: 'tier:重点排查', count: 298, chosen: true });
    expect(projection?.result.years[0]).toBe(2023);
    expect(projection?.result.parcels).toEqual({ rows: 1200, counted: 1167 });
    const disposed = projection?.result.scenario.disposedArea.reduce((sum, area) => sum + area, 0) ?? NaN;
    expect(disposed / (option?.area ?? NaN)).toBeGreaterThan(0.49);
    expect(disposed / (option?.area ?? NaN)).toBeLessThanOrEqual(0.5);
  });

  it('counts the same parcels by tier in its first year as the verdicts do', async () => {
    const pane = await judged(SHENGYUE, 'shengzhou-2021');
    await pane.commands.setScenario.run({ disposal: { on: false, percent: 0, years: 0 } });
    await pane.commands.startProjection.run();
    const { result } = pane.state().simulation.projection ?? {};
    const first = result?.tiers.map((tier, index) => [tier, result.baseline.parcelsByTier[index]?.[0]]);
    const bars = pane.state().understanding?.tierBars.filter(({ filter }) => filter.key !== '');
    expect(first).toEqual(bars?.map(({ filter, rows }) => [filter.key, rows.length]));
  });

  it('does nothing when every lever is off', async () => {
    const pane = await judged(TAIPU, 'taicang-2023');
    const { plotRatio, disposal } = pane.state().simulation.scenario;
    await pane.commands.setScenario.run({
      plotRatio: { ...plotRatio, on: false },
      disposal: { ...disposal, on: false },
    });
    await pane.commands.startProjection.run();
    const { projection } = pane.state().simulation;
    expect(projection?.result.scenario.tax).toEqual(projection?.result.baseline.tax);
    const text = projection && headlineText(projection, paneText('zh-CN'));
    expect(text).toMatch(/^没有选任何措施，2033 年亩均税收 [\d.]+ 万元\/亩。请先选措施再推演。$/);
  });

  it('writes the sheet 推演结果 with levers, both series, what to note and every assumption with its source', async () => {
    const pane = await judged(SHENGYUE, 'shengzhou-2021');
    await pane.commands.startProjection.run();
    await pane.commands.writeProjection.run('到 2026 年末……');
    const sheet = pane.port.book.sheet('推演结果');
    const cells = memoryValues(sheet, { row: 0, column: 0, rows: 120, columns: 12 });
    const first = cells.map((row) => row[0]);
    expect(first.slice(0, 3)).toEqual([
      expect.stringContaining('推演结果'),
      '系统初步研判，须经认定（嵊州2021，征求意见稿，基准日 2023-06-30）',
      '到 2026 年末……',
    ]);
    expect(first).toEqual(
      expect.arrayContaining([
        '措施',
        '怎样算出来的（期望值，与中间值略有不同）：逐年本方案',
        '怎样算出来的（期望值，与中间值略有不同）：逐年不采取措施',
        '要注意的',
        '假设与来源',
      ]),
    );
    const assumptions = cells.slice(first.indexOf('假设') + 1).filter((row) => row[0] !== '');
    expect(assumptions).toHaveLength(31);
    expect(assumptions.every((row) => /^(?:来源|假设|定义)/.test(String(row[8])))).toBe(true);
  });

  it('stops when asked, and says how it ended', async () => {
    const pane = await judged(SHENGYUE, 'shengzhou-2021');
    const run = pane.commands.startProjection.run();
    await Promise.resolve();
    await pane.commands.stop.run();
    await run;
    expect(pane.state().simulation).toMatchObject({ failure: { kind: 'cancelled' } });
    expect(pane.state().busy).toBeUndefined();
  });

  it('tells a worker that died, and runs again afterwards', async () => {
    const outcomes = [{ kind: 'failed', code: 'workerDied' }] as const;
    let runs = 0;
    const failing: PaneContext['simulator'] = {
      simulate: (input, options) => {
        const outcome = outcomes[runs++];
        return outcome ? Promise.resolve(outcome) : simulateHere.simulate(input, options);
      },
    };
    const draws = createDrawPool({ start: startOddWorker, workers: 1, patience: PATIENCE });
    const pane = await openPane([smallLedger({})], { simulator: failing, draws });
    await pane.commands.choosePolicy.run('shengzhou-2021');
    await pane.commands.startProjection.run();
    expect(pane.state().simulation.failure).toEqual({ kind: 'failed', code: 'workerDied' });
    await pane.commands.startProjection.run();
    expect(pane.state().simulation.failure).toBeUndefined();
    expect(pane.state().simulation.projection).toBeDefined();
    draws.close();
  });
});

describe('the waiver gate', () => {
  it('is shut without a basis, open on the national rule, and shut on an expired one', async () => {
    const pane = await judged(TAIPU, 'taicang-2023');
    const { scenario } = pane.state().simulation;
    const pack = pane.state().understanding?.assessment.policy?.pack;
    if (!pack) throw new Error('no policy');
    const gate = (basis: string | undefined, year: number) =>
      gateState(pack, { ...scenario, waiver: { ...scenario.waiver, ...(basis === undefined ? {} : { basis }) } }, year);
    expect(gate(undefined, 2024)).toEqual({ kind: 'closed', reason: 'noBasis' });
    expect(gate('taicang-2023', 2024)).toEqual({ kind: 'open' });
    expect(gate('taicang-2023', 2026)).toEqual({ kind: 'closed', reason: 'basisNotInForce' });
    expect(gate('national-land-use', 2026)).toEqual({ kind: 'open' });
  });

  it('is not offered another county’s basis', async () => {
    const pane = await judged(SHENGYUE, 'shengzhou-2021');
    const { scenario } = pane.state().simulation;
    const pack = pane.state().understanding?.assessment.policy?.pack;
    const waiver = { ...scenario.waiver, basis: 'taicang-2023' };
    expect(pack && gateState(pack, { ...scenario, waiver }, 2024)).toEqual({ kind: 'closed', reason: 'noBasis' });
  });
});

describe('draws that wait', () => {
  it('are paused and go on, and come to what they would have come to', async () => {
    const pool = createDrawPool({ start: startOddWorker, workers: 1, patience: PATIENCE });
    const pane = await openPane([smallLedger({})], { simulator: simulateHere, draws: pool });
    await pane.commands.choosePolicy.run('shengzhou-2021');
    await pane.commands.setScenario.run({ draws: 3000 });
    const seen: unknown[] = [];
    const forget = pane.store.subscribe(() => {
      if (pane.state().busy?.waits !== false) return;
      forget();
      void pane.commands.pause.run();
      seen.push(pane.state().busy);
      setTimeout(() => void pane.commands.resume.run(), 50);
    });
    const run = pane.commands.startProjection.run();
    expect(pane.commands.pause.enabled(pane.state())).toBe(false);
    await run;
    expect(seen).toEqual([expect.objectContaining({ waits: true, phase: 'drawing' })]);
    const drawn = pane.state().simulation.projection?.drawn;
    expect(drawn?.extent).toBe('all');
    await pane.commands.startProjection.run();
    expect(pane.state().simulation.projection?.drawn?.result.metrics).toStrictEqual(drawn?.result.metrics);
    pool.close();
  });
});
