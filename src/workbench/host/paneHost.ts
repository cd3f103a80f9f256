import { addressOf } from '../book/address';
import type { Book } from '../book/book';
import type { DocumentParts } from '../../workbook/documentParts';
import type { Invoke } from '../functions/answer';
import { DOCUMENT_EVENT, type DocumentEventMessage, type RichMessage } from './bridgeContract';
import { EVENT, EventTargets, WORKBOOK_TARGET } from './eventTargets';
import { excelRegistry } from './excel/registry';
import { handle } from './excel/things';
import { type Hardship, refused } from './hardship';
import { Invocations, type EventEntry } from './invocations';
import { Meter } from './meter';
import type { WireRequest } from './wire/messages';
import { Processor } from './wire/processor';
import { readsResults } from './wire/readsResults';
import type { Area } from '../../sheet/area';

/** What the host needs besides the workbook. */
export interface PaneHostOptions {
  readonly book: Book;
  readonly documents: DocumentParts;
  readonly frame: HTMLIFrameElement;
  readonly fileName: () => string;
  readonly openWorkbook: (base64: string) => void;
  readonly hardship: Hardship;
}

interface ClientMessage {
  readonly id: number;
  readonly message?: { readonly url?: string; readonly body?: WireRequest };
}

const OBJECT_EVENT = 65_536;
/** Milliseconds. */
const LONGEST_LOAD = 20_000;

/** One add-in pane: answers its requests, raises events in it, hands it calls of custom functions. Messages are JSON text. */
export class PaneHost {
  private readonly events = new EventTargets();
  private readonly invocations: Invocations;
  readonly meter = new Meter();
  private readonly processor: Processor;
  private queue: Promise<void> = Promise.resolve();
  private waiting = 0;
  private loadingSince: number | null = null;

  constructor(private readonly options: PaneHostOptions) {
    const post = (entries: readonly EventEntry[]) => this.post({ type: 3, message: { entries } });
    this.invocations = new Invocations(post, options.hardship.functions);
    this.processor = new Processor(
      excelRegistry({
        ...options,
        mostRows: options.hardship.mostRows,
        events: this.events,
        functionsReady: () => this.paneReady(),
        functionResults: (results) => this.invocations.results(results),
        releaseReference: (id) => this.processor.references.release(id),
      }),
      handle('Workbook', null),
      (type, member) => {
        options.hardship.check(type, member);
        this.meter.seen(type, member);
      },
    );
    window.addEventListener('message', (event: MessageEvent<unknown>) => {
      if (event.source === options.frame.contentWindow && isRich(event.data)) this.enqueue(event.data.rich);
    });
    this.raiseEvents();
  }

  get hardship(): Hardship {
    return this.options.hardship;
  }

  readonly invoke: Invoke = (calls, answered) => this.invocations.invoke(calls, answered);

  /** Cancels the calls that are still to be answered. */
  cancelCalls(): void {
    this.invocations.cancelAll();
  }

  /** Whether a page was put into the pane and has not made its functions ready yet; one that never does is not waited for. */
  get loading(): boolean {
    return this.loadingSince !== null && performance.now() - this.loadingSince < LONGEST_LOAD;
  }

  /** Forgets what a former page in the pane had registered and kept. */
  paneLoading(): void {
    this.loadingSince = performance.now();
    this.invocations.paneGone();
    this.events.clear();
    this.processor.references.releaseAll();
  }

  private paneReady(): void {
    this.loadingSince = null;
    this.invocations.paneReady();
  }

  /** Requests are answered in order; like Excel, a request sees formulas that have followed the edits before it. */
  private enqueue(text: string): void {
    const { calculation } = this.options.book;
    const client = JSON.parse(text) as ClientMessage;
    const body = client.message?.body;
    const delay = this.hardship.delay();
    this.meter.asked(text, body);
    const waits = () => calculation.behind && body !== undefined && readsResults(body);
    if (this.waiting === 0 && delay === 0 && !waits()) {
      this.receive(client, text);
      return;
    }
    this.waiting += 1;
    this.queue = this.queue
      .then(() => (delay > 0 ? new Promise<void>((resume) => setTimeout(resume, delay)) : undefined))
      .then(() => (waits() ? calculation.caughtUp() : undefined))
      .then(() => this.receive(client, text))
      .finally(() => {
        this.waiting -= 1;
      });
  }

  private receive({ id, message }: ClientMessage, text: string): void {
    if (message?.url !== 'ProcessQuery' || message.body === undefined) {
      this.reply(id, 404, {});
      return;
    }
    this.reply(id, 200, this.answer(message.body, text));
  }

  private answer(body: WireRequest, text: string): object {
    const { context } = this.options.book;
    const trouble = this.hardship.troubleOf(body, text);
    if (trouble && trouble.when !== 'after') return refused(trouble.code);
    const answer = context.asHost(() => this.processor.process(body));
    context.flush();
    if (trouble) return refused(trouble.code);
    return this.hardship.isTooLong(answer) ? refused('ResponsePayloadSizeLimitExceeded') : answer;
  }

  private reply(id: number, statusCode: number, body: object): void {
    const text = JSON.stringify(body);
    this.meter.answered(text);
    this.post({ id, type: 2, message: { statusCode, headers: {}, body: text } });
  }

  private post(message: object): void {
    const data: RichMessage = { rich: JSON.stringify(message) };
    this.options.frame.contentWindow?.postMessage(data, window.location.origin);
  }

  private raise(type: number, target: string | readonly string[], args: object): void {
    const targets = (typeof target === 'string' ? [target] : target).filter((one) => this.events.wanted(type, one));
    if (targets.length === 0) return;
    const message = JSON.stringify(args);
    const entries: EventEntry[] = targets.map((targetId) => ({
      messageCategory: OBJECT_EVENT,
      messageType: type,
      targetId,
      message,
    }));
    this.post({ type: 3, message: { entries } });
  }

  private raiseEvents(): void {
    const both = (sheetId: string) => [WORKBOOK_TARGET, sheetId];
    this.options.book.changes.listen({
      edited: (change) => this.raiseEdited(change),
      selected: ({ sheetId, area }) => this.raiseSelected(sheetId, area),
      activated: ({ sheetId, before }) => {
        if (before !== null) this.raise(EVENT.deactivated, both(before), { worksheetId: before });
        this.raise(EVENT.activated, both(sheetId), { worksheetId: sheetId });
      },
      calculated: () => {
        const worksheetId = this.options.book.sheets.active();
        this.raise(EVENT.calculated, both(worksheetId), { worksheetId, address: '' });
      },
      sheetAdded: ({ sheetId }) =>
        this.raise(EVENT.sheetAdded, WORKBOOK_TARGET, { worksheetId: sheetId, source: 'Local' }),
      sheetDeleted: ({ sheetId }) =>
        this.raise(EVENT.sheetDeleted, WORKBOOK_TARGET, { worksheetId: sheetId, source: 'Local' }),
      sheetRenamed: ({ sheetId, before, after }) => {
        const args = { worksheetId: sheetId, nameBefore: before, nameAfter: after, source: 'Local' };
        this.raise(EVENT.nameChanged, both(sheetId), args);
      },
    });
  }

  private raiseEdited({ sheetId, area, byHost }: { sheetId: string; area: Area; byHost: boolean }): void {
    this.raise(EVENT.changed, [WORKBOOK_TARGET, sheetId], {
      address: addressOf(area),
      changeType: 'RangeEdited',
      source: 'Local',
      worksheetId: sheetId,
      triggerSource: byHost ? 'ThisLocalAddin' : 'Unknown',
      shiftDirection: 'None',
      referenceId: '',
    });
  }

  private raiseSelected(sheetId: string, area: Area): void {
    this.raise(EVENT.selection, [WORKBOOK_TARGET, sheetId], { address: addressOf(area), worksheetId: sheetId });
    const message: DocumentEventMessage = { documentEvent: DOCUMENT_EVENT.selectionChanged };
    this.options.frame.contentWindow?.postMessage(message, window.location.origin);
  }
}

function isRich(data: unknown): data is RichMessage {
  return typeof data === 'object' && data !== null && 'rich' in data && typeof data.rich === 'string';
}
