import { describe, expect, it } from 'vitest';
import { numberAt } from '../../src/engine/column/index';
import { answerText, questionText } from '../../src/taskpane/model/reading/questionText';
import { ledgerRow } from '../../src/taskpane/model/reading/places';
import { tablesNamed } from '../../src/taskpane/model/reading/whereCellsStand';
import { whatWasRead } from '../../src/taskpane/model/reading/whatWasRead';
import { groupText } from '../../src/taskpane/model/findings/findingText';
import { paneText } from '../../src/text/pane';
import type { CellValue } from '../../src/workbook/port';
import { openPane, paneOver, type OpenedPane } from './support/openPane';

const t = paneText('zh-CN');
const NAMES = Array.from('甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉', (sign) => `${sign}机械有限公司`);

const LAND: CellValue[][] = [
  ['序号', '企业名称', '用地面积（亩）', '备注'],
  ...NAMES.map((name, at): CellValue[] => [at + 1, name, 10 + at, '']),
];
/** In 元, in another order. */
const TAX: CellValue[][] = [
  ['2023年入库税款明细    金额单位：元', '', '', ''],
  ['纳税人名称', '增值税', '其他税收', '入库合计'],
  ...NAMES.map((name, at): CellValue[] => [name, 400_000 + 20_000 * at, 100_000, 500_000 + 20_000 * at]).toReversed(),
];

async function opened(land: CellValue[][], tax: CellValue[][]): Promise<OpenedPane> {
  const pane = await openPane([
    { name: '用地', cells: land },
    { name: '2023税收', cells: tax },
  ]);
  await pane.commands.choosePolicy.run('shengzhou-2021');
  return pane;
}

function taxes({ state }: Pick<OpenedPane, 'state'>): (number | undefined)[] {
  const { whole, dataRows } = state().understanding?.assessment ?? {};
  const held = (row: number) => (whole ? numberAt(whole, 'taxPaid', row) : NaN);
  return (dataRows ?? []).map((row) => (Number.isNaN(held(row)) ? undefined : Math.round(held(row) * 1e6) / 1e6));
}

function told(pane: OpenedPane): string[] {
  return (pane.state().understanding?.findings ?? []).map((group) => groupText(group, t));
}

async function gridOf({ port }: OpenedPane, name: string): Promise<readonly (readonly CellValue[])[]> {
  const sheet = (await port.sheets()).find((one) => one.name === name);
  return (sheet && (await port.readFormulas(sheet.id))?.formulas) ?? [];
}

async function press(pane: OpenedPane, at: number): Promise<void> {
  const answer = pane.state().understanding?.questions[0]?.answers[at];
  await pane.commands.chooseReading.run(answer?.reading ?? {});
}

const RIGHT = NAMES.map((_, at) => 50 + 2 * at);

describe('land on one sheet and tax on another', () => {
  it('are one ledger where every name is found once, and it is told', async () => {
    const pane = await opened(LAND, TAX);
    const { source, understanding } = pane.state();
    expect(understanding?.questions).toEqual([]);
    expect(taxes(pane)).toEqual(RIGHT);
    expect(source?.pieces.map(({ contents }) => contents.sheet.name)).toEqual(['用地']);
    expect(told(pane)).toContain('“2023税收”按企业名称接到台账上');
    expect(understanding?.columns.find(({ field }) => field === 'taxPaid')?.letters).toBe('2023税收!D');
    if (!source || !understanding) throw new Error('no ledger');
    const lines = whatWasRead(source, understanding.mapping, understanding.assessment);
    expect(lines.map(({ code, values }) => t(code, values))).toContain(
      '按企业名称把“2023税收”接到“用地”上：对上 20 户，0 户只在“2023税收”，0 户只在“用地”',
    );
  });

  it('have their results beside the land, as values, and 标准台账 watches the cells of both', async () => {
    const pane = await opened(LAND, TAX);
    await pane.commands.setWriteAs.run('formulas');
    await pane.commands.writeResults.run();
    const land = await gridOf(pane, '用地');
    expect(land[1]?.[4]).toBe('重点排查');
    expect(await gridOf(pane, '2023税收')).toEqual(TAX);
    await pane.commands.writeCleanLedger.run();
    const grid = await gridOf(pane, '标准台账');
    const top = grid.findIndex((line) => line.includes('来源行'));
    const heads = (grid[top] ?? []).map(String);
    const changed = String(grid[top + 1]?.[heads.indexOf('原表是否已变')]);
    expect(changed).toContain("'用地'!C2,");
    expect(changed).toContain("'2023税收'!D22,");
    expect(grid[top + 1]?.[heads.indexOf('来源行')]).toBe(2);
  });

  it('a tax that is changed makes the ledger out of date, a row that is pointed to there is the enterprise’s', async () => {
    const pane = await opened(LAND, TAX);
    const { source } = pane.state();
    const there = source?.attached?.[0]?.pieces[0]?.contents.sheet.id ?? '';
    expect(source && ledgerRow(source, there, { row: 21, column: 0, rows: 1, columns: 1 })).toBe(0);
    pane.port.book.edit('2023税收', [21, 3], 1_000_000);
    expect(pane.state().stale).toBe(true);
    await pane.commands.refresh.run();
    expect(taxes(pane)[0]).toBe(100);
  });

  it('a tax kept as text is tidied where it stands', async () => {
    const pane = await opened(
      LAND,
      TAX.map((row, at) => row.map((cell, column) => (column === 3 && at > 18 ? String(cell) : cell))),
    );
    expect(taxes(pane)).toEqual(RIGHT);
    expect(pane.state().understanding?.fixes).toHaveLength(3);
    await pane.commands.applyFixes.run('all');
    expect((await gridOf(pane, '2023税收')).map((row) => row[3])).toEqual(TAX.map((row) => row[3]));
    expect((await gridOf(pane, '用地')).map((row) => row.slice(0, 4))).toEqual(LAND);
    expect(taxes(pane)).toEqual(RIGHT);
  });

  it('every township’s land is found in one table of tax', async () => {
    const [head = [], ...rows] = LAND;
    const pane = await openPane([
      { name: '城关镇', cells: [head, ...rows.slice(0, 9)] },
      { name: '石桥镇', cells: [head, ...rows.slice(9)] },
      { name: '2023税收', cells: TAX },
    ]);
    await pane.commands.choosePolicy.run('shengzhou-2021');
    expect(pane.state().understanding?.questions).toEqual([]);
    expect(taxes(pane)).toEqual(RIGHT);
    await pane.commands.writeResults.run();
    expect((await gridOf(pane, '石桥镇'))[1]?.[4]).toBe('重点排查');
  });

  it('whoever stands on one sheet only is named, and has no tax or is not read', async () => {
    const tax = [...TAX.slice(0, -1), ['亥贸易有限公司', 1, 2, 3]];
    const pane = await opened(LAND, tax);
    expect(taxes(pane)).toEqual([undefined, ...RIGHT.slice(1)]);
    expect(told(pane)).toContain('“2023税收”里有 1 户（亥贸易有限公司），不在台账的用地里，没有读入');
  });

  it('a name of another spelling is taken and told', async () => {
    const tax = TAX.map((row) => row.map((cell) => (cell === NAMES[2] ? '丙机械有限责任公司' : cell)));
    const pane = await opened(LAND, tax);
    expect(taxes(pane)).toEqual(RIGHT);
    expect(told(pane)).toContainEqual(expect.stringMatching(/^企业名称与“2023税收”里的写法不同，已接上，请核对：1 /));
  });

  it('a fifth of them missing is asked, the likeliest first; nothing is firm until then, and the answer is kept', async () => {
    const pane = await opened(LAND, TAX.slice(0, -4).concat([1, 2, 3, 4].map((n) => [`外${n}商贸有限公司`, n, n, n])));
    const [question] = pane.state().understanding?.questions ?? [];
    if (!question) throw new Error('nothing asked');
    expect(questionText(question, t)).toContain('本簿有几张表都可能是台账');
    expect(question.answers.map((answer) => answerText(question, answer, t))).toEqual([
      '按企业名称把“2023税收”接到“用地”上：对上 16 户，4 户只在“2023税收”，4 户只在“用地”',
      '只读“用地”（20 户）',
      '只读“2023税收”（20 户）',
    ]);
    expect(taxes(pane).every((tax) => tax === undefined)).toBe(true);
    await press(pane, 0);
    expect(taxes(pane)).toEqual(RIGHT.map((tax, at) => (at < 4 ? undefined : tax)));
    const again = paneOver(pane.port);
    await again.commands.open.run();
    expect(again.state().understanding?.questions).toEqual([]);
    expect(taxes(again)).toEqual(taxes(pane));
    await again.commands.chooseReading.run({ tables: question.answers[1]?.reading?.tables ?? [], beside: [] });
    expect(again.state().source?.attached).toBeUndefined();
  });

  it('several rows of one code there: added up or left open, as a person says', async () => {
    const codes = NAMES.map((_, at) => `9133068300000${String(1000 + at)}X`);
    const land = LAND.map((row, at) => [...row, at === 0 ? '统一社会信用代码' : (codes[at - 1] ?? '')]);
    const tax: CellValue[][] = [
      ['纳税人识别号', '纳税人名称', '入库税收（万元）'],
      ...NAMES.map((name, at): CellValue[] => [codes[at] ?? '', name, 50 + 2 * at]),
      [codes[0] ?? '', '甲机械有限公司', 7],
    ];
    const pane = await opened(land, tax);
    const question = pane.state().understanding?.questions[0];
    expect(question?.answers.map((answer) => answerText(question, answer, t)).slice(0, 2)).toEqual([
      '按统一社会信用代码把“2023税收”接到“用地”上，同一户的几行相加：对上 20 户，0 户只在“2023税收”，0 户只在“用地”',
      '按统一社会信用代码把“2023税收”接到“用地”上：对上 20 户，0 户只在“2023税收”，0 户只在“用地”',
    ]);
    await press(pane, 0);
    expect(taxes(pane)).toEqual([57, ...RIGHT.slice(1)]);
    const other = await opened(land, tax);
    await press(other, 1);
    expect(taxes(other)).toEqual([undefined, ...RIGHT.slice(1)]);
    expect(told(other)).toContainEqual(expect.stringMatching(/^对不准“2023税收”里的哪一行（.*），没有接上：1 /));
  });

  it('parcels of one enterprise share its tax, once a person has said that they are one', async () => {
    const parcel: CellValue[] = [21, '甲机械有限公司', 5, ''];
    const pane = await opened([...LAND, parcel], TAX);
    expect(pane.state().understanding?.questions.map(({ id }) => id)).toEqual(['firms']);
    expect(taxes(pane)).toEqual([undefined, ...RIGHT.slice(1), undefined]);
    await pane.commands.chooseReading.run({ firms: 'together' });
    expect(taxes(pane)).toEqual(RIGHT);
    const apart = await opened([...LAND, parcel], TAX);
    await apart.commands.chooseReading.run({ firms: 'apart' });
    expect(taxes(apart)).toEqual([undefined, ...RIGHT.slice(1), undefined]);
  });
});

describe('further columns of the same enterprises below', () => {
  it('are read beside the rows above; results stand at these', async () => {
    const below: CellValue[][] = [
      ['续表', '', '', ''],
      ['序号', '企业名称', '从业人数', '2023年税收'],
      ...NAMES.map((name, at): CellValue[] => [at + 1, name, 20 + at, 50 + 2 * at]),
    ];
    const above = [['某开发区企业台账（单位：亩、万元）', '', '', ''], ...LAND];
    const pane = await openPane([{ name: '台账', cells: [...above, ['', '', '', ''], ...below] }]);
    await pane.commands.choosePolicy.run('shengzhou-2021');
    expect(pane.state().understanding?.questions).toEqual([]);
    expect(taxes(pane)).toEqual(RIGHT);
    await pane.commands.writeResults.run();
    const grid = await gridOf(pane, '台账');
    expect(grid[2]?.[4]).toBe('重点排查');
    expect(grid.slice(23).every((row) => row.slice(4).every((cell) => cell === ''))).toBe(true);
  });
});

describe('one land list beside a tax sheet for each township', () => {
  it('is one ledger; a tax is changed, pointed to and watched on its own sheet', async () => {
    const [, head = [], ...rows] = TAX;
    const [first, second] = [rows.slice(0, 9), rows.slice(9)].map((own) => [TAX[0] ?? [], head, ...own]);
    const pane = await openPane([
      { name: '用地', cells: LAND },
      { name: '城关镇税收', cells: first ?? [] },
      { name: '石桥镇税收', cells: second ?? [] },
    ]);
    await pane.commands.choosePolicy.run('shengzhou-2021');
    expect(pane.state().understanding?.questions).toEqual([]);
    expect(taxes(pane)).toEqual(RIGHT);
    expect(told(pane)).toContain('“城关镇税收等 2 张表”按企业名称接到台账上');
    const { source } = pane.state();
    const there = source?.attached?.[0]?.pieces[1]?.contents.sheet.id ?? '';
    expect(source && ledgerRow(source, there, { row: 12, column: 0, rows: 1, columns: 1 })).toBe(0);
    pane.port.book.edit('石桥镇税收', [12, 3], 1_000_000);
    expect(pane.state().stale).toBe(true);
    await pane.commands.refresh.run();
    expect(taxes(pane)[0]).toBe(100);
  });

  it('a tax sheet for each year is asked about, the newest first', async () => {
    const pane = await openPane([
      { name: '用地', cells: LAND },
      { name: '2022税收', cells: TAX.map((row) => row.map((cell) => (typeof cell === 'number' ? cell / 2 : cell))) },
      { name: '2023税收', cells: TAX },
    ]);
    await pane.commands.choosePolicy.run('shengzhou-2021');
    const [question] = pane.state().understanding?.questions ?? [];
    expect(question?.answers[0] && answerText(question, question.answers[0], t)).toContain('2023税收');
    await press(pane, 0);
    expect(taxes(pane)).toEqual(RIGHT);
  });
});

describe('what a policy reads and the ledger lacks', () => {
  const LEDGER = LAND.map((row, at): CellValue[] => [...row, at === 0 ? '2023年税收（万元）' : 48 + 2 * at]);
  const ENERGY: CellValue[][] = [
    ['企业名称', '综合能耗（千克标煤）', '联系人'],
    ...NAMES.map((name, at): CellValue[] => [name, 1000 * (at + 1), '某']).toReversed(),
  ];

  function energy({ state }: OpenedPane): number[] {
    const { whole, dataRows } = state().understanding?.assessment ?? {};
    return (dataRows ?? []).map((row) => (whole ? numberAt(whole, 'energy', row) : NaN));
  }

  const USED = NAMES.map((_, at) => at + 1);

  async function over(...sheets: readonly (readonly [string, CellValue[][]])[]): Promise<OpenedPane> {
    const pane = await openPane(sheets.map(([name, cells]) => ({ name, cells })));
    await pane.commands.choosePolicy.run('grading-template');
    return pane;
  }

  it('is read from another sheet by name, whichever policy was chosen first, and only what is read', async () => {
    const pane = await openPane([
      { name: '台账', cells: LEDGER },
      { name: '用能', cells: ENERGY },
    ]);
    await pane.commands.choosePolicy.run('shengzhou-2021');
    expect(pane.state().source?.attached).toBeUndefined();
    await pane.commands.choosePolicy.run('grading-template');
    expect(energy(pane)).toEqual(USED);
    expect(taxes(pane)).toEqual(RIGHT);
    expect(told(pane)).toContain('“用能”按企业名称接到台账上');
    expect(pane.state().source?.attached?.[0]?.columns).toEqual([1]);
    await pane.commands.refresh.run();
    expect(energy(pane)).toEqual(USED);
    await pane.commands.choosePolicy.run('shengzhou-2021');
    expect(pane.state().source?.attached).toBeUndefined();
    expect(taxes(pane)).toEqual(RIGHT);
  });

  it('is read beside land and tax of two sheets', async () => {
    const pane = await over(['用地', LAND], ['用能', ENERGY], ['2023税收', TAX]);
    expect(taxes(pane)).toEqual(RIGHT);
    expect(energy(pane)).toEqual(USED);
    const { source } = pane.state();
    expect(source && tablesNamed(source)).toBe('用地＋2023税收＋用能');
    await pane.commands.refresh.run();
    expect([taxes(pane), energy(pane)]).toEqual([RIGHT, USED]);
  });

  it('of another year, or of two lists that differ, is asked about; what is answered is kept', async () => {
    const pane = await over(['台账', LEDGER], ['2021年用能', ENERGY]);
    const asked = pane.state().understanding?.questions.find(({ id }) => id === 'further');
    expect(asked && questionText(asked, t)).toContain('台账里没有“综合能耗”');
    expect(asked?.answers.map((answer) => answerText(asked, answer, t))).toEqual([
      '按企业名称把“2021年用能”接到“台账”上：对上 20 户，0 户只在“2021年用能”，0 户只在“台账”',
      '都不接',
    ]);
    expect(energy(pane).every(Number.isNaN)).toBe(true);
    await pane.commands.chooseReading.run(asked?.answers[0]?.reading ?? {});
    expect(energy(pane)).toEqual(USED);
    const again = paneOver(pane.port);
    await again.commands.open.run();
    await again.commands.choosePolicy.run('grading-template');
    expect(energy(again)).toEqual(USED);

    const halved = ENERGY.map((row) => row.map((cell) => (typeof cell === 'number' ? cell / 2 : cell)));
    const two = await over(['台账', LEDGER], ['用能', ENERGY], ['能耗核对', halved]);
    const question = two.state().understanding?.questions.find(({ id }) => id === 'further');
    expect(question?.answers).toHaveLength(3);
    await two.commands.chooseReading.run(question?.answers[2]?.reading ?? {});
    expect(two.state().understanding?.questions.filter(({ id }) => id === 'further')).toEqual([]);
    expect(two.state().source?.attached).toBeUndefined();
  });

  it('of half of the enterprises is asked about too, and the others lack it', async () => {
    const pane = await over(['台账', LEDGER], ['用能', [...ENERGY.slice(0, 11), ['外地商贸有限公司', 7, '']]]);
    const taken = await over(['台账', LEDGER], ['用能', ENERGY.slice(0, 11)]);
    expect(pane.state().understanding?.questions.map(({ id }) => id)).toContain('further');
    expect(energy(taken)).toEqual(USED.map((used, at) => (at < 10 ? NaN : used)));
  });
});
