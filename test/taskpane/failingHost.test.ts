import { afterAll, describe, expect, it, vi } from 'vitest';
import { createSimulateClient, PATIENCE } from '../../src/worker/client';
import { createDrawPool } from '../../src/worker/drawPool';
import type { BookPrint } from '../../src/workbench/file/keepBook';
import type { WorkbookPort, WritePlan } from '../../src/workbook/port';
import { keepBook, printOf } from '../support/failing/bookState';
import { FAILURES, failingPort, type Failure } from '../support/failing/failingPort';
import { differences, said, untold } from '../support/failing/untold';
import { BOOK } from '../support/failing/beforeCommands';
import { unkept } from '../support/failing/unkept';
import { WRITING, type Writing } from '../support/failing/writingCommands';
import { createMemoryPort } from '../workbook/memoryPort';
import { startOddWorker } from '../worker/support/startOddWorker';
import { paneOver, type OpenedPane } from './support/openPane';
import { withPerson } from './support/person';

const simulator = createSimulateClient({ start: startOddWorker });
const draws = createDrawPool({ start: startOddWorker, workers: 1, patience: PATIENCE });
// Every failure is logged for whoever mends it; thousands of them here.
const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
afterAll(() => {
  simulator.close();
  draws.close();
  logged.mockRestore();
});

/** A pane before a command, which can be put back to that moment as often as wanted. */
async function prepared({ before }: Writing) {
  const failure: Failure = { at: Infinity, how: 'before', calls: 0 };
  const port = createMemoryPort({ sheets: BOOK });
  const plans: WritePlan[] = [];
  const write: WorkbookPort['write'] = (plan) => {
    plans.push(plan);
    return port.write(plan);
  };
  const pane = paneOver(failingPort({ ...port, write }, failure), simulator, draws, () => undefined);
  await pane.commands.open.run();
  await pane.commands.choosePolicy.run('shengzhou-2021');
  await before?.(withPerson(pane));
  pane.store.update(({ message: _message, ...state }) => state);
  const state = pane.state();
  const putBack = keepBook(port.book);
  return {
    ...{ pane, port, plans, print: printOf(port.book) },
    again: (at: number, how: Failure['how']) => {
      putBack();
      pane.store.update(() => state);
      Object.assign(failure, { at, how, calls: 0 });
    },
    heal: () => void Object.assign(failure, { at: Infinity }),
    calls: () => failure.calls,
  };
}

const saidBy = ({ state }: OpenedPane) => said(state().message);

/** What is left of a write that broke off where the pane offers to take it back, once it was and the host answers again. */
async function notTakenBack(
  { commands, state, port }: OpenedPane,
  before: BookPrint,
  heal: () => void,
): Promise<string[]> {
  const { message, written } = state();
  const isOffered = message?.code === 'restoreBroken' || (message?.values['undo'] ?? '') !== '';
  if (!isOffered) return [];
  heal();
  await commands.undoWrite.run();
  // What was taken back before the write is gone for good; cells that a write left stand in the way until they are deleted. Both are told.
  const isTold = /收回以前|没清除/.test(
    `${String(message?.values['done'] ?? '')}${String(message?.values['maybe'] ?? '')}`,
  );
  const left = differences(before, printOf(port.book)).filter(({ kind }) => kind === 'sheets' && !isTold);
  return left.map(({ name }) => `${name} is not as before once ${written?.place ?? 'nothing'} is taken back`);
}

const OWN_COLUMNS = BOOK[0]?.cells[0]?.length ?? 0;

/** Whether the ledger that is shown is the one that stands on its sheets, or is said not to be; result columns are beside it. */
async function isShownTruly({ state }: OpenedPane, port: WorkbookPort): Promise<boolean> {
  const { source, stale } = state();
  if (stale || !source) return true;
  for (const { contents } of source.pieces) {
    const now = await port.read(contents.sheet.id);
    const differs = contents.values.some((row, r) =>
      row.slice(0, OWN_COLUMNS).some((value, c) => value !== now?.values[r]?.[c]),
    );
    if (differs) return false;
  }
  return true;
}

/** What only looks, sets something of the pane, works something out or hands a file out: none of it is kept in the workbook. */
const WRITES_NOTHING = [
  ...['open', 'readActive', 'chooseSheet', 'chooseTable', 'refresh', 'goTo', 'goToCell', 'show', 'setBarSize', 'stop'],
  ...['filterRows', 'clearFilter', 'dismiss', 'setWriteAs', 'setWriteTo', 'comparePolicy', 'closeComparison'],
  ...['setMargin', 'checkFormulas', 'setScenario', 'previewScenario', 'setSeries', 'showPart', 'markField'],
  ...['startProjection', 'pause', 'resume', 'loadScenarios', 'takeScenario', 'chooseCompared', 'compareScenarios'],
  ...['seekGoal', 'takeGoal', 'pastYears', 'pastWork', 'setTarget', 'split', 'chooseAllocation', 'setReason'],
  ...['setParcels', 'allocateParcels', 'ruleParcels', 'seekFrontier', 'setYears', 'planYears', 'setShare'],
  ...['checkLeaving', 'saveCopies', 'openCopy', 'collect', 'decide', 'decideAll', 'dropCollected', 'checkRepair'],
  ...['makePlainCopy', 'savePlainCopy', 'checkRestore', 'makeBrief'],
];

it('every command of the pane is tried below, or is known to write nothing', () => {
  const { commands } = paneOver(createMemoryPort({ sheets: BOOK }), simulator, draws);
  const tried = WRITING.map(({ name }) => name.split(',')[0] ?? '');
  expect(Object.keys(commands).toSorted()).toEqual([...new Set([...tried, ...WRITES_NOTHING])].toSorted());
});

describe('a host that fails at the k-th call of a command, or from it on', () => {
  it.each(WRITING.map((one) => [one.name, one] as const))(
    '%s: what is said of the workbook is so',
    async (name, writing) => {
      const { pane, port, plans, print, again, heal, calls } = await prepared(writing);
      again(Infinity, 'before');
      await writing.run(withPerson(pane));
      // The command does write where nothing fails, or the rest would prove nothing.
      expect([name, saidBy(pane), differences(print, printOf(port.book)).length]).not.toEqual([name, saidBy(pane), 0]);
      // Excel takes what is typed into its cells for what is meant.
      expect(plans.flatMap(unkept)).toEqual([]);
      const total = calls();
      const wrong: string[] = [];
      for (const how of FAILURES) {
        for (let at = 1; at <= total; at++) {
          again(at, how);
          await writing.run(withPerson(pane));
          if (calls() < at) continue;
          expect(pane.state().busy).toBeUndefined();
          if (!(await isShownTruly(pane, port)))
            wrong.push(`${how} ${String(at)}: an earlier reading is shown as if it were so`);
          wrong.push(...untold(pane.state().message, print, printOf(port.book)).map((why) => `${how} ${at}: ${why}`));
          wrong.push(...(await notTakenBack(pane, print, heal)).map((why) => `${how} ${at}: ${why}`));
        }
      }
      if (process.env['MUJUN_COUNTS'])
        process.stdout.write(`${name}: ${total} calls, ${FAILURES.length * total} failures\n`);
      expect(wrong).toEqual([]);
    },
    240_000,
  );
});
