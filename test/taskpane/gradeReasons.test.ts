import { beforeAll, describe, expect, it } from 'vitest';
import { fetchReading } from '../../src/engine/policy/index';
import { gradeGrounds } from '../../src/taskpane/model/verdict/gradeResults';
import { groundsOf } from '../../src/taskpane/model/verdict/rowDetail';
import type { CellValue } from '../../src/workbook/port';
import { openPane, type OpenedPane } from './support/openPane';

/** 总分 asks for a column that some ledgers lack, one that may be blank, and a correction that may be open. */
const POLICY = `id: reasons-2026
title: 理县办法
short: 理县2026
place: 理县
aliases: []
status: issued
published: 2026-01-01
from: 2026-03-01
source: ""
conventions: {}
columns:
  退租面积: { kind: area }
  处罚: { kind: number, unit: 起 }
fields:
  税收: { field: taxPaid, whenBlank: unknown }
  面积: { field: landArea, whenBlank: unknown }
  退租面积: { field: 退租面积, whenBlank: 0, assumption: 没有填的没有 }
  处罚: { field: 处罚, whenBlank: unknown }
  综合能耗: { field: energy, whenBlank: unknown }
values: {}
paths:
  hit: first
  rules:
    - { path: 收回, when: 退租面积 > 5, assumption: 试写 }
    - { path: 保留, when: 其余, assumption: 试写 }
grading:
  floor: 0
  indicators:
    产出分: { formula: 税收 / (面积 + 退租面积), benchmark: 本组平均, cap: 2, assumption: 试写 }
    能耗分: { formula: 税收 / 综合能耗, benchmark: 本组平均, cap: 2, whenMissing: 5, assumption: 试写 }
  cohorts:
    全部:
      when: 其余
      method: ratio
      weights: { 产出分: 90, 能耗分: 10 }
      quotas: [{ grade: A, share: 0.5 }, { grade: B, share: 0.5 }]
      assumption: 试写
  outright: []
  after:
    - { when: 处罚 > 1, from: [A], to: B, assumption: 试写 }
`;

async function judged(heads: readonly string[], rows: readonly (readonly CellValue[])[]): Promise<OpenedPane> {
  const pane = await openPane([{ name: '台账', cells: [[...heads], ...rows.map((row) => [...row])] }]);
  const bytes = new TextEncoder().encode(POLICY);
  await pane.commands.loadPolicy.run([{ name: 'pack.yaml', size: bytes.length, bytes: () => Promise.resolve(bytes) }]);
  await pane.commands.choosePolicy.run('reasons-2026');
  return pane;
}

const HEADS = ['企业名称', '实缴税收(万元)', '用地面积(亩)', '处罚（起）', '综合能耗（吨标煤）'];
const ROWS = [
  ['理县永昌纺织有限公司', 400, 10, '', 10],
  ['理县大同机械有限公司', 300, 10, 0, ''],
  ['理县长风塑胶有限公司', 200, 10, 0, 10],
  ['理县金山五金有限公司', '', 10, 0, 10],
];

function reasons(pane: OpenedPane): string[] {
  const assessment = pane.state().understanding?.assessment;
  if (!assessment) throw new Error('not read');
  return ROWS.map((_, row) => gradeGrounds(assessment, row));
}

describe('why an enterprise has its grade', () => {
  beforeAll(fetchReading);

  it('a row whose grade a correction leaves open keeps its place, and says so', async () => {
    const [open, , , missing] = reasons(await judged([...HEADS, '退租面积（亩）'], ROWS));
    expect(open).toBe('等级：待核实：缺 处罚，全部第 1 位，共 3 户，占一个位次，补齐后再定等级。');
    expect(missing).toBe('等级：待核实：缺 税收，没有得分，不占名额。');
  });

  it('what was not there and has points all the same is no number', async () => {
    const [, second] = reasons(await judged([...HEADS, '退租面积（亩）'], ROWS));
    expect(second).toContain('能耗分 —，得 5.00 分');
    expect(second).not.toContain('NaN');
  });

  it('a column that the ledger lacks is named with what it was read as, in grades and paths', async () => {
    const pane = await judged(HEADS, ROWS);
    const said = '台账没有“退租面积”列，按“0”读。';
    expect(reasons(pane).map((reason) => reason.includes(said))).toEqual([false, true, true, false]);
    const assessment = pane.state().understanding?.assessment;
    expect(assessment && groundsOf(assessment, 1).map(({ reason }) => reason.includes(said))).toEqual([true]);
    const whole = await judged([...HEADS, '退租面积（亩）'], ROWS);
    expect(reasons(whole).join('')).not.toContain('台账没有');
  });

  it('before its first day a policy is not yet in force, and judges with its first numbers', async () => {
    const pane = await judged(HEADS, ROWS);
    await pane.commands.setAsOf.run('2025-12-31');
    expect(pane.state().understanding?.assessment.standing).toBe('notYet');
  });
});
