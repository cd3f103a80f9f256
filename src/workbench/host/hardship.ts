import { type BookState, refusalOf, ROWS_OF_XLS } from './forbidden';
import { isRelease, isTraffic } from './requestKind';
import { utf8Length } from './utf8Length';
import { refuse } from './wire/hostError';
import type { WireRequest } from './wire/messages';

/** What makes this host as hard to live with as a real Excel. */
export interface HardshipOptions {
  /** Milliseconds that every request takes at the least: between two bounds, one or the other in turn and all between. */
  readonly delay: readonly [least: number, most: number];
  readonly book?: BookState;
  /** It knows what Excel 2016 knew. */
  readonly isOld?: boolean;
  /** Custom functions are answered six times slower, or each call is cancelled and made again. */
  readonly functions?: 'slow' | 'twice';
  /** Requests and answers of more bytes are refused. */
  readonly mostBytes?: number;
}

/** Its multiples fall evenly between 0 and 1. */
const GOLDEN = 0.618_034;

/** How requests fail: one as it comes; one after it was carried out, its answer lost; or one and all that come after it. */
export type Refusal = 'before' | 'after' | 'onwards';

interface Trouble {
  readonly code: string;
  readonly when: Refusal;
}

/** Delays, limits and failures of a host. */
export class Hardship {
  private due: (Trouble & { left: number }) | undefined;
  private asked = 0;
  private book: { readonly state: BookState; refusals: number };

  constructor(private readonly options: HardshipOptions) {
    this.book = { state: options.book ?? 'plain', refusals: 0 };
  }

  /** How long the next request takes; spread evenly, the same in every run. */
  delay(): number {
    const [least, most] = this.options.delay;
    const part = (this.asked++ * GOLDEN) % 1;
    return Math.round(least + part * (most - least));
  }

  /** How often functions are cancelled and made again, and how many times longer their answers take. */
  get functions(): HardshipOptions['functions'] {
    return this.options.functions;
  }

  /** The rows of a sheet. */
  get mostRows(): number {
    return this.options.book === 'xls' ? ROWS_OF_XLS : Infinity;
  }

  /** Stops a call that this Excel refuses in the state its workbook is in. */
  check(type: string, member: string): void {
    const { isOld = false } = this.options;
    const code = refusalOf({ state: this.book.state, isOld }, type, member);
    if (code === undefined) return;
    this.book.refusals += 1;
    refuse(code, `${type}.${member} is refused by this workbench`);
  }

  /** Refuses the request that comes `at` th, in the place of what was to be refused until now; gives whether it has come. */
  refuse(at: number, code: string, when: Refusal = 'before'): () => boolean {
    const due = { code, when, left: at };
    this.due = due;
    return () => due.left <= 0;
  }

  /** The workbook is in another state from now on; how many rows its sheets have stays as it was. Gives whether anything was refused in it. */
  become(state: BookState): () => boolean {
    const book = { state, refusals: 0 };
    this.book = book;
    return () => book.refusals > 0;
  }

  /** Why this request is not carried out, or not answered. */
  troubleOf(body: WireRequest, text: string): Trouble | undefined {
    const { mostBytes = Infinity } = this.options;
    if (this.book.state === 'editing' && !isTraffic(body) && !isRelease(body)) {
      this.book.refusals += 1;
      return { code: 'InvalidOperationInCellEditMode', when: 'before' };
    }
    if (text.length * 3 > mostBytes && utf8Length(text) > mostBytes)
      return { code: 'RequestPayloadSizeLimitExceeded', when: 'before' };
    const { due } = this;
    if (due === undefined || isTraffic(body) || isRelease(body)) return undefined;
    due.left -= 1;
    if (due.left > 0) return undefined;
    if (due.when !== 'onwards') this.due = undefined;
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
