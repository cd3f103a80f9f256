import type { Book } from '../book/book';
import type { RemoteFunctions } from '../functions/remoteFunctions';

/** So many looks in a row must find nothing going on: a busy thread delays them, so time alone would prove nothing. */
const QUIET_LOOKS = 14;
const LOOK = 20;

/** Knows whether the grid is calculating or a function is still to answer. */
export class Activity {
  private calculating = false;
  private events = 0;

  constructor(
    book: Book,
    private readonly functions: RemoteFunctions,
    private readonly host: { readonly loading: boolean },
  ) {
    book.changes.listen({
      calculating: () => this.mark(true),
      calculated: () => this.mark(false),
      edited: () => this.mark(this.calculating),
    });
  }

  get busy(): boolean {
    return this.calculating || this.functions.pending;
  }

  /** Resolves when nothing has been edited, calculated or asked for a while, and the pane is there. */
  settled(): Promise<void> {
    let quiet = 0;
    let seen = this.events;
    return new Promise((done) => {
      const timer = window.setInterval(() => {
        quiet = this.busy || this.host.loading || seen !== this.events ? 0 : quiet + 1;
        seen = this.events;
        if (quiet < QUIET_LOOKS) return;
        window.clearInterval(timer);
        done();
      }, LOOK);
    });
  }

  private mark(calculating: boolean): void {
    this.calculating = calculating;
    this.events += 1;
  }
}
