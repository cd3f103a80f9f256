import { expect, it } from 'vitest';
import { paneText } from '../../src/text/pane';
import { zipParts } from '../package/support/makePackage';
import { everything } from '../package/support/everything';
import { PortError } from '../../src/workbook/portError';
import { createMemoryPort } from '../workbook/memoryPort';
import { paneOver, type OpenedPane } from './support/openPane';
import { smallLedger } from './support/smallLedger';

const told = ({ state }: OpenedPane) => {
  const { message } = state();
  return message && paneText('zh-CN')(message.code, message.values);
};

it.each([
  ['readOnly', '只能看，不能改'],
  ['oldFormat', '65,536 行'],
] as const)('a workbook that is %s says so once the ledger is read, and still judges', async (limit, words) => {
  const pane = paneOver({ ...createMemoryPort({ sheets: [smallLedger({})] }), limit });
  await pane.commands.open.run();
  expect(told(pane)).toContain(words);
  expect(pane.state().source).toBeDefined();
});

it('what is chosen in a workbook that can only be read is taken and not kept, without a word of failure', async () => {
  const denied = () => Promise.reject(new PortError('AccessDenied', 'read-only'));
  const port = { ...createMemoryPort({ sheets: [smallLedger({})] }), saveSetting: denied, write: denied };
  const pane = paneOver({ ...port, limit: 'readOnly' as const });
  await pane.commands.open.run();
  await pane.commands.choosePolicy.run('shengzhou-2021');
  await pane.commands.setAsOf.run('2022-06-30');
  expect([pane.state().policyId, pane.state().message?.intent === 'error']).toEqual(['shengzhou-2021', false]);
  expect(pane.state().understanding?.assessment.tiers).toBeDefined();
});

it('what Excel refuses outright is not told as perhaps done', async () => {
  const denied = () => Promise.reject(new PortError('AccessDenied', 'protected'));
  const pane = paneOver({ ...createMemoryPort({ sheets: [smallLedger({})] }), saveSetting: denied });
  await pane.commands.open.run();
  await pane.commands.choosePolicy.run('shengzhou-2021');
  expect(told(pane)).toMatch(/受保护，或只读打开.*工作簿没有改动/);
});

it('an Excel that lacks what every reading asks is told as too old, at whatever call it shows', async () => {
  const calls = ['onSelectionChanged', 'onChanged', 'customXml', 'loadSetting', 'activeSheet', 'sheets'] as const;
  for (const call of calls) {
    const refused = { [call]: () => Promise.reject(new PortError('ApiNotFound', call)) };
    const pane = paneOver({ ...createMemoryPort({ sheets: [smallLedger({})] }), ...refused });
    await pane.commands.open.run();
    expect([call, told(pane)]).toEqual([call, expect.stringContaining('版本太旧')]);
    expect([pane.state().busy, pane.state().source]).toEqual([undefined, undefined]);
  }
});

it('that there is no ledger goes before', async () => {
  const pane = paneOver({ ...createMemoryPort({ sheets: [{ name: '空', cells: [['甲']] }] }), limit: 'readOnly' });
  await pane.commands.open.run();
  expect(told(pane)).not.toContain('只能看');
});

it('a copy of a workbook with macros is named .xlsm; a Mac is told before it is asked to open it', async () => {
  const port = createMemoryPort({ sheets: [smallLedger({})] });
  const pane = paneOver({ ...port, currentFile: () => Promise.resolve(zipParts(everything())) });
  await pane.commands.open.run();
  await pane.commands.choosePolicy.run('shengzhou-2021');
  await pane.commands.makePlainCopy.run();
  expect(pane.state().share.plain?.name).toMatch(/ 公式版\.xlsm$/);
  await pane.commands.savePlainCopy.run('open');
  expect(port.book.copies.length).toBe(1);
  Object.assign(pane.context.files, { refusesMacros: true });
  await pane.commands.savePlainCopy.run('open');
  expect([port.book.copies.length, told(pane)]).toEqual([1, expect.stringContaining('带宏（.xlsm）')]);
});
