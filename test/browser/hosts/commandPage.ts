import { registerFunctions } from '../../../src/functions/register';
import type { MeterReading } from '../../../src/workbench/host/meter';
import type { WorkbenchApi } from '../../../src/workbench/page/workbenchApi';
import { cellName } from '../../../src/sheet/address';
import { differences, said, untold } from '../../support/failing/untold';
import { BOOK } from '../../support/failing/beforeCommands';
import { WRITING, type Writing } from '../../support/failing/writingCommands';
import { edit, openedPane, quiet, workbench, type Opened } from './openedPane';

/** What a command did on this host, and what it cost. */
export interface Measured extends Pick<MeterReading, 'requests' | 'undoCleared' | 'bytesAsked' | 'mostBytes'> {
  readonly said: string;
  readonly intent: string;
  /** What of the workbook it changed. */
  readonly changed: readonly string[];
}

/** What came of refusing requests of a command, one at a time. */
export interface BrokenCommand {
  readonly injected: number;
  /** The command broke off, said so, and the workbook was as before. */
  readonly asBefore: number;
  /** It broke off when part was done, and said what was done and what was not. */
  readonly inPart: number;
  /** It was done all the same. */
  readonly done: number;
  readonly wrong: readonly string[];
}

/** Which requests of a command are refused: each `every` th, beginning with `first`. */
export interface Refusals {
  readonly codes: readonly string[];
  readonly every: number;
  readonly first: number;
}

/** What the page offers the test outside; commands by their names. */
export interface CommandPage {
  readonly reading: readonly string[];
  readonly writing: readonly string[];
  /** Commands over a ledger that is an Excel table, which grows by itself where the host lets it. */
  readonly overTable: string;
  readonly measure: (name: string) => Promise<Measured>;
  readonly breakCommand: (name: string, refusals: Refusals) => Promise<BrokenCommand>;
}

/** What a pane does when it is opened. */
const FIRST_READING = '读取';

/** Commands that read: what the first reading, 更新, 先看要发出什么 and a click ask of Excel. */
const READING: readonly Writing[] = [
  { name: '更新', run: ({ commands }) => commands.refresh.run() },
  { name: '先看要发出什么', run: ({ commands }) => commands.checkLeaving.run() },
  {
    name: '选中一格',
    run: async () => {
      await workbench().select('台账', 'B3');
      await quiet();
    },
  },
];

/** The ledger as an Excel table. */
const OVER_TABLE: Writing = {
  name: '写入结果列，台账是表格',
  before: async ({ commands }) => {
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('台账').tables.add('A1:J5', true).name = '台账表';
      await context.sync();
    });
    await commands.refresh.run();
  },
  run: ({ commands }) => commands.writeResults.run(),
};

let base: (() => void) | undefined;

/** The workbook that every command starts from, made once. */
async function startBook(): Promise<void> {
  if (base) {
    base();
    return;
  }
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    for (const { name, cells } of BOOK) {
      const sheet = worksheets.add(name);
      const columns = Math.max(...cells.map((line) => line.length));
      const lines = cells.map((line) => Array.from({ length: columns }, (_, column) => line[column] ?? ''));
      sheet.getRangeByIndexes(0, 0, lines.length, columns).formulas = lines;
    }
    const all = worksheets.load('items/name');
    await context.sync();
    worksheets.getItem(BOOK[0]?.name ?? '').activate();
    for (const sheet of all.items) if (!BOOK.some(({ name }) => name === sheet.name)) sheet.delete();
    await context.sync();
  });
  await workbench().settled();
  base = workbench().keep();
}

/** A pane with the ledger read and a policy chosen, and what else a command needs. */
async function prepared({ before }: Writing): Promise<Opened> {
  await startBook();
  const pane = openedPane();
  await pane.commands.open.run();
  await pane.commands.choosePolicy.run('shengzhou-2021');
  await before?.(pane);
  await workbench().settled();
  pane.put(({ message: _message, ...state }) => state);
  return pane;
}

function named(name: string): Writing {
  const found = [...READING, ...WRITING, OVER_TABLE].find((one) => one.name === name);
  if (!found) throw new Error(`no command like: ${name}`);
  return found;
}

async function measure(name: string): Promise<Measured> {
  if (name === FIRST_READING) return measured(await unread(), ({ commands }) => commands.open.run());
  const writing = named(name);
  return measured(await prepared(writing), writing.run);
}

async function unread(): Promise<Opened> {
  await startBook();
  return openedPane();
}

async function measured(pane: Opened, run: Writing['run']): Promise<Measured> {
  const before = workbench().print();
  workbench().meter('anew');
  await run(pane);
  await quiet();
  const { requests, undoCleared, bytesAsked, mostBytes } = workbench().meter();
  const { message } = pane.state();
  const changed = differences(before, workbench().print()).map(({ kind, name }) => `${kind} ${name}`);
  pane.close();
  return {
    ...{ requests, undoCleared, bytesAsked, mostBytes, changed },
    said: said(message),
    intent: message?.intent ?? '',
  };
}

type Outcome = readonly ['asBefore' | 'inPart' | 'done', string[]];

/** Something that is tried again and again: how it begins, what is asked of Excel, and what came of it. */
interface Attempt {
  readonly prepare: () => void;
  readonly run: () => Promise<void>;
  readonly outcome: () => Promise<Outcome>;
}

/** Tries with another request refused each time, until none is left to refuse. */
async function refusing(name: string, refusals: Refusals, attempt: Attempt): Promise<BrokenCommand> {
  const tally = { injected: 0, asBefore: 0, inPart: 0, done: 0, wrong: [] as string[] };
  const tried = async (how: string, begin: () => () => boolean, end: () => void): Promise<boolean> => {
    attempt.prepare();
    const hasCome = begin();
    await attempt.run();
    await quiet();
    end();
    if (!hasCome()) return false;
    tally.injected += 1;
    const [kind, wrong] = await attempt.outcome();
    tally[kind] += 1;
    tally.wrong.push(...wrong.map((why) => `${name}, ${how}: ${why}`));
    return true;
  };
  const { refuse, become } = workbench();
  const none = () => void refuse(Infinity, '');
  for (const code of refusals.codes) {
    for (const when of ['before', 'after', 'onwards'] as const) {
      for (let at = refusals.first; ; at += refusals.every) {
        if (!(await tried(`${code} ${when} ${at}`, () => refuse(at, code, when), none))) break;
      }
    }
  }
  for (const state of ['readonly', 'shared', 'editing'] as const) {
    await tried(
      state,
      () => become(state),
      () => void become('plain'),
    );
  }
  return tally;
}

async function breakCommand(name: string, refusals: Refusals): Promise<BrokenCommand> {
  if (name === FIRST_READING) return breakOpening(refusals);
  const writing = named(name);
  const pane = await prepared(writing);
  const [state, putBack, before] = [pane.state(), workbench().keep(), workbench().print()];
  const prepare = () => {
    putBack();
    pane.put(state);
  };
  const run = () => writing.run(pane);
  const broken = await refusing(name, refusals, { prepare, run, outcome: () => outcomeOf(pane, before) });
  pane.close();
  return broken;
}

/** A pane is opened anew for each request: what it listens to is part of what is refused. */
async function breakOpening(refusals: Refusals): Promise<BrokenCommand> {
  await startBook();
  const [putBack, before] = [workbench().keep(), workbench().print()];
  let pane = openedPane();
  const prepare = () => {
    pane.close();
    putBack();
    pane = openedPane();
  };
  const run = () => pane.commands.open.run();
  const broken = await refusing(FIRST_READING, refusals, { prepare, run, outcome: () => openedAs(pane, before) });
  pane.close();
  putBack();
  return broken;
}

/** What is said of a first reading that broke off, and whether the pane follows the workbook once it is read all the same. */
async function openedAs({ commands, state }: Opened, before: Print): Promise<Outcome> {
  const wrong = differences(before, workbench().print()).map(({ kind, name: what }) => `${kind} ${what} changed`);
  const told = said(state().message);
  if (told === '' && !state().source) wrong.push('nothing is said');
  await commands.readActive.run();
  if (!state().source) wrong.push('the ledger is not read afterwards');
  await edit('台账', [1, 4], 41);
  if (!state().stale) wrong.push('a change of the ledger is not noticed');
  return [told === '' ? 'done' : 'asBefore', wrong];
}

type Print = ReturnType<WorkbenchApi['print']>;

async function outcomeOf(pane: Opened, before: Print): Promise<Outcome> {
  const after = workbench().print();
  const { message, busy } = pane.state();
  const wrong = untold(message, before, after);
  if (busy) wrong.push('it is still busy');
  if (!(await isShownTruly(pane))) wrong.push('an earlier reading is shown as if it were so');
  if (differences(before, after).length === 0) return ['asBefore', wrong];
  return [message?.code === 'doneInPart' ? 'inPart' : 'done', wrong];
}

const OWN_COLUMNS = BOOK[0]?.cells[0]?.length ?? 0;

/** Whether the ledger that is shown is the one that stands on its sheet, or is said not to be; result columns are beside it. */
function isShownTruly({ state }: Opened): Promise<boolean> {
  const { source, stale } = state();
  const shown = stale ? [] : (source?.pieces ?? []);
  const isSo = shown.every(({ contents: { sheet, values } }) => {
    const now = workbench().values(sheet.name, `A1:${cellName(values.length - 1, OWN_COLUMNS - 1)}`);
    return values.every((row, r) => row.slice(0, OWN_COLUMNS).every((value, c) => value === now[r]?.[c]));
  });
  return Promise.resolve(isSo);
}

void Office.onReady().then(() => {
  if (Office.context.requirements.isSetSupported('CustomFunctionsRuntime', '1.1')) registerFunctions();
  const page: CommandPage = {
    reading: [FIRST_READING, ...READING.map(({ name }) => name)],
    writing: WRITING.map(({ name }) => name),
    overTable: OVER_TABLE.name,
    ...{ measure, breakCommand },
  };
  (window as unknown as { commandPage: CommandPage }).commandPage = page;
});
