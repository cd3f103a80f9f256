import { area, type ContractCase, expectEqual } from '../portBench';

/** What the port says of sheets, and how it reads their cells. */
export const readingCases: readonly ContractCase[] = [
  {
    name: 'lists sheets with whether they are shown and protected',
    async run({ port, addSheet }) {
      const hidden = await addSheet({ name: '隐藏', visible: false });
      const locked = await addSheet({ name: '保护', protected: true });
      const sheets = await port.sheets();
      const hiddenSheet = sheets.find(({ id }) => id === hidden);
      const lockedSheet = sheets.find(({ id }) => id === locked);
      expectEqual([hiddenSheet?.visible, hiddenSheet?.protected], [false, false]);
      expectEqual([lockedSheet?.visible, lockedSheet?.protected], [true, true]);
    },
  },
  {
    name: 'reads the used cells from where they begin, blanks as "" and errors as their text',
    async run({ port, addSheet }) {
      const id = await addSheet({
        name: '台账',
        cells: [
          ['', '', '', ''],
          ['', '企业', '', '税收'],
          ['', '甲', true, 12.5],
          ['', '乙', '', '=1/0'],
        ],
      });
      const contents = await port.read(id);
      expectEqual(contents?.area, area(1, 1, 3, 3));
      expectEqual(contents?.values, [
        ['企业', '', '税收'],
        ['甲', true, 12.5],
        ['乙', '', '#DIV/0!'],
      ]);
      expectEqual(
        [contents?.sheet.id, contents?.hiddenColumns, contents?.hiddenRows, contents?.tables],
        [id, [], [], []],
      );
    },
  },
  {
    name: 'reads an empty sheet as no cells',
    async run({ port, addSheet }) {
      const contents = await port.read(await addSheet({ name: '空' }));
      expectEqual([contents?.area.rows, contents?.area.columns, contents?.values], [0, 0, []]);
    },
  },
  {
    name: 'tells hidden columns, hidden rows and tables, by their place on the sheet',
    async run({ port, addSheet }) {
      const id = await addSheet({
        name: '台账',
        cells: [['', '', ''], ...Array.from({ length: 9 }, (_, row) => ['', `列${row}`, `值${row}`, row])],
        hiddenColumns: [2],
        hiddenRows: [3, 4, 8],
        tables: [{ name: `表${Math.floor(performance.now() * 1000)}`, area: area(1, 1, 5, 2) }],
      });
      const contents = await port.read(id);
      expectEqual([contents?.hiddenColumns, contents?.hiddenRows], [[2], [3, 4, 8]]);
      expectEqual(
        contents?.tables.map((table) => table.area),
        [area(1, 1, 5, 2)],
      );
    },
  },
  {
    name: 'tells the number formats of the first rows, "General" where nobody set one',
    async run({ port, addSheet }) {
      const cells = [['', '用地', '税收'], ...Array.from({ length: 600 }, (_, row) => ['', row + 1.5, row + 20])];
      const [mu, money] = ['0.00"亩"', '#,##0.00"万元"'];
      const numberFormats = [
        { area: area(1, 1, 600, 1), numberFormat: mu },
        { area: area(2, 2), numberFormat: money },
      ];
      const contents = await port.read(await addSheet({ name: '格式', cells, numberFormats }));
      expectEqual(contents?.formats?.length, 500);
      expectEqual(contents?.formats?.slice(0, 3), [
        ['General', 'General'],
        [mu, 'General'],
        [mu, money],
      ]);
      expectEqual(contents?.formats?.at(-1), [mu, 'General']);
    },
  },
  {
    name: 'tells merged cells, of which only the first holds a value',
    async run({ port, addSheet }) {
      const merges = [area(1, 0, 3, 1), area(1, 1, 1, 2)];
      const cells = [
        ['镇街', '甲', '乙'],
        ['剡湖', '宽', ''],
        ['', '丙', '丁'],
        ['', '戊', '己'],
        ['鹿山', '庚', '辛'],
      ];
      const contents = await port.read(await addSheet({ name: '合并', cells, merges }));
      expectEqual(
        contents?.merges.toSorted((a, b) => a.column - b.column || a.row - b.row),
        merges,
      );
      expectEqual(contents?.values[2], ['', '丙', '丁']);
      const plain = await port.read(await addSheet({ name: '不合并', cells }));
      expectEqual(plain?.merges, []);
    },
  },
  {
    name: 'reads 24,000 rows whole, telling how far it has come',
    async run({ port, addSheet }) {
      const cells = Array.from({ length: 24_000 }, (_, row) => [`企业${row}`, row, row % 7 === 0 ? '' : row / 8]);
      const id = await addSheet({ name: '大表', cells });
      const told: [number, number][] = [];
      const contents = await port.read(id, {
        onProgress: (...progress) => void told.push(progress),
        stop: () => false,
      });
      expectEqual(contents?.values, cells);
      expectEqual(told.at(-1), [24_000, 24_000]);
      expectEqual(told.length >= 3, true);
      expectEqual(
        told.every(([rows], index) => rows > (told[index - 1]?.[0] ?? 0)),
        true,
      );
    },
  },
  {
    name: 'stops between two blocks',
    async run({ port, addSheet }) {
      const id = await addSheet({ name: '大表', cells: Array.from({ length: 12_000 }, (_, row) => [row]) });
      const told: number[] = [];
      const contents = await port.read(id, {
        onProgress: (rows) => void told.push(rows),
        stop: () => told.length === 1,
      });
      expectEqual([contents, told.length], [undefined, 1]);
    },
  },
  {
    name: 'rejects with ItemNotFound for a sheet that is gone',
    async run({ port, addSheet, deleteSheet }) {
      const id = await addSheet({ name: '将删' });
      await deleteSheet(id);
      const code = await port.read(id).then(
        () => 'read',
        (error: unknown) => (error instanceof Error && 'code' in error ? error.code : String(error)),
      );
      expectEqual(code, 'ItemNotFound');
    },
  },
  {
    name: 'selects cells on another sheet and tells the selection',
    async run({ port, addSheet }) {
      const id = await addSheet({ name: '选择' });
      await port.select(id, area(4, 2, 3, 2));
      expectEqual(await port.selection(), { sheetId: id, area: area(4, 2, 3, 2) });
      expectEqual((await port.activeSheet()).id, id);
    },
  },
];
