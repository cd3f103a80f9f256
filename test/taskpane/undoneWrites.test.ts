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

describe('what was written and is gone', () => {
  it('says no longer that it wrote once all of that has been changed at one stroke, as Ctrl+Z does', async () => {
    const pane = await judged();
    await pane.commands.writeResults.run();
    const [sheet] = await pane.port.sheets();
    const tell = (address: string) => {
      for (const listener of pane.port.book.changeListeners) listener({ sheetId: sheet?.id ?? '', address });
    };
    tell('H2');
    expect(told(pane)).toContain('已写入 H:L 列');
    tell('H1:L4');
    expect(pane.state().message).toBeUndefined();
  });

  it('says of a sheet of its own that it is gone again', async () => {
    const pane = await judged();
    await pane.commands.writeCleanLedger.run();
    await pane.commands.undoWrite.run();
    expect(told(pane)).toBe('已撤销：“标准台账”已去掉，其余没有改动。');
  });
});
