import { finish } from '../../src/steps/steps';
import { beforeAll, describe, expect, it } from 'vitest';
import type { NewSheet } from '../../src/sheet/sheet';
import type { CellValue } from '../../src/workbook/port';
import { cleanLedgerModel } from '../../src/taskpane/plans/results/planCleanLedger';
import { planSheets } from '../../src/taskpane/plans/planSheets';
import type { MemorySheet } from '../workbook/memoryBook';
import { calculatedSheets } from '../support/openSheets';
import { asTruth, fixtureSheet, SHENGYUE, truthRows } from '../support/fixtureSheet';
import { openPane, type OpenedPane } from './support/openPane';

const LEDGER = '台账';
const CLEAN = '标准台账';
/** Rows from 0, columns by what they hold, on the ledger sheet. */
const FIRST = 4;
const COUNT = 60;
const [NAME, CODE, AREA, TAX] = [1, 2, 6, 9];

type Row = readonly CellValue[];

/** 60 enterprises of a real ledger with its titles and two header rows. */
const original = (fixtureSheet(SHENGYUE) as CellValue[][]).slice(0, FIRST + COUNT);
const codeAt = (row: number) => String(original[row]?.[CODE]);
const [EDITED, BLANKED, MOVED, DELETED] = [8, 12, 20, 30];
const NEW_CODE = '91330100MA2XYZ1234';

/** The ledger after a colleague's afternoon, and which row every earlier row has become. */
function afterwards(): { readonly rows: Row[]; readonly became: ReadonlyMap<number, number> } {
  const order = original.map((_, row) => row).filter((row) => row !== MOVED && row !== DELETED);
  order.splice(order.indexOf(45), 0, MOVED);
  order.splice(order.indexOf(15), 0, -1);
  const rows = order.map((row): Row => {
    const line = original[row] ?? original[15] ?? [];
    if (row === EDITED) return line.with(TAX, Number(line[AREA]) * 4);
    if (row === BLANKED) return line.with(TAX, '');
    // A new enterprise, its numbers typed as text: 12 万元/亩.
    return row === -1 ? line.with(NAME, '新来公司').with(CODE, NEW_CODE).with(AREA, '１０').with(TAX, '120') : line;
  });
  return { rows, became: new Map(order.map((row, now) => [row, now] as const).filter(([row]) => row >= 0)) };
}

/** What a spreadsheet does to formulas elsewhere when rows of a sheet are inserted, deleted and moved. */
function followRows(formula: string, became: ReadonlyMap<number, number>): string {
  return formula.replace(/('?台账'?!\$?[A-Z]+\$?)(\d+)/g, (_, before: string, row: string) => {
    const now = became.get(Number(row) - 1);
    return now === undefined ? '#REF!' : before + String(now + 1);
  });
}

function putRows({ port }: OpenedPane, rows: readonly Row[]): void {
  const sheet = port.book.sheet(LEDGER);
  sheet.cells.clear();
  rows.forEach((line, row) => line.forEach((value, column) => port.book.put(sheet, [row, column], value)));
}

function modelOf({ name, cells }: MemorySheet): NewSheet {
  const places = [...cells].map(([key, cell]) => ({ at: key.split(',').map(Number), cell }));
  const rows = Math.max(...places.map(({ at: [row = 0] }) => row)) + 1;
  const columns = Math.max(...places.map(({ at: [, column = 0] }) => column)) + 1;
  const grid = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => cells.get(`${String(row)},${String(column)}`)),
  );
  const values = grid.map((line) => line.map((cell) => cell?.value ?? ''));
  const formulas = grid.map((line) => line.map((cell) => cell?.formula ?? ''));
  return { name, freezeRows: 0, blocks: [{ row: 0, column: 0, values, formulas }] };
}

/** The lines of 标准台账 by their key, as LibreOffice calculates the workbook now. */
function calculated({ port }: OpenedPane): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const grid = calculatedSheets([LEDGER, CLEAN].map((name) => modelOf(port.book.sheet(name)))).get(CLEAN) ?? [];
  const header = grid.findIndex(([first]) => first === '键');
  const heads = grid[header] ?? [];
  const lines = grid.slice(header + 1).filter(([key = '']) => key !== '');
  return new Map(
    lines.map((line) => [line[0] ?? '', Object.fromEntries(heads.map((head, at) => [head, line[at] ?? '']))]),
  );
}

const TYPED = new Map([
  [codeAt(EDITED), { 认定状态: '已认定', 人工结论: '关停退出' }],
  [codeAt(MOVED), { 认定状态: '待研究', 人工结论: '整治提升' }],
  [codeAt(DELETED), { 认定状态: '已认定', 人工结论: '保留' }],
  [codeAt(FIRST + COUNT - 1), { 认定状态: '已认定', 人工结论: '功能转型' }],
]);

function type({ port }: OpenedPane): void {
  const sheet = port.book.sheet(CLEAN);
  const cellOf = (value: string) => {
    const [key = ''] = [...sheet.cells].find(([, cell]) => cell.value === value) ?? [];
    return key.split(',').map(Number) as [number, number];
  };
  for (const [code, words] of TYPED)
    for (const [head, word] of Object.entries(words)) {
      port.book.edit(CLEAN, [cellOf(code)[0], cellOf(head)[1]], word);
    }
}

/** The tiers that the truth file gives the rows left alone, and what the edits come to. */
function expectedTiers(): Map<string, string | undefined> {
  const truth = truthRows(SHENGYUE).map(({ row, tier }) => [codeAt(row - 1), tier ?? '待核实'] as const);
  const told = new Map<string, string | undefined>(truth.slice(0, COUNT));
  told.set(codeAt(EDITED), '重点排查').set(codeAt(BLANKED), '待核实').set(NEW_CODE, '重点指导');
  told.delete(codeAt(DELETED));
  return told;
}

describe('标准台账 refreshed over a ledger whose rows were edited, inserted, deleted and moved', () => {
  const { rows, became } = afterwards();
  let pane: OpenedPane;
  let told: string | undefined;
  let stale: ReturnType<typeof calculated>;
  let fresh: ReturnType<typeof calculated>;

  beforeAll(async () => {
    pane = await openPane([{ name: LEDGER, cells: original }]);
    await pane.commands.choosePolicy.run('shengzhou-2021');
    await pane.commands.writeCleanLedger.run();
    type(pane);
    putRows(pane, rows);
    const clean = pane.port.book.sheet(CLEAN);
    for (const [key, cell] of clean.cells) {
      if (cell.formula !== undefined) clean.cells.set(key, { ...cell, formula: followRows(cell.formula, became) });
    }
    stale = calculated(pane);
    await pane.commands.refresh.run();
    await pane.commands.writeCleanLedger.run();
    told = pane.state().message?.code;
    fresh = calculated(pane);
  }, 120_000);

  it('before: the very rows whose cells were edited or are gone say so', () => {
    const changed = [...stale].filter(([, line]) => line['原表是否已变'] !== '').map(([key]) => key);
    expect(changed).toEqual([EDITED, BLANKED, DELETED].map(codeAt));
  });

  it('after: every row stands by its source row, unchanged, with the tier that the truth gives', () => {
    expect(told).toBe('refreshedCleanLedger');
    expect([...fresh.values()].filter((line) => line['原表是否已变'] !== '')).toEqual([]);
    const tiers = new Map([...fresh].map(([key, line]) => [key, asTruth(line['档位'])]));
    expect(Object.fromEntries(tiers)).toEqual(Object.fromEntries(expectedTiers()));
    expect(tiers.size).toBe(COUNT);
    const wrongPlace = [...fresh].filter(([key, line]) => String(rows[Number(line['来源行']) - 1]?.[CODE]) !== key);
    expect(wrongPlace).toEqual([]);
  });

  it('after: what people typed stayed with their rows, and went with the row that is gone', () => {
    const kept = [...fresh].flatMap(([key, line]) => {
      const words = { 认定状态: line['认定状态'], 人工结论: line['人工结论'] };
      return Object.values(words).some((word) => word !== '') ? [[key, words] as const] : [];
    });
    const wanted = [...TYPED].filter(([key]) => key !== codeAt(DELETED));
    expect(Object.fromEntries(kept)).toEqual(Object.fromEntries(wanted));
  });

  it('and the next edit of a cell shows in its row alone', () => {
    const row = became.get(MOVED) ?? 0;
    pane.port.book.put(pane.port.book.sheet(LEDGER), [row, TAX], 1);
    const lines = calculated(pane);
    const changed = [...lines].filter(([, line]) => line['原表是否已变'] !== '').map(([key]) => key);
    expect(changed).toEqual([codeAt(MOVED)]);
  });
});

describe.each([
  ['whose long formulas stood in one piece each', 'whole', 'shengzhou-2021', ['路径判定条件1']],
  ['whose rows added up whole columns', 'cut', 'taicang-2023', ['区镇名单']],
] as const)('标准台账 of an earlier version, %s', (_, version, policy, later) => {
  it('is brought up to date where it stands, in its own columns', async () => {
    const pane = await openPane([{ name: LEDGER, cells: original }]);
    await pane.commands.choosePolicy.run(policy);
    const { source, understanding } = pane.state();
    if (!source || !understanding) throw new Error('not read');
    const earlier = finish(cleanLedgerModel(source, understanding.assessment, version));
    await pane.port.write(planSheets('写标准台账', [earlier]));
    type(pane);
    const headsOf = () => [...pane.port.book.sheet(CLEAN).cells.values()].map(({ value }) => value);
    expect(headsOf().filter((head) => later.some((own) => own === head))).toEqual([]);
    pane.port.book.put(pane.port.book.sheet(LEDGER), [EDITED, TAX], 1);
    await pane.commands.refresh.run();
    await pane.commands.writeCleanLedger.run();
    expect(pane.state().message?.code).toBe('refreshedCleanLedger');
    expect(pane.port.book.sheets.map(({ name }) => name)).toEqual([LEDGER, CLEAN]);
    expect(headsOf().filter((head) => later.some((own) => own === head))).toEqual([]);
    const words = [...pane.port.book.sheet(CLEAN).cells.values()].map(({ value }) => value);
    expect([...TYPED.values()].every((own) => words.includes(own.人工结论))).toBe(true);
    const again = pane.state().understanding;
    if (!again || !pane.state().source) throw new Error('not read');
    const newest = finish(cleanLedgerModel(pane.state().source ?? source, again.assessment));
    expect(newest.blocks.flatMap(({ values }) => values.flat())).toEqual(expect.arrayContaining([...later]));
  });
});
