import { area, type ContractCase, expectEqual } from '../portBench';

/** Formulas, selected rows, and the workbook as a whole. */
export const documentCases: readonly ContractCase[] = [
  {
    name: 'reads formulas as their text and constants as their values',
    async run({ port, addSheet }) {
      const id = await addSheet({
        name: '公式文',
        cells: [
          ['', '甲'],
          ['', '=B1:B1'],
        ],
      });
      expectEqual(await port.readFormulas(id), { area: area(0, 1, 2), formulas: [['甲'], ['=B1:B1']] });
      const stopped = await port.readFormulas(id, { onProgress: () => undefined, stop: () => true });
      expectEqual(stopped, undefined);
      const empty = await addSheet({ name: '空公式表' });
      expectEqual((await port.readFormulas(empty))?.formulas, []);
    },
  },
  {
    name: 'tells the rows that are selected, as far as the sheet is used',
    async run({ port, addSheet, select }) {
      const id = await addSheet({ name: '选行', cells: [['甲'], ['乙'], ['丙'], ['丁']] });
      await select(id, area(1, 0, 2, 1));
      expectEqual(await port.selectedRows(), { sheetId: id, rows: [1, 2] });
      await select(id, area(2, 0, 9, 1));
      expectEqual(await port.selectedRows(), { sheetId: id, rows: [2, 3] });
    },
  },
  {
    name: 'selects areas, all or from the first on, and says how many',
    async run({ port, addSheet }) {
      const id = await addSheet({ name: '选几处', cells: ['甲', '乙', '丙', '丁', '戊'].map((word) => [word]) });
      const count = await port.selectAreas(id, [area(1, 0, 2, 1), area(4, 0)]);
      const { sheetId, rows } = await port.selectedRows();
      expectEqual(sheetId, id);
      expectEqual(rows, count === 2 ? [1, 2, 4] : [1, 2]);
      expectEqual(await port.selectAreas(id, []), 0);
      expectEqual((await port.selectedRows()).rows, rows);
    },
  },
  {
    name: 'keeps one XML part of a namespace, replaces it and forgets it',
    async run({ port }) {
      const namespace = 'urn:mujun:contract';
      const part = (text: string) => `<batch xmlns="${namespace}">${text}</batch>`;
      expectEqual(await port.customXml(namespace), []);
      await port.putCustomXml(namespace, part('一'));
      await port.putCustomXml(namespace, part('二'));
      expectEqual(
        (await port.customXml(namespace)).map((xml) => xml.includes('>二<')),
        [true],
      );
      expectEqual(await port.customXml('urn:mujun:other'), []);
      await port.putCustomXml(namespace, undefined);
      await port.putCustomXml(namespace, undefined);
      expectEqual(await port.customXml(namespace), []);
    },
  },
  {
    name: 'gives the workbook as a file',
    async run({ port, addSheet }) {
      await addSheet({ name: '成文件', cells: [['甲', 1]] });
      const bytes = await port.currentFile();
      expectEqual([...bytes.subarray(0, 4)], [0x50, 0x4b, 3, 4]);
      expectEqual(bytes.length > 1_000, true);
    },
  },
];
