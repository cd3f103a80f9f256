import { FormulaCalculationSessionService } from '@univerjs/sheets-formula';
import type { BookContext } from './bookContext';
import type { Changes } from './changes';

/** A calculation starts a tenth of a second after the last edit; one that has not started by then never will. */
const START_WITHIN = 180;
const LONGEST = 120_000;

/** Lets others wait until formulas have followed an edit, as in Excel they have when a request is answered. */
export class Calculation {
  private stale = false;
  private editedMeanwhile = false;

  constructor(
    private readonly context: BookContext,
    changes: Changes,
  ) {
    changes.listen({
      edited: () => {
        this.stale = true;
        this.editedMeanwhile = true;
      },
      calculating: () => {
        this.editedMeanwhile = false;
      },
      // A calculation that an edit interrupts ends too, but another one follows.
      calculated: () => {
        this.stale &&= this.editedMeanwhile;
      },
    });
  }

  /** Whether something was edited and formulas have not followed yet. */
  get behind(): boolean {
    return this.stale;
  }

  /** Resolves when formulas have followed; functions of the add-in may still be waiting as #BUSY!. */
  async caughtUp(): Promise<void> {
    const session = this.context.injector.get(FormulaCalculationSessionService);
    // A calculation that never ends must not hold up the add-in for ever.
    await session.waitForLatestApplied(LONGEST, START_WITHIN).catch(() => undefined);
    this.stale = false;
  }
}
