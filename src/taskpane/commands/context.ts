import type { Progress } from '../../engine/simulate/index';
import type { Language } from '../../text/language';
import type { drawPicture } from '../charts/drawPicture';
import type { PaneCode, PaneValues } from '../../text/pane';
import type { SimulateClient } from '../../worker/client';
import { createGate, type Gate } from '../../worker/gate';
import type { runAllocation } from '../../worker/allocateClient';
import type { DrawPool } from '../../worker/drawPool';
import type { YearsOptions } from '../../worker/yearsClient';
import type { PastYearsQuestion, YearsRun } from '../../worker/yearsProtocol';
import type { WorkbookPort } from '../../workbook/port';
import { PortError } from '../../workbook/portError';
import type { Busy } from '../state/busy';
import type { Message, PaneState } from '../state/paneState';
import { without } from '../state/paneState';
import { piecesRead } from '../model/reading/places';
import type { Store } from '../state/store';
import type { FunctionAnswers } from '../plans/results/formulas';
import { PartMissing } from '../part';
import type { Command } from './command';
import { toldInPart } from './doneInPart';
import type { Act, Journal } from './journal';

/** How files leave the pane, and what is written into them. A way out that does not work here is absent. */
export interface FileDoor {
  readonly download?: (bytes: Uint8Array, name: string) => void;
  /** Where a download may arrive without being seen, another way is offered beside it. */
  readonly mayDropDownloads?: boolean;
  /** Whether this Excel opens a workbook beside this one (`openCopy` of the port). */
  readonly canOpen: boolean;
  /** Excel on a Mac opens no workbook with macros in this way (office-js 2537). */
  readonly refusesMacros?: boolean;
  readonly version: string;
  /** The names of our worksheet functions. */
  readonly addinFunctions: readonly string[];
  readonly language: Language;
}

/** What commands work with; everything from outside comes in here. */
export interface PaneContext {
  readonly store: Store<PaneState>;
  /** Watched: what commands change through it stands in the journal. */
  readonly port: WorkbookPort;
  readonly journal: Journal;
  readonly simulator: Pick<SimulateClient, 'simulate'>;
  /** Chooses parcels, in a worker of its own. */
  readonly allocator: typeof runAllocation;
  readonly draws: Pick<DrawPool, 'draw' | 'preview' | 'seek'>;
  /** Learns from ledgers of several years, in a worker of its own. */
  readonly years: (question: PastYearsQuestion, options: YearsOptions) => Promise<YearsRun>;
  readonly answers: FunctionAnswers;
  /** Milliseconds since some start, for remaining times. */
  readonly now: () => number;
  /** The calendar year, for a scenario without a base date. */
  readonly thisYear: () => number;
  /** The day and time, 2024-06-30 15:20, for logs that people read. */
  readonly clock: () => string;
  readonly files: FileDoor;
  /** Draws a picture for paper. */
  readonly drawPicture: typeof drawPicture;
  /** Stops the work going on, or lets it wait; set anew by each piece of work. */
  stopping: AbortController;
  waiting: Gate;
}

/** What a command is made of; `during` names the work that keeps other commands waiting, by what is asked where it differs. */
interface Definition<Input> {
  readonly name: string;
  readonly label: PaneCode;
  readonly enabled?: (state: PaneState) => boolean;
  readonly during?: Busy['task'] | ((input: Input) => Busy['task']);
  readonly run: (input: Input) => void | Promise<void>;
}

/** Makes a command of a definition: one piece of work at a time, and every failure told. */
export function defineCommand<Input = void>(context: PaneContext, definition: Definition<Input>): Command<Input> {
  const { name, label, enabled = () => true, during } = definition;
  const mayRun = (state: PaneState) => enabled(state) && !(during && state.busy);
  return {
    name,
    label,
    enabled: mayRun,
    async run(input) {
      if (!mayRun(context.store.get())) return;
      const begun = context.journal.length();
      const { message: before } = context.store.get();
      try {
        if (during) begin(context, typeof during === 'function' ? during(input) : during);
        await definition.run(input);
      } catch (error) {
        tell(context, failureOf(error));
      } finally {
        tellInPart(context, before, begun);
        doubtReading(context, begun);
        if (during) context.store.update((state) => without(state, 'busy'));
      }
    },
  };
}

function begin(context: PaneContext, task: Busy['task']): void {
  context.stopping = new AbortController();
  context.waiting = createGate();
  const stoppable = task !== 'undoing';
  const busy = { task, done: 0, total: 0, since: context.now(), stoppable };
  context.store.update((state) => ({ ...without(state, 'message'), busy }));
}

/** Shows how far the work going on has come. */
export function report(context: PaneContext, done: number, total: number): void {
  context.store.update((state) => (state.busy ? { ...state, busy: { ...state.busy, done, total } } : state));
}

/** The same of a projection, with what it is doing; the draws alone can be made to wait. */
export function reportPhase(context: PaneContext, { phase, done, total }: Progress): void {
  context.store.update((state) => {
    if (!state.busy) return state;
    const { waits, ...busy } = state.busy;
    const since = phase === busy.phase ? busy.since : context.now();
    const going = { ...busy, phase, done, total, since };
    return { ...state, busy: phase === 'drawing' ? { ...going, waits: waits ?? false } : going };
  });
}

export function tell(context: PaneContext, message: Message): void {
  context.store.update((state) => ({ ...state, message }));
}

export function message(intent: Message['intent'], code: PaneCode, values: PaneValues = {}): Message {
  return { intent, code, values };
}

/** A command that broke off says what it had changed by then. */
function tellInPart(context: PaneContext, before: Message | undefined, begun: number): void {
  const { message: told, written } = context.store.get();
  if (!told || told === before) return;
  const given = { language: context.files.language, canUndo: written !== undefined };
  tell(context, toldInPart(told, context.journal.since(begun), given));
}

/** Where cells were left on the ledger's sheets, what was read of them is no longer so for certain. */
function doubtReading(context: PaneContext, begun: number): void {
  const { source } = context.store.get();
  const names = (source ? piecesRead(source) : []).map(({ contents }) => contents.sheet.name);
  const isDoubtful = ({ kind, of, isSure }: Act) =>
    (kind === 'left' && names.some((name) => of.includes(name))) || (kind === 'wrote' && !isSure);
  if (names.length > 0 && context.journal.since(begun).some(isDoubtful))
    context.store.update((state) => ({ ...state, stale: true }));
}

/** What a person is told of an error: Excel's in words of ours, a fault of our own with what it says. */
export function failureOf(error: unknown, code: PaneCode = 'excelRefused'): Message {
  console.error(error);
  if (error instanceof PartMissing) return message('error', 'partMissing');
  if (!(error instanceof PortError)) {
    return message('error', 'unexpected', { detail: detailOf(error) });
  }
  if (error.code === 'InvalidOperationInCellEditMode') return message('warning', 'cellEdit');
  return message('error', code, { reason: error.code });
}

/** What an error says of itself. */
export function detailOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
