import { describe, expect, it } from 'vitest';
import { said } from '../support/failing/untold';
import { openPane, type OpenedPane } from './support/openPane';
import { smallLedger } from './support/smallLedger';

const told = ({ state }: OpenedPane) => said(state().message);

async function judged(): Promise<OpenedPane> {
  const pane = await openPane([smallLedger({})]);
  await pane.commands.choosePolicy.run('shengzhou-2021');
  return pane;
}

function tell(pane: OpenedPane, sheetId = '', address = ''): void {
  for (const listener of pane.port.book.changeListeners) listener({ sheetId, address });
}

describe('what was written and is gone', () => {
  it('says no longer that it wrote once all of that has been changed at one stroke, as Ctrl+Z does', async () => {
    const pane = await judged();
    await pane.commands.writeResults.run();
    const [sheet] = await pane.port.sheets();
    tell(pane, sheet?.id, 'H2');
    expect(told(pane)).toContain('已写入 H:L 列');
    tell(pane, sheet?.id, 'H1:L4');
    expect(pane.state().message).toBeUndefined();
  });

  it('says what takes the empty sheet away that Ctrl+Z leaves where the sheet was added', async () => {
    const pane = await judged();
    await pane.commands.writeCleanLedger.run();
    const added = (await pane.port.sheets()).find(({ name }) => name === '标准台账');
    tell(pane, added?.id, 'A1:AZ100');
    expect(told(pane)).toBe('“标准台账”里写的都变了。如果是用 Ctrl+Z 撤回的，空表还留着：按“撤销本次写入”可以去掉它。');
    expect(pane.commands.undoWrite.enabled(pane.state())).toBe(true);
  });

  it('says of a sheet of its own that it is gone again', async () => {
    const pane = await judged();
    await pane.commands.writeCleanLedger.run();
    await pane.commands.undoWrite.run();
    expect(told(pane)).toBe('已撤销：“标准台账”已去掉，其余没有改动。');
  });
});
