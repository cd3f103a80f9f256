import { beforeAll, describe, expect, it } from 'vitest';
import type { NewSheet } from '../../src/sheet/sheet';
import type { CellValue } from '../../src/workbook/port';
import { calculatedSheets } from '../support/openSheets';
import { townshipBook, type TownshipRow } from '../support/townshipBook';
import { openPane, type OpenedPane } from './support/openPane';
import { typed } from './support/typed';

const book = townshipBook();

/** The clauses of the notice in figures, read from its text: 5, 10 and 15 万元/亩. */
function tierOf({ tax, area }: TownshipRow): string {
  const perMu = Math.round((tax / area) * 1e9) / 1e9;
  if (perMu <= 5) return '重点排查';
  if (perMu <= 10) return '重点检查';
  return perMu <= 15 ? '重点指导' : '不纳入';
}

async function judged(sheets = book.sheets): Promise<OpenedPane> {
  const pane = await openPane(sheets);
  await pane.commands.choosePolicy.run('shengzhou-2021');
  await pane.commands.setAsOf.run('2023-06-30');
  return pane;
}

async function gridOf({ port }: OpenedPane, name: string): Promise<readonly (readonly CellValue[])[]> {
  const sheet = (await port.sheets()).find((one) => one.name === name);
  return (sheet && (await port.readFormulas(sheet.id))?.formulas) ?? [];
}

/** Rows below the head that begins with a word, as cells by the names of columns. */
function linesOf(grid: readonly (readonly CellValue[])[], first: string) {
  const top = grid.findIndex((line) => line.includes(first));
  const heads = (grid[top] ?? []).map(String);
  const key = heads.indexOf(first);
  const lines = grid.slice(top + 1).filter((line) => line[key] !== '' && line[key] !== undefined);
  return lines.map((line) => (head: string) => line[heads.indexOf(head)] ?? '');
}

describe('a sheet for each township, 20 x 60', () => {
  let pane: OpenedPane;
  beforeAll(async () => {
    pane = await judged();
  });

  it('is one ledger, its townships told by the sheets', () => {
    const { source, understanding } = pane.state();
    expect(source?.pieces).toHaveLength(20);
    expect(understanding?.assessment.dataRows).toHaveLength(1200);
    expect(understanding?.questions).toEqual([]);
    expect(understanding?.assessment.incomplete).toEqual([]);
  });

  it('has its results written beside each sheet’s own rows, and taken back', async () => {
    const own = await judged();
    await own.commands.setWriteAs.run('values');
    await own.commands.writeResults.run();
    for (const { name } of book.sheets) {
      const grid = await gridOf(own, name);
      const tier = (grid[2] ?? []).indexOf('亩均税收档位');
      const rows = book.rows.filter(({ sheet }) => sheet === name);
      expect(rows.map(({ row }) => grid[row]?.[tier])).toEqual(rows.map(tierOf));
    }
    await own.commands.undoWrite.run();
    for (const { name, cells } of book.sheets) expect((await gridOf(own, name))[5]).toEqual(cells[5]);
  });

  it('becomes one 标准台账: every row with its sheet and row, its marks of change on the right cells', async () => {
    await pane.commands.writeCleanLedger.run();
    const lines = linesOf(await gridOf(pane, '标准台账'), '来源行');
    expect(lines).toHaveLength(1200);
    lines.forEach((at, index) => {
      const { sheet, row, name, code, area, tax } = book.rows[index] as TownshipRow;
      expect([at('来源行'), at('企业名称'), at('键'), at('区镇')]).toEqual([
        `${sheet} 第${String(row + 1)}行`,
        name,
        code,
        sheet,
      ]);
      expect([at('面积（亩）'), at('税收（万元）')]).toEqual([area, tax]);
      const changed = String(at('原表是否已变'));
      expect(changed).toContain(`'${sheet}'!D${String(row + 1)},`);
      expect(changed.match(/'[^']+'!/g)?.every((link) => link === `'${sheet}'!`)).toBe(true);
    });
  });

  it('标准台账 as LibreOffice calculates it: nothing has changed until a cell of the 14th sheet does', async () => {
    const grid = await gridOf(pane, '标准台账');
    const model = (name: string, cells: readonly (readonly CellValue[])[]): NewSheet => ({
      name,
      freezeRows: 0,
      blocks: [
        {
          ...{ row: 0, column: 0 },
          values: cells.map((line) => line.map((cell) => (String(cell).startsWith('=') ? '' : cell))),
          formulas: cells.map((line) => line.map((cell) => (String(cell).startsWith('=') ? String(cell) : ''))),
        },
      ],
    });
    const edited = book.sheets.map(({ name, cells }, at) =>
      model(name, at === 13 ? cells.with(9, (cells[9] ?? []).with(4, 1)) : cells),
    );
    const calculated = calculatedSheets([...edited, model('标准台账', grid)]).get('标准台账') ?? [];
    const marks = linesOf(calculated, '来源行').map((at) => at('原表是否已变'));
    expect(marks.flatMap((mark, row) => (mark === '已变' ? [row] : []))).toEqual([13 * 60 + 6]);
    const tiers = linesOf(calculated, '来源行').map((at) => at('档位'));
    expect(tiers).toEqual(book.rows.map(tierOf));
  });

  it('is refreshed, its keys and what people typed kept', async () => {
    const clean = pane.port.book.sheet('标准台账');
    const grid = await gridOf(pane, '标准台账');
    const top = grid.findIndex((line) => line.includes('来源行'));
    const status = (grid[top] ?? []).indexOf('认定状态');
    pane.port.book.put(clean, [top + 1 + 700, status], '已认定');
    await pane.commands.writeCleanLedger.run();
    const now = await gridOf(pane, '标准台账');
    expect(now[top + 1 + 700]?.[status]).toBe('已认定');
    expect(pane.state().message?.code).toBe('cleanLedgerSame');
  });

  it('has one target sheet over all townships, whose dates follow each sheet', async () => {
    await pane.commands.split.run();
    const [allocation] = pane.state().targets.allocations;
    expect(allocation?.names.toSorted()).toEqual(book.sheets.map(({ name }) => name).toSorted());
    await pane.commands.generateTargets.run();
    const base = pane.port.book.sheets.find(({ name }) => name.startsWith('目标底数'))?.name ?? '';
    const lines = linesOf(await gridOf(pane, base), '原表行号');
    expect(lines).toHaveLength(1200);
    const closing = lines.map((at) => String(at('完成日期')));
    book.rows.forEach(({ sheet, row }, index) => {
      expect(closing[index]).toContain(`'${sheet}'!H${String(row + 1)}`);
    });
  });

  it('has its checks, linked to 标准台账, and its lists', async () => {
    await pane.commands.writeCheckSheet.run();
    const checks = linesOf(await gridOf(pane, '核对表'), '来源行');
    expect(checks).toHaveLength(1200);
    expect(checks.every((at) => String(at('来源行')).startsWith("=IF('标准台账'!"))).toBe(true);
    await pane.commands.makeList.run('governance-lowYield');
    expect(pane.state().message?.code).toMatch(/^madeList/);
  });

  it('goes out a copy a township and comes back into each sheet', async () => {
    const own = await judged();
    await own.commands.setShare.run({
      by: 'township',
      rule: { personal: 'leaveOut', tax: 'show', identity: 'show', others: 'locked' },
    });
    await own.commands.checkLeaving.run();
    await own.commands.makeCopies.run();
    const files = own.state().share.made?.files ?? [];
    expect(files).toHaveLength(20);
    const one = files.find(({ name }) => name.includes('石璜镇'));
    if (!one) throw new Error('no copy');
    const bytes = typed(one.bytes, [[4 + 3, '实缴税收（万元）', 77.5]]);
    await own.commands.collect.run([{ name: '石璜镇.xlsx', bytes: () => Promise.resolve(bytes) }]);
    const changes = own.state().share.collected?.result.changes ?? [];
    expect(changes.map(({ title, kind }) => [title, kind])).toEqual([['实缴税收（万元）', 'there']]);
    await own.commands.applyMerge.run();
    const rows = book.rows.filter(({ sheet }) => sheet === '石璜镇');
    const grid = await gridOf(own, '石璜镇');
    expect(rows.map(({ row }) => grid[row]?.[4])).toEqual(rows.map(({ tax }, at) => (at === 3 ? 77.5 : tax)));
    for (const { name, cells } of book.sheets)
      if (name !== '石璜镇') expect((await gridOf(own, name))[6]).toEqual(cells[6]);
  });
});
