import type { Book } from '../book/book';
import type { RemoteFunctions } from '../functions/remoteFunctions';

const QUIET = 250;
const LOOK = 20;

/** Knows whether the grid is calculating or a function is still to answer. */
export class Activity {
  private calculating = false;
  private last = performance.now();

  constructor(
    book: Book,
    private readonly functions: RemoteFunctions,
  ) {
    book.changes.listen({
      calculating: () => this.mark(true),
      calculated: () => this.mark(false),
      edited: () => {
        this.last = performance.now();
      },
    });
  }

  get busy(): boolean {
    return this.calculating || this.functions.pending;
  }

  /** Resolves when nothing has been calculated or asked for a while. */
  settled(): Promise<void> {
    this.last = performance.now();
    return new Promise((done) => {
      const timer = window.setInterval(() => {
        if (this.busy) this.last = performance.now();
        else if (performance.now() - this.last > QUIET) {
          window.clearInterval(timer);
          done();
        }
      }, LOOK);
    });
  }

  private mark(calculating: boolean): void {
    this.calculating = calculating;
    this.last = performance.now();
  }
}
