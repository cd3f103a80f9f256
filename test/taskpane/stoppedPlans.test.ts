import { expect, it } from 'vitest';
import type { CellValue } from '../../src/workbook/port';
import { fixtureSheet, SHENGYUE } from '../support/fixtureSheet';
import { openPane, type OpenedPane } from './support/openPane';

/** What is planned for long over a large ledger, before anything is written. */
const PLANNED: Readonly<Record<string, (pane: OpenedPane) => Promise<void>>> = {
  写入结果列: ({ commands }) => commands.writeResults.run(),
  标准台账: ({ commands }) => commands.writeCleanLedger.run(),
  核对表: ({ commands }) => commands.writeCheckSheet.run(),
  清单: ({ commands }) => commands.makeList.run('governance'),
};

const LEDGER = (fixtureSheet(SHENGYUE) as CellValue[][]).slice(0, 20);

/** A pane with a policy over a few enterprises. */
async function judgedPane(): Promise<OpenedPane> {
  const pane = await openPane([{ name: '台账', cells: LEDGER }]);
  await pane.commands.choosePolicy.run('shengzhou-2021');
  return pane;
}

const print = ({ port }: OpenedPane) => JSON.stringify(port.book.sheets.map(({ name, cells }) => [name, [...cells]]));

/** Runs a command by a clock on which every step takes longer than a slice, and stops it at the `nth` look; whether it came so far. */
async function stoppedAt(pane: OpenedPane, run: () => Promise<void>, nth: number): Promise<boolean> {
  let [time, looks] = [0, 0];
  const now = () => {
    if ((looks += 1) === nth) pane.context.stopping.abort();
    return (time += 100);
  };
  Object.assign(pane.context, { now });
  await run();
  return looks >= nth;
}

it.each(Object.entries(PLANNED))(
  '%s: can be stopped at any breath of its planning, and has written nothing then',
  async (_, run) => {
    const pane = await judgedPane();
    const before = print(pane);
    let breaths = 0;
    for (let nth = 2; await stoppedAt(pane, () => run(pane), nth); nth = Math.ceil(nth * 1.4)) {
      breaths += 1;
      const { message, busy } = pane.state();
      expect([nth, message?.code, busy]).toEqual([nth, expect.stringMatching(/^(?:stopped|writeStopped)$/), undefined]);
      expect(print(pane)).toBe(before);
    }
    expect(breaths).toBeGreaterThan(6);
    expect(pane.state().message?.intent).toBe('success');
    expect(print(pane)).not.toBe(before);
  },
);
