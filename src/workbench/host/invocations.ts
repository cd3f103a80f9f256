import type { Answer, FunctionCall, Invoke } from '../functions/answer';
import type { InvocationResult } from './excel/world';

/** An entry of an event message to the client. */
export interface EventEntry {
  readonly messageCategory: number;
  readonly messageType: number;
  readonly targetId: string;
  readonly message: string;
  readonly id?: number;
}

interface Pending {
  readonly call: FunctionCall;
  readonly since: number;
  readonly answered: (answer: Answer) => void;
}

const INVOKE = { messageCategory: 1, messageType: 1000, targetId: '' } as const;
const CANCEL = { messageCategory: 1, messageType: 1001, targetId: '' } as const;
/** How many times slower, less one; and milliseconds. */
const SLOWER = 5;
const SLOW_TICK = 500;
const ALLOW_ERRORS = 4;
const VALUE_ERROR = 7;
/** The runtime's numbers of error codes. */
const ERRORS: Readonly<Record<number, string>> = {
  1: '#N/A',
  5: '#DIV/0!',
  6: '#NUM!',
  7: '#VALUE!',
  8: '#NULL!',
  9: '#NAME?',
  10: '#NAME?',
};

/** Calls of custom functions on their way to the pane; they wait until it is ready, and are sent again if it is loaded again. */
export class Invocations {
  private readonly pending = new Map<number, Pending>();
  private readonly unsent = new Set<number>();
  private next = 1;
  private ready = false;

  constructor(
    private readonly post: (entries: readonly EventEntry[]) => void,
    private readonly hardship?: 'slow' | 'twice',
  ) {}

  readonly invoke: Invoke = (calls, answered) => {
    for (const [index, call] of calls.entries()) {
      const id = this.next++;
      this.pending.set(id, { call, since: Date.now(), answered: (answer) => answered(index, answer) });
      this.unsent.add(id);
    }
    this.flush();
  };

  /** The pane has loaded its functions, perhaps anew: what a former pane had not answered is asked again. */
  paneReady(): void {
    for (const id of this.pending.keys()) this.unsent.add(id);
    this.ready = true;
    this.flush();
  }

  /** The pane is being loaded: nothing is sent until it is ready. */
  paneGone(): void {
    this.ready = false;
  }

  /** Nobody waits for the answers any more: the pane is told to stop, and what it still sends is ignored. */
  cancelAll(): void {
    const sent = [...this.pending.keys()].filter((id) => !this.unsent.has(id));
    this.pending.clear();
    this.unsent.clear();
    if (!this.ready || sent.length === 0) return;
    this.post(sent.map(cancelled));
  }

  results(results: readonly InvocationResult[]): void {
    for (const [id, ok, value, code] of results) {
      const pending = this.pending.get(id);
      this.pending.delete(id);
      if (pending) this.soon(pending, () => pending.answered(ok ? success(value) : failure(value, code)));
    }
  }

  /** An answer is heard at once, or after six times the while that it took, and half a second. */
  private soon({ since }: Pending, hear: () => void): void {
    if (this.hardship === 'slow') setTimeout(hear, SLOWER * (Date.now() - since) + SLOW_TICK);
    else hear();
  }

  private flush(): void {
    if (!this.ready || this.unsent.size === 0) return;
    const ids = [...this.unsent];
    this.unsent.clear();
    this.post(ids.flatMap((id) => this.entry(id)));
    if (this.hardship === 'twice') this.again(ids);
  }

  /** Cancels calls that are under way, and makes them anew in the same breath. */
  private again(ids: readonly number[]): void {
    const made = ids.flatMap((id) => {
      const pending = this.pending.get(id);
      if (!pending) return [];
      this.pending.delete(id);
      const next = this.next++;
      this.pending.set(next, pending);
      return this.entry(next);
    });
    this.post([...ids.map(cancelled), ...made]);
  }

  private entry(id: number): EventEntry[] {
    const call = this.pending.get(id)?.call;
    if (call === undefined) return [];
    const flags = call.allowErrors ? ALLOW_ERRORS : 0;
    return [{ ...INVOKE, message: JSON.stringify([id, call.name, call.args, call.address, flags, null]), id }];
  }
}

const cancelled = (id: number): EventEntry => ({ ...CANCEL, message: JSON.stringify({ invocationId: id }), id });

function failure(value: unknown, code: number | undefined): Answer {
  const error = ERRORS[code ?? VALUE_ERROR] ?? '#VALUE!';
  const message = typeof value === 'string' ? value : messageOf(value);
  if (message !== undefined && message !== '') return { error, message };
  return code === undefined || code === VALUE_ERROR ? { error, broke: true } : { error };
}

function success(value: unknown): Answer {
  const error = asError(value);
  if (error !== null) return error;
  if (!Array.isArray(value)) return { value: cellValue(value) };
  return { value: value.map((row: unknown) => (Array.isArray(row) ? row.map(cellValue) : [cellValue(row)])) };
}

function asError(value: unknown): Answer | null {
  if (typeof value !== 'object' || value === null || !('type' in value) || value.type !== 'CustomFunctionError')
    return null;
  const error = 'code' in value && typeof value.code === 'string' ? value.code : '#VALUE!';
  const message = messageOf(value);
  return message === undefined ? { error } : { error, message };
}

/** One cell of an answer; a data type Excel would show as a card is shown by its basic value. */
function cellValue(value: unknown): string | number | boolean | null {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : '#NUM!';
  if (typeof value !== 'object') return null;
  if ('code' in value && typeof value.code === 'string') return value.code;
  if ('basicValue' in value) return cellValue(value.basicValue);
  return 'text' in value && typeof value.text === 'string' ? value.text : '#VALUE!';
}

function messageOf(value: unknown): string | undefined {
  const has = typeof value === 'object' && value !== null && 'message' in value && typeof value.message === 'string';
  return has ? (value.message as string) : undefined;
}
