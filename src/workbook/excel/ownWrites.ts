import { areasOfAddress } from '../../sheet/address';
import { type Area, sharedCells } from '../../sheet/area';

/** How long after a write Excel may still tell of it. */
const LINGER = 2_000;

/** Cells of a sheet; without an id, of a new sheet that has none yet. */
export interface OwnCells {
  readonly sheetId?: string;
  readonly areas: readonly Area[];
}

/** Which cells this add-in has just written: for an Excel that does not say who made a change. */
export interface OwnWrites {
  /** Does some work that writes to these cells. */
  during<T>(cells: readonly OwnCells[], work: () => Promise<T>): Promise<T>;
  /** Whether a change lies in cells just written by us. */
  cover(sheetId: string, address: string): boolean;
}

/** `now` gives milliseconds. */
export function createOwnWrites(now: () => number = () => Date.now()): OwnWrites {
  const writes = new Set<{ readonly cells: readonly OwnCells[]; until: number }>();
  return {
    async during(cells, work) {
      const write = { cells, until: Infinity };
      writes.add(write);
      try {
        return await work();
      } finally {
        write.until = now() + LINGER;
      }
    },
    cover(sheetId, address) {
      for (const write of writes) if (write.until < now()) writes.delete(write);
      const changed = areasOfAddress(address);
      const isWritten = (area: Area) =>
        [...writes].some(({ cells }) =>
          cells.some((own) => (own.sheetId ?? sheetId) === sheetId && inside(area, own.areas)),
        );
      return changed.length > 0 && changed.every(isWritten);
    },
  };
}

function inside(changed: Area, areas: readonly Area[]): boolean {
  const shared = areas.map((area) => sharedCells(changed, area));
  return shared.some((cells) => cells?.rows === changed.rows && cells.columns === changed.columns);
}
