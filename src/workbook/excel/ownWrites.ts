import { areaOfAddress } from '../address';
import { sharedCells } from '../area';
import type { Area } from '../port';

/** How long after a write Excel may still tell of it. */
const LINGER = 2_000;

/** Which cells this add-in has just written: for an Excel that does not say who made a change. */
export interface OwnWrites {
  /** Does some work that writes to these cells (of a new sheet, while it has no id yet, on any). */
  during<T>(sheetId: string | undefined, areas: readonly Area[], work: () => Promise<T>): Promise<T>;
  /** Whether a change lies in cells just written by us. */
  cover(sheetId: string, address: string): boolean;
}

/** `now` gives milliseconds. */
export function createOwnWrites(now: () => number = () => Date.now()): OwnWrites {
  const writes = new Set<{ readonly sheetId: string | undefined; readonly areas: readonly Area[]; until: number }>();
  return {
    async during(sheetId, areas, work) {
      const write = { sheetId, areas, until: Infinity };
      writes.add(write);
      try {
        return await work();
      } finally {
        write.until = now() + LINGER;
      }
    },
    cover(sheetId, address) {
      for (const write of writes) if (write.until < now()) writes.delete(write);
      const changed = areaOfAddress(address);
      return (
        changed !== undefined &&
        [...writes].some((write) => (write.sheetId ?? sheetId) === sheetId && inside(changed, write.areas))
      );
    },
  };
}

function inside(changed: Area, areas: readonly Area[]): boolean {
  const shared = areas.map((area) => sharedCells(changed, area));
  return shared.some((cells) => cells?.rows === changed.rows && cells.columns === changed.columns);
}
