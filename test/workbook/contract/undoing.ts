import type { CellBlock, WriteReceipt } from '../../../src/workbook/port';
import { area, type ContractCase, expectEqual, type PortBench } from '../portBench';

async function written(bench: PortBench, id: string, blocks: readonly CellBlock[]): Promise<WriteReceipt> {
  return receiptOf(await bench.port.write({ title: '写入', sheet: { id }, blocks }));
}

async function addedSheet(bench: PortBench): Promise<WriteReceipt> {
  const blocks = [{ area: area(0, 0, 2), values: [['企业'], ['甲']] }];
  return receiptOf(await bench.port.write({ title: '新表', sheet: { newName: '撤销' }, blocks }));
}

function receiptOf(outcome: Awaited<ReturnType<PortBench['port']['write']>>): WriteReceipt {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.receipt;
}

async function exists({ port }: PortBench, id: string): Promise<boolean> {
  return (await port.sheets()).some((sheet) => sheet.id === id);
}

/** How a write is taken back. */
export const undoingCases: readonly ContractCase[] = [
  {
    name: 'takes back cells, looks and widths, and leaves the rest',
    async run(bench) {
      const id = await bench.addSheet({ name: '撤销', cells: [[2], [3], [4]] });
      const before = await bench.look(id, [0, 1]);
      const format = { fill: '#FFC000', columnWidth: 150 };
      const receipt = await written(bench, id, [
        { area: area(0, 1, 3), values: [['甲'], ['=乙'], [1]], format },
        { area: area(0, 2), formulas: [['=A1:A3*10']], spill: area(0, 2, 3) },
      ]);
      expectEqual(await bench.port.undo(receipt), { kind: 'done' });
      expectEqual((await bench.port.read(id))?.values, [[2], [3], [4]]);
      expectEqual(await bench.look(id, [0, 1]), before);
    },
  },
  {
    name: 'takes nothing back once somebody edited a written cell, and says which',
    async run(bench) {
      const id = await bench.addSheet({ name: '改过', cells: [[2]] });
      const receipt = await written(bench, id, [{ area: area(0, 1, 2), values: [['甲'], ['乙']] }]);
      await bench.edit(id, [1, 1], '丙');
      expectEqual(await bench.port.undo(receipt), { kind: 'edited', address: 'B2' });
      expectEqual(await bench.held(id, area(0, 1, 2)), [['甲'], ['丙']]);
    },
  },
  {
    name: 'a cell that somebody cleared counts as edited',
    async run(bench) {
      const id = await bench.addSheet({ name: '清过' });
      const receipt = await written(bench, id, [{ area: area(0, 1, 2), values: [['甲'], ['乙']] }]);
      await bench.edit(id, [0, 1], '');
      expectEqual(await bench.port.undo(receipt), { kind: 'edited', address: 'B1' });
    },
  },
  {
    name: 'a formula that gives another result is not an edit',
    async run(bench) {
      const id = await bench.addSheet({ name: '重算', cells: [[2]] });
      const receipt = await written(bench, id, [{ area: area(0, 1), formulas: [['=A1*10']] }]);
      await bench.edit(id, [0, 0], 5);
      expectEqual(await bench.port.undo(receipt), { kind: 'done' });
      expectEqual(await bench.held(id, area(0, 0, 1, 2)), [[5, '']]);
    },
  },
  {
    name: 'a receipt survives being kept as JSON',
    async run(bench) {
      const id = await bench.addSheet({ name: '存取' });
      const receipt = await written(bench, id, [{ area: area(0, 0, 1, 3), values: [['00123', 0.1 + 0.2, true]] }]);
      const kept = JSON.parse(JSON.stringify(receipt)) as WriteReceipt;
      expectEqual(await bench.port.undo(kept), { kind: 'done' });
      expectEqual(await bench.held(id, area(0, 0, 1, 3)), [['', '', '']]);
    },
  },
  {
    name: 'deletes a sheet it added',
    async run(bench) {
      const receipt = await addedSheet(bench);
      expectEqual(await bench.port.undo(receipt), { kind: 'done' });
      expectEqual(await exists(bench, receipt.sheetId), false);
      expectEqual(await bench.port.undo(receipt), { kind: 'done' });
    },
  },
  {
    name: 'keeps a sheet it added when somebody filled other cells of it',
    async run(bench) {
      const receipt = await addedSheet(bench);
      await bench.edit(receipt.sheetId, [5, 3], '备注');
      expectEqual(await bench.port.undo(receipt), { kind: 'edited', address: 'D6' });
      expectEqual(await exists(bench, receipt.sheetId), true);
    },
  },
  {
    name: 'fails with ItemNotFound when the sheet of the cells is gone',
    async run(bench) {
      const id = await bench.addSheet({ name: '将删' });
      const receipt = await written(bench, id, [{ area: area(0, 0), values: [[1]] }]);
      await bench.deleteSheet(id);
      const outcome = await bench.port.undo(receipt);
      expectEqual(outcome.kind === 'failed' && outcome.code, 'ItemNotFound');
    },
  },
];
