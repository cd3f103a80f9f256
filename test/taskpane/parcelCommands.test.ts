import { describe, expect, it } from 'vitest';
import { paneText } from '../../src/text/pane';
import { conflictLines } from '../../src/taskpane/state/targets/conflictLines';
import { SHENGYUE } from '../support/fixtureSheet';
import { fixtureSheets, openPane, type OpenedPane } from './support/openPane';

async function judged(): Promise<OpenedPane> {
  const pane = await openPane(fixtureSheets(SHENGYUE));
  await pane.commands.choosePolicy.run('shengzhou-2021');
  await pane.commands.setAsOf.run('2023-06-30');
  return pane;
}

const chosen = ({ state }: OpenedPane) => state().targets.allocations[state().targets.chosen];

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

/** The stock's rows, read once more. */
async function stockRows({ state }: OpenedPane) {
  const { targetStock } = await import('../../src/taskpane/state/targets/targetStock');
  return targetStock(state(), 2024)?.rows ?? [];
}
