import { describe, expect, it } from 'vitest';
import { PortError } from '../../src/workbook/portError';
import { paneText } from '../../src/text/pane';
import { createMemoryPort, type MemoryPort } from '../workbook/memoryPort';
import { paneOver, type OpenedPane } from './support/openPane';
import { smallLedger } from './support/smallLedger';

/** The port of a host whose k-th call fails: before it is carried out, or after, its answer lost. */
function failingAt(port: MemoryPort, fail: { at: number; lost: boolean; calls: number }): MemoryPort {
  return new Proxy(port, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      const isCall = [
        'sheets',
        'read',
        'readFormulas',
        'setName',
        'loadSetting',
        'saveSetting',
        'customXml',
        'putCustomXml',
        'namedCells',
      ].includes(String(name));
      if (!isCall || typeof value !== 'function') return value;
      return async (...given: unknown[]): Promise<unknown> => {
        fail.calls += 1;
        const isDue = fail.calls === fail.at;
        if (isDue && !fail.lost) throw new PortError('GeneralException', 'failed');
        const answer = await Reflect.apply<typeof target, unknown[], unknown>(
          value as (...all: unknown[]) => unknown,
          target,
          given,
        );
        if (isDue) throw new PortError('GeneralException', 'failed');
        return answer;
      };
    },
  });
}

const cellsOf = (port: MemoryPort) =>
  JSON.stringify(port.book.sheets.map(({ name, cells }) => [name, [...cells].toSorted()]));

/** What people typed: the first rows and columns, which no result is written into. */
const ledgerOf = (port: MemoryPort) =>
  ['0,0', '1,0', '1,1', '1,2', '1,3', '2,0', '2,3'].map((key) => port.book.sheet('台账').cells.get(key)?.value);

type Doing = (pane: OpenedPane) => Promise<void>;
const COMMANDS: readonly (readonly [string, Doing])[] = [
  ['写入结果列', (pane) => pane.commands.writeResults.run()],
  ['写标准台账', (pane) => pane.commands.writeCleanLedger.run()],
  ['写核对表', (pane) => pane.commands.writeCheckSheet.run()],
  ['写政策参数和判定表', (pane) => pane.commands.writePolicySheets.run()],
];

/** Runs a command on a new pane whose host fails at the k-th call; undefined when the command needs fewer calls. */
async function failing(run: Doing, at: number, lost: boolean) {
  const fail = { at: Infinity, lost, calls: 0 };
  const port = createMemoryPort({ sheets: [smallLedger({})] });
  const pane = paneOver(failingAt(port, fail));
  await pane.commands.open.run();
  await pane.commands.choosePolicy.run('shengzhou-2021');
  const before = cellsOf(port);
  const typed = ledgerOf(port);
  fail.calls = 0;
  fail.at = at;
  await run(pane);
  return fail.calls < at ? undefined : { pane, before, typed, after: cellsOf(port), kept: ledgerOf(port) };
}

const SAYS_UNCHANGED = /工作簿没有改动|没有写入/;

describe('a host that fails at the k-th call', () => {
  it.each(COMMANDS)(
    '%s: nothing of the person’s is touched, and what is said of the workbook is so',
    async (_, run) => {
      let tried = 0;
      for (const lost of [false, true]) {
        for (let at = 1; ; at++) {
          const ended = await failing(run, at, lost);
          if (!ended) break;
          tried += 1;
          const { pane, before, typed, after, kept } = ended;
          const { message } = pane.state();
          const said = message ? paneText('zh-CN')(message.code, message.values) : '';
          if (after !== before) expect([at, lost, said]).toEqual([at, lost, expect.not.stringMatching(SAYS_UNCHANGED)]);
          expect(said).not.toBe('');
          expect(kept).toEqual(typed);
        }
      }
      expect(tried).toBeGreaterThan(3);
    },
    120_000,
  );
});
