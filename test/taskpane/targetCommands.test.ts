import { describe, expect, it } from 'vitest';
import { paneText } from '../../src/text/pane';
import { SHENGYUE, XUYUE } from '../support/fixtureSheet';
import { fixtureSheets, openPane, type OpenedPane } from './support/openPane';
import { smallLedger } from './support/smallLedger';

async function judged(file: string, policy: string): Promise<OpenedPane> {
  const pane = await openPane(fixtureSheets(file));
  await pane.commands.choosePolicy.run(policy);
  await pane.commands.setAsOf.run('2023-06-30');
  return pane;
}

const namesOf = ({ port }: OpenedPane) => port.book.sheets.map(({ name }) => name);

/** What a person sees on a sheet, from A1 on. */
async function shown({ port }: OpenedPane, name: string) {
  const sheet = (await port.sheets()).find((one) => one.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  const contents = await port.read(sheet.id);
  return { sheet, rows: contents?.values ?? [] };
}

describe('a target of the year', () => {
  it('is proposed by the policy with its clause, and split to the last 亩', async () => {
    const pane = await judged(SHENGYUE, 'shengzhou-2021');
    await pane.commands.split.run();
    const [allocation] = pane.state().targets.allocations;
    expect(allocation?.total).toBe(3000);
    expect(allocation?.names).toHaveLength(8);
    expect(allocation?.shares.reduce((sum, share) => sum + share, 0)).toBe(3000);
    expect(allocation?.unallocated).toBe(0);
  });

  it('counts 低效 land of a disposal ledger, 60 % of it', async () => {
    const pane = await judged(XUYUE, 'xuchang-2021');
    await pane.commands.split.run();
    const [allocation] = pane.state().targets.allocations;
    expect(allocation?.names).toContain('长葛市产业集聚区');
    expect(allocation?.shares.reduce((sum, share) => sum + share, 0)).toBe(allocation?.total);
  });

  it('keeps splits with other weights side by side, and the same ones once', async () => {
    const pane = await judged(SHENGYUE, 'shengzhou-2021');
    await pane.commands.split.run();
    await pane.commands.split.run();
    expect(pane.state().targets.allocations).toHaveLength(1);
    await pane.commands.setTarget.run({ weights: { stock: 100, gap: 0, done: 0 } });
    expect(pane.commands.generateTargets.enabled(pane.state())).toBe(false);
    await pane.commands.split.run();
    expect(pane.state().targets.allocations).toHaveLength(2);
    expect(pane.commands.generateTargets.enabled(pane.state())).toBe(true);
  });

  it('is nothing without a ledger that has inefficient land in a township', async () => {
    const pane = await openPane([smallLedger({})]);
    await pane.commands.choosePolicy.run('shengzhou-2021');
    await pane.commands.split.run();
    expect(pane.state().targets.allocations).toEqual([]);
    expect(pane.commands.generateTargets.enabled(pane.state())).toBe(false);
  });
});

describe('the sheets of a target', () => {
  it('are new ones, named by year and version, and go again in one step', async () => {
    const pane = await judged(SHENGYUE, 'shengzhou-2021');
    const before = namesOf(pane);
    await pane.commands.split.run();
    await pane.commands.setTarget.run({ extras: ['paths', 'closeOut', 'ranking'] });
    await pane.commands.generateTargets.run();
    expect(pane.state().message?.code).toBe('wroteTargets');
    // No 通报表: this ledger has no closing days, so there is nothing to rank by.
    const made = ['年度目标', '目标底数', '目标依据', '一地一策汇总', '销号台账'].map((name) => `${name}2023_v1`);
    expect(namesOf(pane).toSorted()).toEqual([...before, ...made].toSorted());
    await pane.commands.undoWrite.run();
    expect(namesOf(pane)).toEqual(before);
  });

  it('take over what people typed, and leave the earlier sheets as they are', async () => {
    const pane = await judged(SHENGYUE, 'shengzhou-2021');
    await pane.commands.split.run();
    await pane.commands.generateTargets.run();
    const first = await shown(pane, '年度目标2023_v1');
    const row = first.rows.findIndex((line) => line[1] === '甘霖镇');
    pane.port.book.edit(first.sheet.id, [row, 5], 500);
    pane.port.book.edit(first.sheet.id, [row, 12], 77.5);
    pane.port.book.edit(first.sheet.id, [row, 16], '含两宗司法处置');
    await pane.commands.generateTargets.run();
    expect(pane.state().message).toMatchObject({
      code: 'wroteTargetsAgain',
      values: { sheet: '年度目标2023_v2', earlier: '年度目标2023_v1' },
    });
    const second = await shown(pane, '年度目标2023_v2');
    const line = second.rows.find((cells) => cells[1] === '甘霖镇');
    expect([line?.[5], line?.[12], line?.[16]]).toEqual([500, 77.5, '含两宗司法处置']);
    expect((await shown(pane, '年度目标2023_v1')).rows[row]?.[5]).toBe(500);
  });

  it('take over what was filled in on 销号台账 too, parcel by parcel', async () => {
    const pane = await judged(SHENGYUE, 'shengzhou-2021');
    await pane.commands.split.run();
    await pane.commands.setTarget.run({ extras: ['closeOut'] });
    await pane.commands.generateTargets.run();
    const first = await shown(pane, '销号台账2023_v1');
    const at = (first.rows[4] ?? []).findIndex((head) => head === '进展');
    const [line] = first.rows.slice(6);
    pane.port.book.edit(first.sheet.id, [6, at], '已签协议');
    await pane.commands.generateTargets.run();
    expect(pane.state().message).toMatchObject({ code: 'wroteTargetsAgain', values: { kept: 1 } });
    const second = await shown(pane, '销号台账2023_v2');
    expect(second.rows.find((cells) => cells[1] === line?.[1])?.[at]).toBe('已签协议');
  });

  it('are not made in a protected workbook, and it stays as it was', async () => {
    const pane = await judged(SHENGYUE, 'shengzhou-2021');
    const before = namesOf(pane);
    await pane.commands.split.run();
    pane.port.book.refused.set('全市合计', 'AccessDenied');
    await pane.commands.generateTargets.run();
    const { message } = pane.state();
    expect(message?.intent).toBe('error');
    expect(paneText('zh-CN')(message?.code ?? 'wroteTargets', message?.values)).toContain('受保护');
    expect(namesOf(pane)).toEqual(before);
    expect(pane.state().targets.allocations).toHaveLength(1);
  });

  it('are recorded when issued, and every change after that with its reason', async () => {
    const pane = await judged(SHENGYUE, 'shengzhou-2021');
    await pane.commands.split.run();
    await pane.commands.recordIssue.run();
    expect(pane.state().message?.code).toBe('recordNoSheet');
    await pane.commands.generateTargets.run();
    await pane.commands.recordIssue.run();
    expect(pane.state().message?.code).toBe('recorded');
    await pane.commands.recordIssue.run();
    expect(pane.state().message?.code).toBe('recordNothing');
    const first = await shown(pane, '年度目标2023_v1');
    const row = first.rows.findIndex((line) => line[1] === '甘霖镇');
    const before = first.rows[row]?.[5];
    pane.port.book.edit(first.sheet.id, [row, 5], 500);
    await pane.commands.recordIssue.run();
    expect(pane.state().message?.code).toBe('recordNeedsReason');
    await pane.commands.setReason.run('市政府专题会议');
    await pane.commands.recordIssue.run();
    const log = await shown(pane, '目标调整记录');
    expect(log.rows.at(-1)).toEqual([
      '甘霖镇',
      'F 处置面积',
      before,
      500,
      '市政府专题会议',
      '2024-02-01 09:00',
      '年度目标2023_v1',
    ]);
    await pane.commands.generateTargets.run();
    expect((await shown(pane, '年度目标2023_v2')).sheet.protected).toBe(true);
  });
});
