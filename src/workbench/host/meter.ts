import { utf8Length } from './utf8Length';
import { clearsUndo } from './undoClearing';
import { isRelease, isTraffic } from './requestKind';
import type { WireRequest } from './wire/messages';

/** What a pane has asked of the host. Answers of custom functions, and references given back, are counted apart. */
export interface MeterReading {
  readonly requests: number;
  readonly releases: number;
  readonly functionMessages: number;
  /** Of requests and their answers, in UTF-8. */
  readonly bytesAsked: number;
  readonly bytesAnswered: number;
  /** The largest request. */
  readonly mostBytes: number;
  /** The calls that empty Excel's undo list, in order. */
  readonly undoCleared: readonly string[];
}

const NOTHING: MeterReading = {
  requests: 0,
  releases: 0,
  functionMessages: 0,
  bytesAsked: 0,
  bytesAnswered: 0,
  mostBytes: 0,
  undoCleared: [],
};

/** Counts what goes over the wire. */
export class Meter {
  private now = NOTHING;

  asked(text: string, body: WireRequest | undefined): void {
    if (body === undefined) return;
    const bytes = utf8Length(text);
    const { now } = this;
    const kind = isTraffic(body) ? 'functionMessages' : isRelease(body) ? 'releases' : 'requests';
    const bytesAsked = now.bytesAsked + bytes;
    this.now = { ...now, [kind]: now[kind] + 1, bytesAsked, mostBytes: Math.max(now.mostBytes, bytes) };
  }

  answered(text: string): void {
    this.now = { ...this.now, bytesAnswered: this.now.bytesAnswered + utf8Length(text) };
  }

  seen(type: string, member: string): void {
    if (clearsUndo(type, member))
      this.now = { ...this.now, undoCleared: [...this.now.undoCleared, `${type}.${member}`] };
  }

  /** What was counted; `anew` begins at nothing after it. */
  read(anew?: 'anew'): MeterReading {
    const { now } = this;
    if (anew !== undefined) this.now = NOTHING;
    return now;
  }
}
