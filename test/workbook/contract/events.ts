import type { Selection, WorkbookChange } from '../../../src/workbook/port';
import { area, type ContractCase, expectEqual } from '../portBench';

/** What the port tells by itself, and what it keeps in the workbook. */
export const eventCases: readonly ContractCase[] = [
  {
    name: 'tells what a person selects, until told to stop',
    async run({ port, addSheet, select, until }) {
      const id = await addSheet({ name: '选择' });
      const told: Selection[] = [];
      const stop = await port.onSelectionChanged((selection) => void told.push(selection));
      await select(id, area(6, 3, 2, 2));
      const wanted = JSON.stringify({ sheetId: id, area: area(6, 3, 2, 2) });
      await until(() => told.some((selection) => JSON.stringify(selection) === wanted));
      stop();
      const count = told.length;
      await select(id, area(1, 1));
      expectEqual(told.length, count);
    },
  },
  {
    name: 'tells edits of a person, and not its own writes',
    async run({ port, addSheet, edit, until }) {
      const id = await addSheet({ name: '变更', cells: [['甲']] });
      const told: WorkbookChange[] = [];
      const stop = await port.onChanged((change) => {
        if (change.sheetId === id) told.push(change);
      });
      const blocks = [{ area: area(2, 2, 2), values: [[1], [2]] }];
      const outcome = await port.write({ title: '写入', sheet: { id }, blocks });
      if (outcome.kind === 'done') await port.undo(outcome.receipt);
      await edit(id, [4, 1], '改');
      await until(() => told.some(({ address }) => address === 'B5'));
      const cells = told.filter(({ address }) => address !== '');
      stop();
      expectEqual([outcome.kind, cells], ['done', [{ sheetId: id, address: 'B5' }]]);
    },
  },
  {
    name: 'tells nothing more once told to stop',
    async run({ port, addSheet, edit, until }) {
      const id = await addSheet({ name: '停听', cells: [['甲']] });
      const [silent, heard]: [WorkbookChange[], WorkbookChange[]] = [[], []];
      const stop = await port.onChanged((change) => void silent.push(change));
      const stopHeard = await port.onChanged((change) => void heard.push(change));
      stop();
      await edit(id, [0, 1], '改');
      await until(() => heard.some(({ address }) => address === 'B1'));
      stopHeard();
      expectEqual(silent, []);
    },
  },
  {
    name: 'tells sheets that are added, with no address',
    async run({ port, addSheet, until }) {
      const told: WorkbookChange[] = [];
      const stop = await port.onChanged((change) => void told.push(change));
      const id = await addSheet({ name: '新增' });
      await until(() => told.some((change) => change.sheetId === id && change.address === ''));
      stop();
    },
  },
  {
    name: 'keeps a setting, replaces it and forgets it',
    async run({ port }) {
      expectEqual(await port.loadSetting('无此键'), undefined);
      const setting = { 政策: '嵊州2021', 列: [1, 2], 开: true, 无: null };
      await port.saveSetting('试', setting);
      expectEqual(await port.loadSetting('试'), setting);
      await port.saveSetting('试', '文字');
      expectEqual(await port.loadSetting('试'), '文字');
      await port.saveSetting('试', undefined);
      expectEqual(await port.loadSetting('试'), undefined);
    },
  },
];
