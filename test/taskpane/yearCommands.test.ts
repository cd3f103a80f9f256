import { describe, expect, it } from 'vitest';
import { paneText } from '../../src/text/pane';
import { conflictLines } from '../../src/taskpane/model/targets/conflictLines';
import { measureOfPath, pathChoices, undecidedCount } from '../../src/taskpane/model/targets/pathMeasures';
import { askedYears } from '../../src/taskpane/model/targets/yearQuestion';
import { yearTotals } from '../../src/taskpane/model/targets/yearTotals';
import { fixtureSheets, openPane, type OpenedPane } from './support/openPane';
import type { YearSettings } from '../../src/taskpane/state/targetState';
import { SHENGYUE } from '../support/fixtureSheet';

const YEARS = [2021, 2022, 2023];

/** Thirty parcels in three townships, the first of them closed out by days of 2021 where `closed` says so; their paths are 待核实, all to be disposed of unless `measures` says otherwise. */
async function small(closed = 0, measures: YearSettings['measures'] = { 待核实: 'dispose' }): Promise<OpenedPane> {
  const header = ['企业名称', '区镇', '用地面积（亩）', '税收（万元）', '建筑面积（平方米）', '是否低效', '完成日期'];
  const rows = Array.from({ length: 30 }, (_, row) => [
    ...[
      `第${String(row + 1)}公司`,
      ['甲镇', '乙镇', '丙镇'][row % 3] ?? '',
      10 + row,
      20 + row,
      4000 + 100 * row,
      '是',
    ],
    row < closed ? '2021-09-30' : '',
  ]);
  const pane = await openPane([{ name: '台账', cells: [header, ...rows] }]);
  await pane.commands.choosePolicy.run('xuchang-2021');
  await pane.commands.setTarget.run({ year: 2021, proposal: 'own', total: 600 });
  await pane.commands.setYears.run({ measures });
  return pane;
}

const planOf = ({ state }: OpenedPane) => {
  const { plan } = state().targets.years;
  if (!plan) throw new Error(JSON.stringify(state().targets.years.conflict?.infeasible ?? state().message));
  return plan;
};

async function shown({ port }: OpenedPane, name: string) {
  const sheet = (await port.sheets()).find((one) => one.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return (await port.read(sheet.id))?.values ?? [];
}

describe('targets over several years', () => {
  it('are what the policy sets for a year, what was typed, and equal steps between', async () => {
    const pane = await small();
    const goals = () => (askedYears(pane.state(), 2024)?.goals ?? []).map(({ total, from }) => [total, from]);
    // 60 % of 735 亩 by the end of 2021; the policy's own area by the end of 2022 is far more than there is.
    expect(goals()[0]).toEqual([441, 'policy']);
    await pane.commands.setYears.run({ typed: { 2022: { total: 500 } } });
    expect(goals()).toEqual([
      [441, 'policy'],
      [500, 'typed'],
      [600, 'policy'],
    ]);
    await pane.commands.setTarget.run({ year: 2024 });
    expect(goals()).toEqual([
      [200, 'between'],
      [400, 'between'],
      [600, 'policy'],
    ]);
  });

  it('are met year by year within money and cases, townships in their phases', async () => {
    const pane = await small();
    await pane.commands.setParcels.run({ leastPart: 0 });
    await pane.commands.setYears.run({
      typed: {
        2021: { total: 120, cases: 6 },
        2022: { total: 300, fund: 12_000 },
        2023: { total: 500 },
      },
      starts: { 丙镇: 2022 },
    });
    await pane.commands.planYears.run();
    const plan = planOf(pane);
    const totals = yearTotals(plan);
    expect(totals.map(({ year }) => year)).toEqual(YEARS);
    for (const { running, goal } of totals) expect(running).toBeGreaterThanOrEqual(goal);
    expect(totals[0]?.count).toBeLessThanOrEqual(6);
    expect(totals[1]?.cost).toBeLessThanOrEqual(12_000);
    const townshipOf = new Map(plan.question.rows.map(({ row, township }) => [row, township]));
    for (const { row, year } of plan.taken) if (townshipOf.get(row) === '丙镇') expect(year).toBeGreaterThan(2021);
    // A bound that is proven in the time there is, also on a busy machine.
    expect(plan.gap).toBeLessThanOrEqual(0.02);
    // What eight draws in ten reach is less than what is planned, and more than half of it.
    for (const { sure, running } of totals) {
      expect(sure).toBeLessThan(running);
      expect(sure).toBeGreaterThan(running / 2);
    }
  });

  it('that cannot be met say which year lacks what', async () => {
    const pane = await small();
    await pane.commands.setYears.run({ typed: { 2021: { total: 300, fund: 1000 }, 2022: { total: 400 }, 2023: {} } });
    await pane.commands.planYears.run();
    const { conflict, plan } = pane.state().targets.years;
    expect(plan).toBeUndefined();
    if (!conflict) throw new Error('no conflict');
    const lines = conflictLines(conflict, paneText('zh-CN'));
    expect(lines[0]).toBe('这些限制合在一起办不到目标（已证明）。');
    expect(lines[1]).toMatch(/^不改资金、宗数和上限：2021年底累计目标须减 [\d,.]+ 亩/);
    expect(lines[2]).toMatch(/^要完成目标：2021年资金须加 [\d,]+ 万元。$/);
  });

  it('go on from what was really closed out, once the year has moved on', async () => {
    const typed = { 2021: { total: 200 }, 2022: { total: 400 }, 2023: { total: 600 } };
    const before = await small();
    await before.commands.setYears.run({ typed });
    await before.commands.planYears.run();
    const after = await small(6);
    await after.commands.setTarget.run({ year: 2022 });
    await after.commands.setYears.run({ typed, count: 2 });
    await after.commands.planYears.run();
    const reached = [10, 11, 12, 13, 14, 15].reduce((sum, own) => sum + own, 0);
    const { question, taken } = planOf(after);
    expect(question.goals.map(({ year, total }) => [year, total])).toEqual([
      [2022, 400],
      [2023, 600],
    ]);
    expect(question.done.reduce((sum, own) => sum + own, 0)).toBe(reached);
    expect(taken.some(({ row }) => row < 6)).toBe(false);
    const [first] = yearTotals(planOf(after));
    expect(first?.area).toBeGreaterThanOrEqual(400 - reached);
    expect(first?.running).toBeCloseTo(reached + (first?.area ?? NaN), 6);
    expect(yearTotals(planOf(before))[1]?.area).toBeLessThan(first?.area ?? NaN);
  });

  it('are stale once anything that they rest on has changed', async () => {
    const pane = await small();
    await pane.commands.setYears.run({ typed: { 2021: { total: 100 }, 2022: { total: 200 } } });
    expect(pane.commands.generateYears.enabled(pane.state())).toBe(false);
    await pane.commands.planYears.run();
    expect(pane.commands.generateYears.enabled(pane.state())).toBe(true);
    await pane.commands.setYears.run({ count: 2 });
    expect(pane.commands.generateYears.enabled(pane.state())).toBe(false);
  });
});

describe('the sheets of several years', () => {
  it('are the plan, its parcels, and each year’s target, of which the shares are those planned', async () => {
    const pane = await small();
    await pane.commands.setYears.run({ typed: { 2021: { total: 150 }, 2022: { total: 330 }, 2023: { total: 500 } } });
    await pane.commands.planYears.run();
    await pane.commands.generateYears.run();
    expect(pane.state().message?.code).toBe('wroteYears');
    const names = pane.port.book.sheets.map(({ name }) => name);
    const made = ['推进计划2021', '分年地块2021', ...YEARS.flatMap((year) => [`年度目标${String(year)}`])];
    for (const name of made) expect(names).toContain(`${name}_v1`);
    const totals = yearTotals(planOf(pane));
    const plan = await shown(pane, '推进计划2021_v1');
    for (const [index, { year, goal, area }] of totals.entries()) {
      const line = plan[7 + index] ?? [];
      expect(line[0]).toBe(year);
      expect(line[1]).toBe(goal);
      expect(line[3]).toBeCloseTo(area, 9);
    }
    const parcels = await shown(pane, '分年地块2021_v1');
    expect(parcels.filter(([, year]) => /^202\d年$/.test(String(year)))).toHaveLength(planOf(pane).taken.length);
    const [first, second] = totals.map(({ running }) => running);
    const own = [150, 330 - (first ?? NaN), 500 - (second ?? NaN)];
    for (const [index, year] of YEARS.entries()) {
      const cells = await shown(pane, `年度目标${String(year)}_v1`);
      const shares = cells.slice(7, 10).map((line) => Number(line[5]));
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(own[index]);
      expect(cells.flat().some((cell) => String(cell).includes('分年安排的累计目标为2021年底150.0亩'))).toBe(true);
      expect(String(cells[3]?.[6])).toBe(String(Date.UTC(year, 0, 1) / 86_400_000 + 25_569));
    }
    await pane.commands.undoWrite.run();
    expect(pane.port.book.sheets).toHaveLength(1);
  });

  it('made again keep what people typed on the plan', async () => {
    const pane = await small();
    await pane.commands.setYears.run({ typed: { 2021: { total: 150 }, 2022: { total: 330 }, 2023: { total: 500 } } });
    await pane.commands.planYears.run();
    await pane.commands.generateYears.run();
    const sheet = (await pane.port.sheets()).find(({ name }) => name === '推进计划2021_v1');
    const cells = await shown(pane, '推进计划2021_v1');
    const remark = (cells[7]?.length ?? 0) - 1;
    await pane.port.write({
      title: '填',
      sheet: { id: sheet?.id ?? '' },
      blocks: [{ area: { row: 7, column: remark, rows: 1, columns: 1 }, values: [['先做东区']] }],
    });
    await pane.commands.generateYears.run();
    expect(pane.state().message?.code).toBe('wroteYearsAgain');
    expect((await shown(pane, '推进计划2021_v2'))[7]?.[remark]).toBe('先做东区');
  });
});

describe('measures', () => {
  it.each([
    ['拆除重建', 'renew'],
    ['整治提升', 'upgrade'],
    ['功能转型', 'dispose'],
    ['关停退出', 'dispose'],
    ['更新', 'renew'],
    ['提质', 'upgrade'],
    ['整治', 'upgrade'],
    ['依法处置', 'dispose'],
    ['减量化', 'dispose'],
    ['改造提升', 'upgrade'],
    ['待研判', 'none'],
    ['保留', 'none'],
  ] as const)('%s is %s unless a person says otherwise', (path, measure) => {
    expect(measureOfPath(path, { measures: {} })).toBe(measure);
    expect(measureOfPath(path, { measures: { [path]: 'dispose' } })).toBe('dispose');
  });

  it.each(['待核实', '待核实：缺 建筑质量', '', '消化供地', '一事一议'])(
    '“%s” says nothing: it is asked about',
    (path) => {
      const [asked] = pathChoices([{ path }], { measures: {} });
      expect(asked?.measure).toBeUndefined();
      expect(undecidedCount([{ path }], { measures: {} })).toBe(1);
      const measures = { [asked?.path ?? '']: 'renew' } as const;
      expect(pathChoices([{ path }], { measures })[0]?.measure).toBe('renew');
      expect(undecidedCount([{ path }], { measures })).toBe(0);
    },
  );

  it('that nobody has said plan for no parcel, and prove nothing of the targets', async () => {
    const pane = await small(0, {});
    await pane.commands.planYears.run();
    expect(pane.state().targets.years).toEqual({});
    expect(pane.state().message).toMatchObject({ code: 'yearsAllUndecided', values: { count: 30 } });
    const typed = { 2021: { total: 100 }, 2022: { total: 200 }, 2023: { total: 300 } };
    await pane.commands.setYears.run({ typed, measures: { 待核实: 'upgrade' } });
    await pane.commands.planYears.run();
    expect(new Set(planOf(pane).taken.map(({ measure }) => measure))).toEqual(new Set(['upgrade']));
    expect(planOf(pane).question.undecided).toBe(0);
  });

  it('of a ledger with four paths are counted in the plan, and those not planned for are told', async () => {
    const pane = await openPane(fixtureSheets(SHENGYUE));
    await pane.commands.choosePolicy.run('shengzhou-2021');
    await pane.commands.setAsOf.run('2021-06-30');
    await pane.commands.planYears.run();
    const plan = planOf(pane);
    const totals = yearTotals(plan);
    expect(totals.map(({ goal }) => goal).at(-1)).toBe(3000);
    expect(totals.at(-1)?.running).toBeGreaterThanOrEqual(3000);
    const measures = new Set(plan.taken.map(({ measure }) => measure));
    expect(measures.size).toBeGreaterThan(1);
    const open = askedYears(pane.state(), 2024)?.open ?? [];
    const kept = open.filter(({ path }) => /保留|待研判/.test(path)).length;
    const unjudged = open.filter(({ path }) => path.startsWith('待核实'));
    expect(unjudged.length).toBeGreaterThan(0);
    expect(plan.question).toMatchObject({ leftOut: kept, undecided: unjudged.length });
    expect(plan.question.rows).toHaveLength(open.length - kept - unjudged.length);
    const rows = new Set(unjudged.map(({ row }) => row));
    expect(plan.taken.filter(({ row }) => rows.has(row))).toEqual([]);
    await pane.commands.generateYears.run();
    for (const name of ['推进计划2021_v1', '分年地块2021_v1']) {
      const words = (await shown(pane, name)).flat().map(String);
      expect(words.filter((word) => word.includes(`另有${String(unjudged.length)}宗路径未定，没有列入`))).toHaveLength(
        1,
      );
    }
  });
});
