import type { WriteOutcome, WritePlan } from '../../../src/workbook/port';
import { area, type ContractCase, expectEqual } from '../portBench';

/** Text that a spreadsheet would make a formula, number, date, truth value or error of. */
const TEMPTING = [
  ...['=1+1', '+1', '-1', '@SUM(A1)', "'引号", '00123', '1/2', '2023-06-30', '12%', '1E5', ' 7 ', '3:20', '¥5', '(5)'],
  ...['TRUE', 'false', '#N/A', 'May 5', '2023年6月30日', '5亩', '1,234'],
];

const plan = (id: string, blocks: WritePlan['blocks']): WritePlan => ({ title: '写入', sheet: { id }, blocks });

const kind = (outcome: WriteOutcome): string =>
  outcome.kind === 'failed' ? `failed ${outcome.code} ${outcome.message} ${outcome.leftBehind ?? ''}` : outcome.kind;

/** How the port writes: all or nothing, over blank cells only. */
export const writingCases: readonly ContractCase[] = [
  {
    name: 'writes numbers, truth values and blanks as they are',
    async run({ port, addSheet, held }) {
      const id = await addSheet({ name: '写', cells: [['企业']] });
      const values = [
        [1.5, true, '甲'],
        ['', NaN, -2e-7],
      ];
      const outcome = await port.write(plan(id, [{ area: area(1, 2, 2, 3), values }]));
      expectEqual(kind(outcome), 'done');
      expectEqual(await held(id, area(1, 2, 2, 3)), [
        [1.5, true, '甲'],
        ['', '', -2e-7],
      ]);
    },
  },
  {
    name: 'keeps text as text, whatever it looks like',
    async run({ port, addSheet }) {
      const id = await addSheet({ name: '文字' });
      const values = TEMPTING.map((text) => [text]);
      const outcome = await port.write(plan(id, [{ area: area(0, 0, TEMPTING.length), values }]));
      expectEqual(kind(outcome), 'done');
      expectEqual((await port.read(id))?.values, values);
    },
  },
  {
    name: 'writes formulas and looks',
    async run({ port, addSheet, held, look }) {
      const id = await addSheet({ name: '公式', cells: [[2], [3]] });
      const format = { fill: '#FFC000', bold: true, numberFormat: '0.00', columnWidth: 96 };
      const formulas = [['=A1*10'], ['=A2*10']];
      const outcome = await port.write(plan(id, [{ area: area(0, 1, 2), formulas, format }]));
      expectEqual(kind(outcome), 'done');
      expectEqual(await held(id, area(0, 1, 2)), formulas);
      expectEqual((await look(id, [0, 1])).fill, '#FFC000');
      expectEqual(Math.round((await look(id, [0, 1])).width), 96);
    },
  },
  {
    name: 'fills formulas down a new sheet as if each had been written, and knows which of them somebody edited',
    async run({ port, held, edit }) {
      const rows = Array.from({ length: 40 }, (_, row) => row + 1);
      const formulas = rows.map((row) => ['', '', `=A${row}*10`, `=C${row}`]);
      const values = rows.map((row) => [row, '', '', '']);
      const filled = [2, 3].map((column) => ({ row: 0, column, rows: 40 }));
      const block = { area: area(0, 0, 40, 4), values, formulas, filled, format: { bold: true } };
      const outcome = await port.write({ title: '写入', sheet: { newName: '填充' }, blocks: [block] });
      if (outcome.kind !== 'done') throw new Error(kind(outcome));
      const plain = await port.write({ title: '写入', sheet: { newName: '逐格' }, blocks: [{ ...block, filled: [] }] });
      if (plain.kind !== 'done') throw new Error(kind(plain));
      expectEqual(await held(outcome.sheet.id, block.area), await held(plain.sheet.id, block.area));
      expectEqual(outcome.receipt.written, plain.receipt.written);
      expectEqual((await port.read(outcome.sheet.id))?.values, (await port.read(plain.sheet.id))?.values);
      await edit(outcome.sheet.id, [20, 3], '改了');
      expectEqual(await port.undo(outcome.receipt), { kind: 'edited', address: 'D21' });
      expectEqual(await port.undo(plain.receipt), { kind: 'done' });
    },
  },
  {
    name: 'writes a formula that spills, with its look over all of it, and what it spilled is read',
    async run({ port, addSheet }) {
      const id = await addSheet({ name: '溢出', cells: [[2], [3], [4]] });
      const format = { numberFormat: '#,##0.00' };
      const block = { area: area(0, 2), formulas: [['=A1:A3*10']], spill: area(0, 2, 3), format };
      expectEqual(kind(await port.write(plan(id, [block]))), 'done');
      expectEqual(
        (await port.read(id))?.formats?.map((line) => line[2]),
        ['#,##0.00', '#,##0.00', '#,##0.00'],
      );
      expectEqual((await port.read(id))?.values, [
        [2, '', 20],
        [3, '', 30],
        [4, '', 40],
      ]);
    },
  },
  {
    name: 'refuses a cell that holds something, names it and writes nothing',
    async run({ port, addSheet, held }) {
      const id = await addSheet({
        name: '占用',
        cells: [
          ['', ''],
          ['', ''],
          ['', '别人的'],
        ],
      });
      const free = { area: area(0, 0, 2), values: [['甲'], ['乙']] };
      const outcome = await port.write(plan(id, [free, { area: area(1, 1, 2), values: [[1], [2]] }]));
      const { name } = (await port.sheets()).find((sheet) => sheet.id === id) ?? { name: '' };
      expectEqual(outcome, { kind: 'occupied', sheet: name, address: 'B3', text: '别人的' });
      expectEqual(await held(id, area(0, 0, 3, 2)), [
        ['', ''],
        ['', ''],
        ['', '别人的'],
      ]);
    },
  },
  {
    name: 'a formula that shows nothing occupies its cell',
    async run({ port, addSheet }) {
      const id = await addSheet({ name: '空公式', cells: [['', '=""']] });
      const outcome = await port.write(plan(id, [{ area: area(0, 1), values: [[1]] }]));
      expectEqual([outcome.kind, outcome.kind === 'occupied' && outcome.text], ['occupied', '=""']);
    },
  },
  {
    name: 'refuses when the cells a formula spills over are not blank',
    async run({ port, addSheet, held }) {
      const id = await addSheet({
        name: '挡住',
        cells: [
          [2, '', ''],
          [3, '', ''],
          [4, '', 0],
        ],
      });
      const block = { area: area(0, 2), formulas: [['=A1:A3*10']], spill: area(0, 2, 3) };
      const outcome = await port.write(plan(id, [block]));
      expectEqual([outcome.kind, outcome.kind === 'occupied' && outcome.address], ['occupied', 'C3']);
      expectEqual(await held(id, area(0, 2)), [['']]);
    },
  },
  {
    name: 'refuses a protected sheet and leaves it protected',
    async run({ port, addSheet, held }) {
      const id = await addSheet({ name: '保护', cells: [['甲']], protected: true });
      const outcome = await port.write(plan(id, [{ area: area(0, 1), values: [[1]] }]));
      const sheet = (await port.sheets()).find((other) => other.id === id);
      expectEqual([outcome, sheet?.protected], [{ kind: 'protected', sheet: sheet?.name }, true]);
      expectEqual(await held(id, area(0, 1)), [['']]);
    },
  },
  {
    name: 'refuses cells inside a table, and spilling beside one',
    async run({ port, addSheet, held }) {
      const cells = [
        ['企业', '税收'],
        ['甲', ''],
        ['乙', ''],
      ];
      const name = `表${Math.floor(performance.now() * 1000)}`;
      const id = await addSheet({ name: '有表', cells, tables: [{ name, area: area(0, 0, 3, 2) }] });
      const sheet = (await port.sheets()).find((other) => other.id === id)?.name;
      const refused = { kind: 'inTable', sheet, table: name };
      expectEqual(await port.write(plan(id, [{ area: area(1, 1), values: [[1]] }])), refused);
      const spilling = { area: area(1, 2), formulas: [['=A2:A3']], spill: area(1, 2, 2) };
      expectEqual(await port.write(plan(id, [spilling])), refused);
      expectEqual(await held(id, area(1, 1, 2, 2)), [
        ['', ''],
        ['', ''],
      ]);
      const apart = { area: area(1, 3), formulas: [['=A2:A3']], spill: area(1, 3, 2) };
      expectEqual(kind(await port.write(plan(id, [apart]))), 'done');
    },
  },
  {
    name: 'adds a sheet under an allowed name, numbered when taken, with frozen rows, shown and selected',
    async run({ port, frozenRows }) {
      const newName = `结果/表[${Math.floor(performance.now())}]：${'很'.repeat(40)}`;
      const blocks = [{ area: area(0, 0, 1, 2), values: [['企业', '档位']] }];
      const write = () => port.write({ title: '新表', sheet: { newName }, blocks, freezeRows: 1, activate: true });
      const [first, second] = [await write(), await write()];
      if (first.kind !== 'done' || second.kind !== 'done') throw new Error(`${kind(first)}, ${kind(second)}`);
      expectEqual([first.sheet.name.length, /[[\]:*?/\\]/.test(first.sheet.name)], [31, false]);
      expectEqual(second.sheet.name.endsWith(' (2)'), true);
      expectEqual(await frozenRows(second.sheet.id), 1);
      expectEqual(await port.selection(), { sheetId: second.sheet.id, area: area(0, 0, 1, 2) });
      expectEqual([first.receipt.addedSheet, second.receipt.addedSheet], [true, true]);
    },
  },
  {
    name: 'leaves nothing behind when a later block fails, and gives the code of the failure',
    async run({ port, addSheet, held, look, refuseText }) {
      const id = await addSheet({ name: '中断', cells: [['企业']] });
      const before = await look(id, [1, 0]);
      refuseText('断在此处', 'RequestAborted');
      const good = { area: area(1, 0, 2), values: [['甲'], ['乙']], format: { fill: '#FFC000', columnWidth: 150 } };
      const outcome = await port.write(plan(id, [good, { area: area(1, 1), values: [['断在此处']] }]));
      expectEqual(kind(outcome).startsWith('failed RequestAborted'), true);
      expectEqual(outcome.kind === 'failed' && outcome.leftBehind === undefined, true);
      expectEqual(await held(id, area(0, 0, 3, 2)), [
        ['企业', ''],
        ['', ''],
        ['', ''],
      ]);
      expectEqual(await look(id, [1, 0]), before);
    },
  },
  {
    name: 'takes a new sheet away again when a block fails',
    async run({ port, refuseText }) {
      const before = (await port.sheets()).map(({ id }) => id);
      refuseText('新表断在此处', 'GeneralException');
      const blocks = ['甲', '新表断在此处'].map((text, row) => ({ area: area(row, 0), values: [[text]] }));
      const outcome = await port.write({ title: '新表', sheet: { newName: '中断新表' }, blocks });
      expectEqual(kind(outcome).startsWith('failed GeneralException'), true);
      expectEqual(
        (await port.sheets()).map(({ id }) => id),
        before,
      );
    },
  },
  {
    name: 'fails with ItemNotFound when the sheet is gone',
    async run({ port, addSheet, deleteSheet }) {
      const id = await addSheet({ name: '将删' });
      await deleteSheet(id);
      const outcome = await port.write(plan(id, [{ area: area(0, 0), values: [[1]] }]));
      expectEqual(outcome.kind === 'failed' && outcome.code, 'ItemNotFound');
    },
  },
  {
    name: 'writes 12,000 rows whole',
    async run({ port, addSheet }) {
      const id = await addSheet({ name: '大结果' });
      const values = Array.from({ length: 12_000 }, (_, row) => [`重点排查${row}`, row / 3, row % 2 === 0]);
      const outcome = await port.write(plan(id, [{ area: area(0, 0, 12_000, 3), values }]));
      expectEqual(kind(outcome), 'done');
      expectEqual((await port.read(id))?.values, values);
    },
  },
];
