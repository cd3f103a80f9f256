import { afterAll, describe, expect, it, vi } from 'vitest';
import { PortError } from '../../src/workbook/portError';
import type { WorkbookPort } from '../../src/workbook/port';
import { said } from '../support/failing/untold';
import { BOOK } from '../support/failing/beforeCommands';
import type { MemoryPort } from '../workbook/memoryPort';
import { openPane, paneOver } from './support/openPane';

const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
afterAll(() => logged.mockRestore());

/** A port of which the `at` th call fails, whatever it is: listening too; before it is carried out, or with its answer lost. */
function failingAt(port: MemoryPort, at: number, lost: boolean) {
  const calls: string[] = [];
  const wrapped = Object.entries(port).map(([name, value]: [string, unknown]) => {
    if (typeof value !== 'function') return [name, value];
    const call = async (...given: unknown[]) => {
      calls.push(name);
      const isDue = calls.length === at;
      if (isDue && !lost) throw new PortError('GeneralException', name);
      const answer = (await Reflect.apply(value, port, given)) as unknown;
      if (isDue) throw new PortError('GeneralException', name);
      return answer;
    };
    return [name, call];
  });
  return { calls, port: Object.fromEntries(wrapped) as MemoryPort };
}

/** A workbook whose policy and way of counting were chosen in an earlier session. */
async function chosenBefore(): Promise<MemoryPort> {
  const { commands, port } = await openPane(BOOK);
  await commands.choosePolicy.run('taicang-2023');
  await commands.setRules.run({ mergeEnterprises: true });
  return port;
}

describe.each([false, true])('a workbook whose opening breaks off at the k-th call (answer lost: %s)', (lost) => {
  it('says so, and once it is read all the same the pane follows it and has what it kept', async () => {
    const port = await chosenBefore();
    let broken = 0;
    for (let at = 1; ; at++) {
      const failing = failingAt(port, at, lost);
      const pane = paneOver(failing.port);
      const { commands, state } = pane;
      await commands.open.run();
      if (failing.calls.length < at) break;
      const call = failing.calls[at - 1] as keyof WorkbookPort;
      const told = said(state().message);
      expect([call, told === '' && !state().source, state().busy]).toEqual([call, false, undefined]);
      broken += told === '' ? 0 : 1;
      await commands.readActive.run();
      expect([call, state().source?.contents.sheet.name, state().policyId, state().rules.mergeEnterprises]).toEqual([
        ...[call, '台账', 'taicang-2023', true],
      ]);
      port.book.edit('台账', [1, 4], 40 + at);
      await vi.waitFor(() => expect([call, state().stale]).toEqual([call, true]));
      await commands.refresh.run();
      expect([call, state().stale]).toEqual([call, false]);
    }
    expect(broken).toBeGreaterThan(5);
  });
});

it.each([
  ['Z90,B3', true],
  ["'台账'!B3:B4,台账!Z90", true],
  ['Z90,Z95', false],
])('a change of several areas at once (%s) is one of the ledger where any of them is: %s', async (address, isStale) => {
  const port = (await openPane(BOOK)).port;
  let tell: Parameters<WorkbookPort['onChanged']>[0] | undefined;
  const onChanged: WorkbookPort['onChanged'] = (listener) => {
    tell = listener;
    return port.onChanged(listener);
  };
  const { commands, state } = paneOver({ ...port, onChanged });
  await commands.open.run();
  tell?.({ sheetId: state().source?.contents.sheet.id ?? '', address });
  expect(state().stale).toBe(isStale);
});
