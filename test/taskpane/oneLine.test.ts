import { describe, expect, it } from 'vitest';
import type { CellValue } from '../../src/workbook/port';
import { numberAt } from '../../src/engine/column/index';
import { openPane, type OpenedPane } from './support/openPane';

const HEAD = ['序号', '企业名称', '用地面积（亩）', '税种', '入库税收（万元）'];
const FIRMS = ['甲机械有限公司', '乙纺织有限公司', '丙轴承有限公司'];
/** 增值税, 所得税 and their sum below it, a firm; land and name on the first line. */
const linesOf = (at: number): CellValue[][] => [
  [at + 1, FIRMS[at] ?? '', 10 * (at + 1), '增值税', 30 + at],
  ['', '', '', '企业所得税', 12.5],
  ['', '', '', '小计', 42.5 + at],
];
const LEDGER: CellValue[][] = [HEAD, ...FIRMS.flatMap((_, at) => linesOf(at))];

async function opened(cells: CellValue[][]): Promise<OpenedPane> {
  const pane = await openPane([{ name: '分税种', cells }]);
  await pane.commands.choosePolicy.run('shengzhou-2021');
  return pane;
}

function taxes({ state }: OpenedPane): number[] {
  const { assessment } = state().understanding ?? {};
  return assessment ? assessment.dataRows.map((row) => numberAt(assessment.whole, 'taxPaid', row)) : [];
}

async function gridOf({ port }: OpenedPane, name: string): Promise<readonly (readonly CellValue[])[]> {
  const sheet = (await port.sheets()).find((one) => one.name === name);
  return (sheet && (await port.readFormulas(sheet.id))?.formulas) ?? [];
}

describe('enterprises of several lines', () => {
  it('count by the line that is the sum of the others, on their first row', async () => {
    const pane = await opened(LEDGER);
    expect(taxes(pane)).toEqual([42.5, 43.5, 44.5]);
    expect(pane.state().understanding?.assessment.dataRows).toEqual([0, 3, 6]);
    expect(pane.state().understanding?.questions).toEqual([]);
  });

  it('on 标准台账 each watches the cell of the line that counts', async () => {
    const pane = await opened(LEDGER);
    await pane.commands.writeCleanLedger.run();
    const grid = await gridOf(pane, '标准台账');
    const top = grid.findIndex((line) => line.includes('来源行'));
    const line = grid[top + 2] ?? [];
    expect(String(line[(grid[top] ?? []).indexOf('原表是否已变')])).toContain('!E7,');
  });

  it('have results beside their first row only', async () => {
    const pane = await opened(LEDGER);
    await pane.commands.writeResults.run();
    const grid = await gridOf(pane, '分税种');
    expect(grid.slice(1).map((row) => row[5] !== '' && row[5] !== undefined)).toEqual(
      LEDGER.slice(1).map((row) => row[0] !== ''),
    );
  });

  it('without a sum are asked about, and may be added up', async () => {
    const pane = await opened(LEDGER.filter((row) => row[3] !== '小计'));
    const [question] = pane.state().understanding?.questions ?? [];
    expect([question?.code, question?.answers.map(({ kind, text }) => `${kind} ${text}`)]).toEqual([
      'lines',
      ['line 增值税', 'line 企业所得税', 'allLines '],
    ]);
    expect(taxes(pane)).toEqual([NaN, NaN, NaN]);
    const all = question?.answers.at(-1)?.reading;
    if (all) await pane.commands.chooseReading.run(all);
    expect(taxes(pane)).toEqual([42.5, 43.5, 44.5]);
    // The workbook keeps it.
    await pane.commands.refresh.run();
    expect(taxes(pane)).toEqual([42.5, 43.5, 44.5]);
  });
});

describe('land merged over several enterprises', () => {
  const cells: CellValue[][] = [
    ['企业名称', '宗地面积（亩）', '建筑面积（㎡）', '实缴税收（万元）'],
    ['甲机械有限公司', 30, 1000, 100],
    ['乙纺织有限公司', '', 3000, 200],
    ['丙轴承有限公司', 8, 500, 60],
  ];
  const merged = async () => {
    const pane = await openPane([{ name: '宗地', cells, merges: [{ row: 1, column: 1, rows: 2, columns: 1 }] }]);
    await pane.commands.choosePolicy.run('shengzhou-2021');
    return pane;
  };
  const lands = ({ state }: OpenedPane) => {
    const { assessment } = state().understanding ?? {};
    return assessment ? assessment.dataRows.map((row) => numberAt(assessment.whole, 'landArea', row)) : [];
  };

  it.each([
    ['none', [NaN, NaN, 8]],
    ['first', [30, NaN, 8]],
    ['byFloor', [7.5, 22.5, 8]],
  ] as const)('falls to them as a person says: %s', async (kind, right) => {
    const pane = await merged();
    const [question] = pane.state().understanding?.questions ?? [];
    expect([question?.about, lands(pane)]).toEqual(['landArea', [NaN, NaN, 8]]);
    const reading = question?.answers.find((answer) => answer.kind === kind)?.reading;
    if (reading) await pane.commands.chooseReading.run(reading);
    expect(lands(pane)).toEqual(right);
    expect(pane.state().understanding?.questions).toEqual([]);
  });
});

describe('a tax merged over several enterprises', () => {
  const cells: CellValue[][] = [
    ['集团', '企业名称', '用地面积（亩）', '实缴税收（万元）'],
    ['甲集团', '甲玻璃有限公司', 30, 900],
    ['', '甲模具有限公司', 20, ''],
    ['', '丙轴承有限公司', 8, 60],
  ];

  it.each([
    ['none', [NaN, NaN, 60]],
    ['first', [900, NaN, 60]],
  ] as const)('is whose a person says, and meanwhile nobody’s: %s', async (kind, right) => {
    const pane = await openPane([{ name: '骨干企业', cells, merges: [{ row: 1, column: 3, rows: 2, columns: 1 }] }]);
    await pane.commands.choosePolicy.run('shengzhou-2021');
    const [question] = pane.state().understanding?.questions ?? [];
    expect([question?.about, question?.code, taxes(pane)]).toEqual(['taxPaid', 'sharedTax', [NaN, NaN, 60]]);
    const reading = question?.answers.find((answer) => answer.kind === kind)?.reading;
    if (reading) await pane.commands.chooseReading.run(reading);
    expect(taxes(pane)).toEqual(right);
    // The workbook keeps it.
    await pane.commands.refresh.run();
    expect([taxes(pane), pane.state().understanding?.questions]).toEqual([right, []]);
  });
});
