import { describe, expect, it } from 'vitest';
import { paneText } from '../../src/text/pane';
import { conflictLines } from '../../src/taskpane/model/targets/conflictLines';
import { SHENGYUE } from '../support/fixtureSheet';
import { said } from '../support/failing/untold';
import { fixtureSheets, openPane, type OpenedPane } from './support/openPane';

async function judged(): Promise<OpenedPane> {
  const pane = await openPane(fixtureSheets(SHENGYUE));
  await pane.commands.choosePolicy.run('shengzhou-2021');
  await pane.commands.setAsOf.run('2023-06-30');
  return pane;
}

const chosen = ({ state }: OpenedPane) => state().targets.allocations[state().targets.chosen];

describe('parcels that could not be chosen', () => {
  const FAILURES = ['noSolver', 'workerUnavailable', 'workerDied', 'internal'] as const;

  it.each(FAILURES)('%s: is told in words, and what a program says only where it is an error of ours', async (code) => {
    const pane = await judged();
    const detail = 'CompileError: refused by the policy of the page';
    Object.assign(pane.context, { allocator: () => Promise.resolve({ kind: 'failed', code, detail }) });
    const told: string[] = [];
    for (const command of ['allocateParcels', 'seekFrontier', 'planYears'] as const) {
      await pane.commands[command].run();
      const { message } = pane.state();
      expect([command, message?.intent]).toEqual([command, 'error']);
      told.push(said(message));
    }
    expect(new Set(told).size).toBe(1);
    expect(told[0]).toMatch(code === 'noSolver' ? /其余照常/ : /台账没有改动/);
    expect(told[0]?.includes('CompileError')).toBe(code === 'internal');
  });
});

describe('parcels for the target', () => {
  it('meet it at least cost, quarter by quarter, each township at least half of its share by weights', async () => {
    const pane = await judged();
    await pane.commands.split.run();
    const weighted = chosen(pane);
    await pane.commands.allocateParcels.run();
    const plan = chosen(pane);
    expect(plan?.gap).toBeLessThanOrEqual(1e-3);
    expect(plan?.names).toEqual(weighted?.names);
    // The shares add up to the target to the last 亩; whole parcels go a little beyond it.
    expect(plan?.shares.reduce((sum, share) => sum + share, 0)).toBe(3000);
    const rows = new Map((await stockRows(pane)).map((row) => [row.row, row]));
    const areaOf = (quarters: number) =>
      (plan?.plan ?? []).reduce(
        (sum, { row, quarter }) => sum + (quarter <= quarters ? (rows.get(row)?.area ?? NaN) : 0),
        0,
      );
    for (const [quarter, part] of [0.1, 0.35, 0.65, 1].entries())
      expect(areaOf(quarter)).toBeGreaterThanOrEqual(3000 * part);
    for (const [index, name] of (plan?.names ?? []).entries()) {
      const area = (plan?.plan ?? []).reduce(
        (sum, { row }) => sum + (rows.get(row)?.township === name ? (rows.get(row)?.area ?? NaN) : 0),
        0,
      );
      expect(area).toBeGreaterThanOrEqual(0.5 * (weighted?.shares[index] ?? NaN) - 1e-6);
    }
  });

  it('go onto a sheet of their own beside the target sheet', async () => {
    const pane = await judged();
    await pane.commands.allocateParcels.run();
    await pane.commands.generateTargets.run();
    const name = '地块安排2023_v1';
    const sheet = (await pane.port.sheets()).find((one) => one.name === name);
    const cells = (await pane.port.read(sheet?.id ?? ''))?.values ?? [];
    const listed = cells.filter(([, quarter]) => /^[一二三四]季度$/.test(String(quarter)));
    expect(listed).toHaveLength(chosen(pane)?.plan?.length ?? NaN);
    expect(cells.flat().some((cell) => String(cell).includes('系统初步研判，须经认定'))).toBe(true);
  });

  it('say what would have to change where money does not suffice, and leave the splits as they are', async () => {
    const pane = await judged();
    await pane.commands.split.run();
    const before = pane.state().targets.allocations;
    await pane.commands.setParcels.run({ fund: 50_000 });
    await pane.commands.allocateParcels.run();
    const { conflict, allocations } = pane.state().targets;
    expect(allocations).toBe(before);
    if (!conflict) throw new Error('no conflict');
    const lines = conflictLines(conflict, paneText('zh-CN'));
    expect(lines[0]).toBe('这些限制合在一起办不到目标（已证明）。');
    expect(lines[1]).toMatch(/^不改资金、宗数和上限：.*四季度累计目标须减 [\d,.]+ 亩/);
    expect(lines[2]).toMatch(/^要完成目标：资金须加 [\d,]+ 万元。$/);
  });

  it('take more land where work slips, and say how sure each quarter is', async () => {
    const pane = await judged();
    await pane.commands.allocateParcels.run();
    const plain = chosen(pane)?.plan?.length ?? NaN;
    await pane.commands.setParcels.run({ eightInTen: true });
    await pane.commands.allocateParcels.run();
    const sure = chosen(pane);
    expect(sure?.plan?.length).toBeGreaterThan(plain);
    expect(sure?.chances?.filter(({ id }) => id.startsWith('quarter:')).every(({ chance }) => chance >= 0.8)).toBe(
      true,
    );
  });
});

describe('limits that a person sets', () => {
  const taken = async (pane: OpenedPane) => {
    const rows = new Map((await stockRows(pane)).map((row) => [row.row, row]));
    return (chosen(pane)?.plan ?? []).flatMap(({ row, quarter }) => {
      const stock = rows.get(row);
      return stock ? [{ ...stock, quarter }] : [];
    });
  };
  /** Selects a row of the ledger by its place among the data rows. */
  const select = async ({ port, state }: OpenedPane, row: number) => {
    const { source } = state();
    if (!source) throw new Error('no ledger');
    const { contents, body } = source;
    await port.select(contents.sheet.id, { row: body.row + row, column: body.column, rows: 1, columns: 1 });
  };

  it('parcels that must be taken are, and those that must not are not', async () => {
    const pane = await judged();
    await pane.commands.allocateParcels.run();
    const first = await taken(pane);
    const dropped = first[0];
    const open = (await stockRows(pane)).filter(
      ({ counted, closing, area, township }) =>
        counted === true && closing.kind === 'none' && area > 0 && township !== '',
    );
    const added = open.find(({ row }) => !first.some((parcel) => parcel.row === row));
    if (!dropped || !added) throw new Error('nothing to rule');
    await select(pane, dropped.row);
    await pane.commands.ruleParcels.run('not');
    await select(pane, added.row);
    await pane.commands.ruleParcels.run('must');
    expect(pane.state().message?.code).toBe('parcelsRuledDone');
    await pane.commands.allocateParcels.run();
    const rows = (await taken(pane)).map(({ row }) => row);
    expect(rows).toContain(added.row);
    expect(rows).not.toContain(dropped.row);
    await pane.commands.ruleParcels.run(undefined);
    expect(Object.values(pane.state().targets.settings.parcels.ruled)).toEqual(['not']);
  });

  it('a selection without such a parcel is told', async () => {
    const pane = await judged();
    await select(pane, -1);
    await pane.commands.ruleParcels.run('must');
    expect(pane.state().message?.code).toBe('parcelsRuleNone');
    expect(pane.state().targets.settings.parcels.ruled).toEqual({});
  });

  it('a township has no more and no less than was typed for it; more than its stock is a conflict that names it', async () => {
    const pane = await judged();
    await pane.commands.setParcels.run({ bounds: { 甘霖镇: { least: 60, most: 90 } } });
    await pane.commands.allocateParcels.run();
    const area = (await taken(pane)).reduce((sum, own) => sum + (own.township === '甘霖镇' ? own.area : 0), 0);
    expect(area).toBeGreaterThanOrEqual(60);
    expect(area).toBeLessThanOrEqual(90);
    await pane.commands.setParcels.run({ bounds: { 甘霖镇: { least: 1_000_000 } } });
    await pane.commands.allocateParcels.run();
    const { conflict } = pane.state().targets;
    expect(conflict && conflictLines(conflict, paneText('zh-CN'))[1]).toMatch(/甘霖镇最低数须减 [\d,.]+ 亩/);
  });

  it('pilots begin at once, the others in their quarter', async () => {
    const pane = await judged();
    const pilots = (chosen(pane)?.names ?? (await stockRows(pane)).map(({ township }) => township)).slice(0, 4);
    await pane.commands.setParcels.run({ pilots, othersFrom: 2 });
    await pane.commands.allocateParcels.run();
    const { conflict } = pane.state().targets;
    if (conflict) throw new Error(conflictLines(conflict, paneText('zh-CN')).join());
    const parcels = await taken(pane);
    expect(parcels.length).toBeGreaterThan(0);
    for (const { township, quarter } of parcels) if (!pilots.includes(township)) expect(quarter).toBeGreaterThan(1);
  });

  it('parcels of one 更新单元 go together, and every cluster has its cases', async () => {
    const header = ['企业名称', '区镇', '产业集聚区', '更新单元', '用地面积（亩）', '税收（万元）', '是否低效'];
    const rows = Array.from({ length: 24 }, (_, row) => [
      ...[`第${String(row + 1)}公司`, row % 2 ? '甲镇' : '乙镇', row % 3 ? '东区' : '西区'],
      ...[row < 6 ? `单元${String(row % 2)}` : '', 10 + row, 20, '是'],
    ]);
    const pane = await openPane([{ name: '台账', cells: [header, ...rows] }]);
    await pane.commands.choosePolicy.run('shengzhou-2021');
    await pane.commands.setTarget.run({ proposal: 'own', total: 60 });
    await pane.commands.setParcels.run({ perCluster: 3 });
    await pane.commands.allocateParcels.run();
    const parcels = await taken(pane);
    const cases = (cluster: string) => parcels.filter((parcel) => parcel.cluster === cluster).length;
    expect(cases('东区')).toBeGreaterThanOrEqual(3);
    expect(cases('西区')).toBeGreaterThanOrEqual(3);
    for (const unit of [0, 1]) {
      const together = parcels.filter(({ row }) => row < 6 && row % 2 === unit);
      expect([0, 3]).toContain(together.length);
      expect(new Set(together.map(({ quarter }) => quarter)).size).toBeLessThanOrEqual(1);
    }
    expect(parcels.some(({ row }) => row < 6)).toBe(true);
  });
});

describe('other targets under the same limits', () => {
  it('cost more the greater they are, and the target itself what its plan costs', async () => {
    const pane = await judged();
    await pane.commands.allocateParcels.run();
    const own = (chosen(pane)?.plan ?? []).reduce((sum, { cost }) => sum + cost, 0);
    await pane.commands.seekFrontier.run();
    const points = pane.state().targets.frontier?.points ?? [];
    expect(points.map(({ area }) => Math.round(area))).toEqual([1800, 2400, 3000, 3600, 4200]);
    const money = points.map((point) => point.money);
    expect(money).toEqual(money.toSorted((a, b) => a - b));
    expect(Math.abs((money[2] ?? NaN) / own - 1)).toBeLessThan(1e-3);
  });

  it('beyond what the limits allow are not possible', async () => {
    const pane = await judged();
    await pane.commands.seekFrontier.run();
    const free = (pane.state().targets.frontier?.points ?? []).map((point) => point.money);
    const fund = ((free[2] ?? NaN) + (free[3] ?? NaN)) / 2;
    await pane.commands.setParcels.run({ fund });
    await pane.commands.seekFrontier.run();
    const points = pane.state().targets.frontier?.points ?? [];
    expect(points.map(({ money }) => Number.isNaN(money))).toEqual([false, false, false, true, true]);
  });
});

/** The stock's rows, read once more. */
async function stockRows({ state }: OpenedPane) {
  const { targetStock } = await import('../../src/taskpane/model/targets/targetStock');
  return targetStock(state(), 2024)?.rows ?? [];
}
