import type { CellBlock, WriteOutcome, WriteReceipt } from '../../../src/workbook/port';
import { area, type ContractCase, expectEqual, type PortBench } from '../portBench';

const write = ({ port }: PortBench, id: string, blocks: readonly CellBlock[]): Promise<WriteOutcome> =>
  port.write({ title: '修正', sheet: { id }, blocks });

function receiptOf(outcome: WriteOutcome): WriteReceipt {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.receipt;
}

/** How cells in use are overwritten: only those that hold what the plan says, all or none, and they come back. */
export const replacingCases: readonly ContractCase[] = [
  {
    name: 'overwrites cells that hold what is expected, and gives them back',
    async run(bench) {
      const cells = [
        ['企业', '税收'],
        ['甲 ', "'１２０"],
        ['乙', 7],
      ];
      const id = await bench.addSheet({ name: '修正', cells });
      const before = await bench.held(id, area(0, 0, 3, 2));
      const expected = before[1]?.[1] ?? '';
      const outcome = await write(bench, id, [
        { area: area(1, 0), values: [['甲']], replaces: [['甲 ']] },
        { area: area(1, 1, 2), values: [[120], [8]], replaces: [[expected], [7]] },
      ]);
      const receipt = receiptOf(outcome);
      expectEqual(await bench.held(id, area(0, 0, 3, 2)), [
        ['企业', '税收'],
        ['甲', 120],
        ['乙', 8],
      ]);
      expectEqual(await bench.port.undo(receipt), { kind: 'done' });
      expectEqual(await bench.held(id, area(0, 0, 3, 2)), before);
      expectEqual(typeof (await bench.port.read(id))?.values[1]?.[1], 'string');
    },
  },
  {
    name: 'names every cell that holds something else, and writes nothing',
    async run(bench) {
      const id = await bench.addSheet({ name: '已变', cells: [[1], [2], ['=A1*10']] });
      const block = { area: area(0, 0, 3), values: [[5], [6], [7]], replaces: [[1], [3], [10]] };
      const outcome = await write(bench, id, [block]);
      const sheet = (await bench.port.sheets()).find((other) => other.id === id)?.name;
      const changed = [
        { row: 1, column: 0, address: 'A2', held: 2 },
        { row: 2, column: 0, address: 'A3', held: '=A1*10' },
      ];
      expectEqual(outcome, { kind: 'changed', sheet, cells: changed });
      expectEqual(await bench.held(id, area(0, 0, 3)), [[1], [2], ['=A1*10']]);
    },
  },
  {
    name: 'overwrites a formula that it names',
    async run(bench) {
      const id = await bench.addSheet({ name: '换公式', cells: [[2], ['=A1*10']] });
      const block = { area: area(1, 0), formulas: [['=A1']], replaces: [['=A1*10']] };
      const receipt = receiptOf(await write(bench, id, [block]));
      expectEqual(await bench.held(id, area(1, 0)), [['=A1']]);
      expectEqual(await bench.port.undo(receipt), { kind: 'done' });
      expectEqual(await bench.held(id, area(1, 0)), [['=A1*10']]);
    },
  },
  {
    name: 'overwrites cells inside a table',
    async run(bench) {
      const name = `修正表${Math.floor(performance.now() * 1000)}`;
      const cells = [['企业'], ['甲 ']];
      const id = await bench.addSheet({ name: '表内', cells, tables: [{ name, area: area(0, 0, 2) }] });
      const block = { area: area(1, 0), values: [['甲']], replaces: [['甲 ']] };
      receiptOf(await write(bench, id, [block]));
      expectEqual(await bench.held(id, area(1, 0)), [['甲']]);
    },
  },
  {
    name: 'replaced cells that somebody edited are not given back',
    async run(bench) {
      const id = await bench.addSheet({ name: '又改', cells: [[1], [2]] });
      const block = { area: area(0, 0, 2), values: [[5], [6]], replaces: [[1], [2]] };
      const receipt = receiptOf(await write(bench, id, [block]));
      await bench.edit(id, [1, 0], 9);
      expectEqual(await bench.port.undo(receipt), { kind: 'edited', address: 'A2' });
      expectEqual(await bench.held(id, area(0, 0, 2)), [[5], [9]]);
    },
  },
  {
    name: 'gives replaced cells back when a later block fails',
    async run(bench) {
      const id = await bench.addSheet({ name: '半途', cells: [[1], ['乙']] });
      bench.refuseText('换到此处断', 'RequestAborted');
      const blocks = Array.from({ length: 2 }, (_, row) => ({
        area: area(row, 0),
        values: [[row === 0 ? 5 : '换到此处断']],
        replaces: [[row === 0 ? 1 : '乙']],
      }));
      const outcome = await write(bench, id, blocks);
      expectEqual([outcome.kind, outcome.kind === 'failed' && outcome.code], ['failed', 'RequestAborted']);
      expectEqual(await bench.held(id, area(0, 0, 2)), [[1], ['乙']]);
    },
  },
  {
    name: 'a protected sheet keeps its cells',
    async run(bench) {
      const id = await bench.addSheet({ name: '保护', cells: [[1]], protected: true });
      const outcome = await write(bench, id, [{ area: area(0, 0), values: [[2]], replaces: [[1]] }]);
      expectEqual([outcome.kind, await bench.held(id, area(0, 0))], ['protected', [[1]]]);
    },
  },
  {
    name: 'overwrites 1,000 scattered cells',
    async run(bench) {
      const cells = Array.from({ length: 2_000 }, (_, row) => [row % 2 === 0 ? `值${row}` : row]);
      const id = await bench.addSheet({ name: '散', cells });
      const blocks = Array.from({ length: 1_000 }, (_, index) => ({
        area: area(index * 2, 0),
        values: [[index]],
        replaces: [[`值${index * 2}`]],
      }));
      const receipt = receiptOf(await write(bench, id, blocks));
      expectEqual((await bench.port.read(id))?.values[1998]?.[0], 999);
      expectEqual(await bench.port.undo(receipt), { kind: 'done' });
      expectEqual((await bench.port.read(id))?.values, cells);
    },
  },
];
