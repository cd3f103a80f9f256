import { afterAll, describe, expect, it } from 'vitest';
import type { Goal, Knob } from '../../src/engine/simulate/index';
import { goalText } from '../../src/taskpane/components/simulation/goalText';
import { headlineText } from '../../src/taskpane/components/simulation/headlineText';
import { inefficientOptions } from '../../src/taskpane/model/simulation/inefficient';
import { inputProblemText, leverLine } from '../../src/taskpane/levers/all';
import type { Scenario } from '../../src/taskpane/state/simulationState';
import { paneText } from '../../src/text/pane';
import { noticeText, simulationFailureText } from '../../src/text/simulate';
import { createSimulateClient, PATIENCE } from '../../src/worker/client';
import { createDrawPool } from '../../src/worker/drawPool';
import { startOddWorker } from '../worker/support/startOddWorker';
import { openPane, type OpenedPane } from './support/openPane';
import { smallLedger } from './support/smallLedger';

const simulator = createSimulateClient({ start: startOddWorker });
const draws = createDrawPool({ start: startOddWorker, workers: 1, patience: PATIENCE });
afterAll(() => {
  simulator.close();
  draws.close();
});
const t = paneText('zh-CN');

type Change = { readonly [Name in keyof Scenario]?: Partial<Scenario[Name]> };

/** A pane over three enterprises of 10, 20 and 5 亩, every lever off but those given, run. */
async function run(change: Change, ledger: Parameters<typeof smallLedger>[0] = {}): Promise<OpenedPane> {
  const pane = await openPane([smallLedger(ledger)], { simulator, draws });
  await pane.commands.choosePolicy.run('shengzhou-2021');
  const { scenario } = pane.state().simulation;
  const off = {
    plotRatio: { ...scenario.plotRatio, on: false },
    waiver: { ...scenario.waiver, on: false },
    disposal: { ...scenario.disposal, on: false },
  };
  const given = Object.entries(change).map(([name, own]) => {
    const before = { ...scenario, ...off }[name as keyof Scenario];
    return [name, typeof own === 'object' && !Array.isArray(own) ? Object.assign({}, before, own) : own];
  });
  await pane.commands.setScenario.run({ ...off, ...(Object.fromEntries(given) as Partial<Scenario>), draws: 500 });
  await pane.commands.startProjection.run();
  return pane;
}

/** What is said of a run: its headline or why there is none, and its notes. */
function said({ state }: OpenedPane): string[] {
  const { projection, failure } = state().simulation;
  if (projection)
    return [headlineText(projection, t), ...projection.result.notices.map((notice) => noticeText(notice, 'zh-CN'))];
  if (failure?.kind !== 'failed') return [];
  if (failure.code === 'badInput') return failure.problems.map((problem) => inputProblemText(problem, 'zh-CN'));
  const notices = failure.code === 'noUsableParcels' ? failure.notices : [];
  return [simulationFailureText(failure.code, 'zh-CN'), ...notices.map((notice) => noticeText(notice, 'zh-CN'))];
}

/** Every parcel that is judged counts as inefficient. */
async function allTaken(change: Change): Promise<OpenedPane> {
  const first = await run({});
  const assessment = first.state().understanding?.assessment;
  if (!assessment) throw new Error('not judged');
  const inefficient = inefficientOptions(assessment, undefined).map(({ key }) => key);
  return await run({ inefficient, disposal: { on: true, percent: 100, years: 0 }, ...change });
}

describe('levers that make nothing happen', () => {
  it('none chosen: choose one', async () => {
    expect(said(await run({}))).toEqual(['没有选任何措施，2034 年亩均税收 8.57 万元/亩。请先选措施再推演。']);
  });

  it.each<[string, Change]>([
    ['a waiver', { waiver: { on: true } }],
    ['增存挂钩', { incrementStock: { on: true, mode: 'byDisposal' } }],
    ['a fund and standard land', { fund: { on: true }, standardLand: { on: true } }],
  ])('only %s, which helps others: not said to be none', async (_, change) => {
    const [headline] = said(await run(change));
    expect(headline).toBe(
      '所选的只是配套措施，要与提高容积率、处置低效用地或提质增效一起用才起作用，2034 年亩均税收仍是 8.57 万元/亩。',
    );
  });

  it.each<[string, Change]>([
    ['a share of 0', { disposal: { on: true, percent: 0 } }],
    ['an uplift of 0', { upgrade: { on: true, percent: 0, costPerMu: 0 } }],
    ['a response of 0', { upgrade: { on: true, response: 0 } }],
    ['prices of 0', { prices: { on: true, c: 0, d: 0 } }],
  ])('%s: to be set higher, and no notes are pointed to', async (_, change) => {
    const [headline] = said(await run(change));
    expect(headline).toBe(
      '所选措施的比例是 0，或者范围里没有地块，2034 年亩均税收仍是 8.57 万元/亩。请调高比例或放宽范围。',
    );
  });

  it('a share that no whole parcel fits: the notes say why', async () => {
    const [headline, note] = said(await run({ disposal: { on: true, percent: 1 } }));
    expect(headline).toContain('没有作用到任何地块');
    expect(headline).toContain('请看“要注意的”');
    expect(note).toBe(
      '按整宗处置，可处置 0.0 亩（0.0%），目标为 0.1 亩（1.0%）：余下的宗地放不进差额，或者缺税收不能排序。',
    );
  });

  it('parcels that pay no tax leave: nothing is lifted by it, and nothing is said to be', async () => {
    const notes = said(await run({ disposal: { on: true, percent: 50 } }, { taxes: [0, 0, 0] })).slice(1);
    expect(notes.filter((note) => note.includes('机械抬高'))).toEqual([]);
    const lifting = said(await run({ disposal: { on: true, percent: 100 } })).slice(1);
    expect(lifting.filter((note) => note.includes('机械抬高'))).toHaveLength(1);
  });
});

/** As often on time as the assumption says, in every draw. */
const ON_TIME = { disposalOnTime: { kind: 'fixed' } } as const;

describe('all parcels taken', () => {
  it('no land is left for certain', async () => {
    const pane = await allTaken({ assumptions: { horizon: 1, disposalOnTime: 1 }, distributions: ON_TIME });
    expect(said(pane)[0]).toBe(
      '到 2025 年没有在用土地（可能性 100.0%），亩均税收无从计算。请把处置比例调低，或把推演年限延长到再供地以后。',
    );
  });

  it('no land is left in some draws: no range is told that would be true of the others only', async () => {
    const pane = await allTaken({ assumptions: { horizon: 1, disposalOnTime: 0.5 }, distributions: ON_TIME });
    const [, chance] = /^到 2025 年没有在用土地（可能性 ([\d.]+)%）/.exec(said(pane)[0] ?? '') ?? [];
    const { drawn } = pane.state().simulation.projection ?? {};
    expect(drawn?.result.metrics.taxPerMu.at(-1)?.p50).toBeGreaterThan(0);
    expect(Math.abs(Number(chance) - 100 * 0.5 ** 3)).toBeLessThan(6);
  });

  it('what comes back is land again', async () => {
    const [headline] = said(await allTaken({ assumptions: { disposalOnTime: 1 }, distributions: ON_TIME }));
    expect(headline).toMatch(/^到 2024 年处置约 35\.0 亩，九成把握就是这个数。2034 年亩均税收约 [\d.]+ 万元\/亩，九成/);
  });
});

describe('a horizon of one year', () => {
  it('a lever that ends later: which year is wrong, and what to do', async () => {
    const change: Change = { disposal: { on: true, percent: 100, years: 3 }, assumptions: { horizon: 1 } };
    expect(said(await run(change))).toEqual(['处置完成年应在方案首年与末年之间。请改年份，或在假设里延长推演年限。']);
  });

  it('a goal for a year beyond it is refused, not told as out of reach', async () => {
    const pane = await run({ disposal: { on: true, percent: 100, years: 1 }, assumptions: { horizon: 1 } });
    await pane.commands.seekGoal.run({ knob: 'disposalShare', goal: goalOf({ year: 2027 }) });
    expect(pane.state().simulation.goal).toBeUndefined();
    expect(pane.state().simulation.failure).toMatchObject({ code: 'badInput', problems: [{ code: 'dates' }] });
    await pane.commands.seekGoal.run({ knob: 'disposalShare', goal: goalOf({ year: 2025 }) });
    expect(pane.state().simulation.goal?.outcome.kind).toBe('reached');
  });
});

describe('every tax unknown', () => {
  it.each([[['', '', '']], [['不详', '—', '未知']]])('%j', async (taxes) => {
    expect(said(await run({ disposal: { on: true } }, { taxes }))).toEqual([
      '没有一宗地块同时有用地面积和税收，无法推演。请先在台账中补填或改选列。',
      '3 宗（第 2、3、4 行）没有税收，没有参加推演。补填后按“更新”。',
    ]);
  });
});

const goalOf = (own: Partial<Goal>) =>
  ({ kind: 'chance', metric: 'disposedArea', year: 2027, value: 5, chance: 0.8, ...own }) as Goal;

describe('a goal', () => {
  const answer = async (knob: Knob, own: Partial<Goal>, change: Change = { disposal: { on: true, percent: 10 } }) => {
    const pane = await run(change);
    await pane.commands.seekGoal.run({ knob, goal: goalOf(own) });
    const { goal } = pane.state().simulation;
    return { pane, goal, text: goal ? goalText(goal, t) : '' };
  };

  it('met already needs no lever', async () => {
    const { text } = await answer('disposalShare', { metric: 'taxPerMu', value: 8 });
    expect(text).toBe('不用调处置比例就已达到（把握 100.0%）。');
  });

  it('of 0 is met whatever is done; a tax per mu of 0 that is not met is no such goal', async () => {
    const { text } = await answer('disposalShare', { value: 0 });
    expect(text).toBe('目标是 0，不采取措施也达到。请填要达到的数。');
    const pane = await run({ disposal: { on: true, percent: 10 } }, { taxes: [-400, -10, -10] });
    const goal = goalOf({ metric: 'taxPerMu', year: 2024, value: 0 });
    await pane.commands.seekGoal.run({ knob: 'disposalShare', goal });
    const { goal: found } = pane.state().simulation;
    expect(found && goalText(found, t)).toMatch(
      /^达不到：.+，2024 年亩均税收的中间值约 -12\.00 万元\/亩，离 0\.00 万元\/亩还差/,
    );
  });

  it('out of reach: what full effort gives', async () => {
    const { text } = await answer('disposalShare', { value: 1e6 });
    expect(text).toMatch(
      /^达不到：处置比例调到 100\.0% 已是最大作用，2027 年累计处置面积的中间值约 10\.0 亩，离 1,000,000\.0 亩还差 999,990\.0 亩/,
    );
  });

  it('is answered by a turn that can be set, and that turn reaches it', async () => {
    const { pane, goal } = await answer('disposalShare', { value: 5 });
    if (goal?.outcome.kind !== 'reached') throw new Error('not reached');
    const { knob: value, reached, trials } = goal.outcome;
    expect(value * 1000).toBe(Math.round(value * 1000));
    expect(trials.filter(({ knob }) => knob < value).every((trial) => trial.reached < 0.8)).toBe(true);
    await pane.commands.takeGoal.run({ knob: 'disposalShare', value });
    await pane.commands.seekGoal.run({ knob: 'disposalShare', goal: goalOf({ value: 5 }) });
    expect(pane.state().simulation.scenario.disposal.percent / 100).toBe(value);
    expect(pane.state().simulation.goal?.outcome).toMatchObject({ kind: 'reached', reached });
  });

  it('of a lever that is off says which', async () => {
    const { text } = await answer('upgradeUplift', {});
    expect(text).toBe('先打开“提质增幅”所属的措施。');
  });
});

describe('a card', () => {
  it('has the plot ratio as it was taken over, to the hundredth', async () => {
    const pane = await run({ plotRatio: { on: true, target: 1.85 } });
    expect(leverLine(pane.state().simulation.scenario)).toContain('容积率到 1.85');
    expect(
      leverLine({
        ...pane.state().simulation.scenario,
        plotRatio: { ...pane.state().simulation.scenario.plotRatio, target: 2 },
      }),
    ).toContain('容积率到 2.0 ');
  });
});
