import { isRelease, isTraffic } from './requestKind';
import { utf8Length } from './utf8Length';
import type { WireRequest } from './wire/messages';

/** What makes this host as hard to live with as a real Excel. */
export interface HardshipOptions {
  /** Milliseconds that every request takes at the least. */
  readonly delay: number;
  /** Requests and answers of more bytes are refused. */
  readonly mostBytes?: number;
}

/** A request that fails: as it comes, or after it was carried out and its answer was lost. */
interface Trouble {
  readonly code: string;
  readonly when: 'before' | 'after';
}

/** Delays, limits and failures of a host. */
export class Hardship {
  private due: (Trouble & { left: number }) | undefined;

  constructor(private readonly options: HardshipOptions) {}

  get delay(): number {
    return this.options.delay;
  }

  /** Refuses the request that comes `at` th, once. */
  refuse(at: number, code: string, when: Trouble['when'] = 'before'): void {
    this.due = { code, when, left: at };
  }

  /** Why this request is not carried out, or not answered. */
  troubleOf(body: WireRequest, text: string): Trouble | undefined {
    const { mostBytes = Infinity } = this.options;
    if (text.length * 3 > mostBytes && utf8Length(text) > mostBytes)
      return { code: 'RequestPayloadSizeLimitExceeded', when: 'before' };
    const { due } = this;
    if (due === undefined || isTraffic(body) || isRelease(body)) return undefined;
    due.left -= 1;
    if (due.left > 0) return undefined;
    this.due = undefined;
    return due;
  }

  isTooLong(answer: object): boolean {
    const { mostBytes } = this.options;
    return mostBytes !== undefined && utf8Length(JSON.stringify(answer)) > mostBytes;
  }
}

/** The body that tells a failure. */
export function refused(code: string): object {
  return {
    Error: { Code: code, Message: 'refused by the workbench', ActionIndex: 0, HttpStatusCode: 400, Location: '' },
  };
}
