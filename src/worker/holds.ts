/** Runs that were told to wait, each with what lets it go on. */
export interface Holds {
  hold(run: number): void;
  /** Lets a run go on; without effect on one that was not held. */
  release(run: number): void;
  /** Settles when the run may go on; undefined while nothing holds it. */
  held(run: number): Promise<void> | undefined;
}

/** No run is held at first. */
export function createHolds(): Holds {
  const waiting = new Map<number, { readonly open: Promise<void>; readonly release: () => void }>();
  return {
    hold(run) {
      if (waiting.has(run)) return;
      let release = () => {};
      const open = new Promise<void>((resolve) => {
        release = resolve;
      });
      waiting.set(run, { open, release });
    },
    release(run) {
      waiting.get(run)?.release();
      waiting.delete(run);
    },
    held: (run) => waiting.get(run)?.open,
  };
}
