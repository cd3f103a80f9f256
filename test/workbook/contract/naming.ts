import { area, type ContractCase, expectEqual } from '../portBench';

/** How names of the workbook are set, read and taken back. */
export const namingCases: readonly ContractCase[] = [
  {
    name: 'a name stands for cells, and formulas of the workbook may use it',
    async run({ port, addSheet }) {
      const sheetId = await addSheet({ name: "名 称's", cells: [[1, 2], [3]] });
      expectEqual(await port.namedCells('契约一'), undefined);
      expectEqual(await port.setName('契约一', { sheetId, area: area(0, 0, 2, 2) }), undefined);
      expectEqual(await port.namedCells('契约一'), { sheetId, area: area(0, 0, 2, 2) });
    },
  },
  {
    name: 'a name that is moved says what it stood for, and can be put back',
    async run({ port, addSheet }) {
      const sheetId = await addSheet({ name: '移名', cells: [[1, 2], [3]] });
      await port.setName('契约二', { sheetId, area: area(0, 0) });
      const before = await port.setName('契约二', { sheetId, area: area(1, 0, 3, 2) });
      expectEqual(await port.namedCells('契约二'), { sheetId, area: area(1, 0, 3, 2) });
      await port.setName('契约二', { formula: before ?? '' });
      expectEqual(await port.namedCells('契约二'), { sheetId, area: area(0, 0) });
    },
  },
  {
    name: 'a name that is removed is gone; removing it again does nothing',
    async run({ port, addSheet }) {
      const sheetId = await addSheet({ name: '去名', cells: [[1]] });
      await port.setName('契约三', { sheetId, area: area(0, 0) });
      expectEqual(typeof (await port.setName('契约三', undefined)), 'string');
      expectEqual(await port.namedCells('契约三'), undefined);
      expectEqual(await port.setName('契约三', undefined), undefined);
    },
  },
  {
    name: 'a name whose sheet is gone stands for no cells',
    async run({ port, addSheet, deleteSheet }) {
      const sheetId = await addSheet({ name: '亡名', cells: [[1]] });
      await port.setName('契约四', { sheetId, area: area(0, 0) });
      await deleteSheet(sheetId);
      expectEqual(await port.namedCells('契约四'), undefined);
    },
  },
];
