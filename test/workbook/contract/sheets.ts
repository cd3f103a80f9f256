import type { SheetFormat } from '../../../src/sheet/sheet';
import type { SheetPlan, WriteOutcome, WritePlan, WriteReceipt } from '../../../src/workbook/port';
import { area, type ContractCase, expectEqual, type PortBench } from '../portBench';

const ROWS = ['甲', '乙', '丙'];
const cellFormat: SheetFormat = {
  ...{ fontName: '仿宋', fontSize: 12, border: true, rowHeight: 24, locked: false },
  vertical: 'Center',
};

/** A sheet with everything that a plan may ask of a new one. */
function elaborate(newName: string): SheetPlan {
  return {
    sheet: { newName },
    blocks: [
      { area: area(0, 0, 1, 3), values: [['目标分解表', '', '']], format: { fontSize: 18 } },
      { area: area(1, 0, 3, 2), values: ROWS.map((name, row) => [name, row + 1]), format: cellFormat },
      { area: area(1, 2, 3), formulas: ROWS.map((_, row) => [`=B${row + 2}*10`]) },
    ],
    merges: [area(0, 0, 1, 3)],
    choices: [{ area: area(1, 0, 3), list: ROWS }],
    charts: [
      {
        ...{ kind: 'column', title: '目标', place: area(6, 0, 10, 6), categories: area(1, 0, 3) },
        series: [
          { name: '亩', values: area(1, 1, 3) },
          { name: '万元', values: area(1, 2, 3) },
        ],
      },
    ],
    print: {
      ...{ landscape: true, area: area(0, 0, 4, 3), titleRows: { first: 0, last: 0 }, centred: true, breaks: [2] },
      ...{ margins: { top: 2, bottom: 2, left: 1.5, right: 1.5 }, footer: '第 &P 页，共 &N 页' },
    },
    freezeRows: 1,
    protect: true,
  };
}

const held = (id: string) => ({ area: area(0, 0), values: [['补记']], sheet: { id } });

async function write({ port }: PortBench, plan: WritePlan): Promise<WriteOutcome & { kind: 'done' }> {
  const outcome = await port.write(plan);
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome;
}

/** A plan of an existing sheet and two new ones. */
function three(id: string): WritePlan {
  const { area: at, values, sheet } = held(id);
  return {
    ...{ title: '三表', sheet, blocks: [{ area: at, values }] },
    more: [elaborate('目标'), { sheet: { newName: '目标' }, blocks: [{ area: area(0, 0), values: [[1]] }] }],
  };
}

async function sheetIds({ port }: PortBench): Promise<string[]> {
  return (await port.sheets()).map(({ id }) => id);
}

/** New sheets with all that belongs to them, and several sheets in one write. */
export const sheetCases: readonly ContractCase[] = [
  {
    name: 'a new sheet gets merges, fonts, borders, heights, a list, a chart, its print set-up and protection',
    async run(bench) {
      const { sheet } = await write(bench, { title: '目标', ...elaborate('目标表') });
      expectEqual(sheet.protected, true);
      expectEqual(await bench.setUp(sheet.id, [2, 0]), {
        ...{ merged: false, font: '仿宋', size: 12, vertical: 'Center', bordered: true, rowHeight: 24, locked: false },
        ...{ words: '甲,乙,丙', charts: 1, landscape: true },
      });
      const { merged, locked, words } = await bench.setUp(sheet.id, [0, 0]);
      expectEqual([merged, locked, words, await bench.frozenRows(sheet.id)], [true, true, '', 1]);
      expectEqual(await bench.held(sheet.id, area(1, 0, 1, 3)), [['甲', 1, '=B2*10']]);
    },
  },
  {
    name: 'text of digits stays text in a merged cell',
    async run(bench) {
      const years = ['2023', '补记'];
      const { sheet } = await write(bench, {
        ...{ title: '年份', sheet: { newName: '年份' }, merges: years.map((_, row) => area(row, 1, 1, 3)) },
        blocks: [{ area: area(0, 1, 2), values: years.map((year) => [year]), format: { wrap: true } }],
      });
      expectEqual(
        (await bench.port.read(sheet.id))?.values,
        years.map((year) => [year]),
      );
    },
  },
  {
    name: 'a long list stands on another sheet of the plan, whatever name it gets',
    async run(bench) {
      await write(bench, { title: '占名', sheet: { newName: '词表' }, blocks: [] });
      const words = Array.from({ length: 60 }, (_, row) => [`某某街道办事处${row}`]);
      const { sheet, sheets } = await write(bench, {
        ...{ title: '填报', sheet: { newName: '填报表' }, blocks: [{ area: area(0, 0), values: [['街道']] }] },
        choices: [{ area: area(1, 0, 9), words: { sheet: 1, area: area(0, 0, 60) } }],
        more: [{ sheet: { newName: '词表' }, blocks: [{ area: area(0, 0, 60), values: words }], hidden: true }],
      });
      expectEqual([sheets.length, sheets[1]?.visible], [2, false]);
      expectEqual((await bench.setUp(sheet.id, [5, 0])).words, `='${sheets[1]?.name ?? ''}'!$A$1:$A$60`);
    },
  },
  {
    name: 'several sheets are written, and taken back, together',
    async run(bench) {
      const id = await bench.addSheet({ name: '原表', cells: [['', '旧']] });
      const before = await sheetIds(bench);
      const { sheets, receipt } = await write(bench, three(id));
      expectEqual(sheets.length, 3);
      expectEqual(sheets[2]?.name === sheets[1]?.name, false);
      const kept = JSON.parse(JSON.stringify(receipt)) as WriteReceipt;
      expectEqual(await bench.port.undo(kept), { kind: 'done' });
      expectEqual([await sheetIds(bench), await bench.held(id, area(0, 0, 1, 2))], [before, [['', '旧']]]);
    },
  },
  {
    name: 'several sheets are not taken back once one of them was edited; the sheet is named',
    async run(bench) {
      const id = await bench.addSheet({ name: '改后', cells: [['', '旧']] });
      const { sheets, receipt } = await write(bench, three(id));
      const last = sheets[2];
      await bench.edit(last?.id ?? '', [3, 1], '备注');
      expectEqual(await bench.port.undo(receipt), { kind: 'edited', address: 'B4', sheet: last?.name });
      expectEqual(await bench.held(id, area(0, 0)), [['补记']]);
    },
  },
  {
    name: 'nothing is written to any sheet when one of them is refused',
    async run(bench) {
      const id = await bench.addSheet({ name: '有主', cells: [['别人的']] });
      const before = await sheetIds(bench);
      const outcome = await bench.port.write({
        ...{ title: '两表', ...elaborate('落空') },
        more: [{ sheet: { id }, blocks: [{ area: area(0, 0), values: [[1]] }] }],
      });
      expectEqual([outcome.kind, await sheetIds(bench)], ['occupied', before]);
    },
  },
  {
    name: 'all sheets are as they were when a later one fails',
    async run(bench) {
      const id = await bench.addSheet({ name: '后断' });
      const before = await sheetIds(bench);
      bench.refuseText('第三表断在此处', 'GeneralException');
      const { more = [], ...plan } = three(id);
      const failing = { sheet: { newName: '断表' }, blocks: [{ area: area(0, 0), values: [['第三表断在此处']] }] };
      const outcome = await bench.port.write({ ...plan, more: [...more, failing] });
      expectEqual([outcome.kind, await sheetIds(bench)], ['failed', before]);
      expectEqual(await bench.held(id, area(0, 0)), [['']]);
    },
  },
];
