import { beforeAll, describe, expect, it } from 'vitest';
import { verdictAt } from '../../src/engine/assess/index';
import { fetchReading } from '../../src/engine/policy/index';
import type { CellValue } from '../../src/workbook/port';
import { openPane, type OpenedPane } from './support/openPane';

/** A county whose land is what is owned and rented in, less what is rented out; nothing of it is called 用地面积. */
const POLICY = `id: ownland-2026
title: 地县办法
short: 地县2026
place: 地县
aliases: []
status: issued
published: 2026-01-01
source: ""
conventions: {}
fields:
  税收: { field: taxPaid, whenBlank: unknown }
  自有: { field: ownedArea, synonyms: [自有土地面积], whenBlank: 0, assumption: 没有填的没有 }
  租入: { field: rentedInArea, synonyms: [租入土地面积], whenBlank: 0, assumption: 没有填的没有 }
  出租: { field: rentedOutArea, synonyms: [出租土地面积], whenBlank: 0, assumption: 没有填的没有 }
values: {}
paths:
  hit: first
  rules:
    - { path: 不评价, when: 自有 + 租入 - 出租 < 3, assumption: 试写 }
    - { path: 评价, when: 其余, assumption: 试写 }
`;
const CELLS: CellValue[][] = [
  ['企业名称', '实缴税收(万元)', '自有土地面积（亩）', '租入土地面积（亩）', '出租土地面积（亩）'],
  ['地县永昌纺织有限公司', 40, 10, '', 2],
  ['地县大同机械有限公司', 30, '', 5, ''],
  ['地县长风塑胶有限公司', 20, 4, 1, 3],
  ['地县金山五金有限公司', 25, 12.5, '', ''],
];

/** The same with a measure that goes by 用地面积. */
const BY_LAND = `${POLICY.replace('values: {}', '  面积: { field: landArea, whenBlank: unknown }\nvalues: {}')}measures:
  限期整改: { unit: "", lines: [{ when: 面积 > 10, words: 一年内, assumption: 试写 }] }
`;

/** Measures alone, by a land of the policy's own beside the ledger's, and by a day told from 基准日. */
const MEASURES_ALONE = `${POLICY.slice(0, POLICY.indexOf('fields:'))}columns:
  计税土地: { kind: area }
fields:
  计税土地: { field: 计税土地, whenBlank: unknown }
  面积: { field: landArea, whenBlank: unknown }
  交地日期: { field: approvedOn, synonyms: [交地日期], whenBlank: unknown }
values: {}
measures:
  计税: { unit: 亩, lines: [{ when: 其余, amount: "如果(交地日期 满 6 个月, 面积, 计税土地)", assumption: 试写 }] }
`;
const WITH_TWO_LANDS: CellValue[][] = [
  ['企业名称', '计税土地（亩）', '用地面积（亩）', '交地日期'],
  ['地县永昌纺织有限公司', 7, 10, '2025-06-30'],
  ['地县大同机械有限公司', 4, 5.5, '2026-02-01'],
  ['地县长风塑胶有限公司', 3, 4, ''],
  ['地县金山五金有限公司', 11, 12.5, '2025-01-31'],
];

async function judged(policy: string, cells = CELLS, asOf?: string): Promise<OpenedPane> {
  const pane = await openPane([{ name: '台账', cells }]);
  const bytes = new TextEncoder().encode(policy);
  await pane.commands.loadPolicy.run([{ name: 'pack.yaml', size: bytes.length, bytes: () => Promise.resolve(bytes) }]);
  await pane.commands.choosePolicy.run('ownland-2026');
  if (asOf !== undefined) await pane.commands.setAsOf.run(asOf);
  return pane;
}

const pathsOf = ({ state }: OpenedPane) => {
  const { paths } = state().understanding?.assessment ?? {};
  return CELLS.slice(1).map((_, row) => {
    const verdict = paths && verdictAt(paths, row);
    return verdict?.kind === 'answer' ? verdict.answer : verdict?.kind;
  });
};

describe('a policy whose land has names of its own', () => {
  beforeAll(fetchReading);

  it('is judged by them, and nobody is asked which column is 用地面积 where no rule goes by it', async () => {
    const pane = await judged(POLICY);
    expect(pane.state().understanding?.questions).toEqual([]);
    expect(pathsOf(pane)).toEqual(['评价', '评价', '不评价', '评价']);
    const told = pane.state().understanding?.findings.filter(({ code }) => code === 'columnMissing');
    expect(told).toEqual([]);
  });

  it('never reads a column that waits for an answer as blank, and keeps it when it is said not to be 用地面积', async () => {
    const pane = await judged(BY_LAND);
    const question = pane.state().understanding?.questions.find(({ about }) => about === 'landArea');
    if (!question) throw new Error('not asked');
    expect(pathsOf(pane)).toEqual(Array.from({ length: 4 }, () => 'unresolved'));
    const none = question.answers.find(({ kind }) => kind === 'none');
    if (!none) throw new Error('none of them is not offered');
    await pane.commands.answer.run(none.choices);
    expect(pane.state().understanding?.questions.map(({ about }) => about)).not.toContain('landArea');
    expect(pathsOf(pane)).toEqual(['评价', '评价', '不评价', '评价']);
  });

  it('writes measures alone, each row by the land that its day asks for', async () => {
    const pane = await judged(MEASURES_ALONE, WITH_TWO_LANDS, '2026-01-31');
    expect(pane.state().understanding?.questions).toEqual([]);
    await pane.commands.writeResults.run();
    expect(pane.state().message?.code).toBe('wroteColumns');
    const sheet = pane.port.book.sheet('台账');
    const at = [...sheet.cells]
      .find(([, { value }]) => String(value).startsWith('差别化：计税（亩）'))?.[0]
      .split(',')[1];
    const cellAt = (row: number) => sheet.cells.get(`${String(row)},${at ?? ''}`)?.value;
    expect([1, 2, 3, 4].map(cellAt)).toEqual([10, 4, '待核实：缺 批准日期', 12.5]);
    expect(pane.state().understanding?.assessment.incomplete).toHaveLength(1);
  });
});
