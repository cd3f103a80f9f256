import type { Day } from '../quantity/day';
import type { DatedValue, PackValue, PolicyPack } from './pack';

/** How a pack stands on a day: in force, a draft, before its first day, after its last, or not known for want of a day. */
export type Standing = 'inForce' | 'draft' | 'notYet' | 'expired' | 'noDay';

/** A draft is a draft on every day; an issued pack is in force from `from` until the day before `until`. */
export function standingOf(pack: PolicyPack, asOf: Day | undefined): Standing {
  if (pack.status === 'draft') return 'draft';
  if (asOf === undefined) return 'noDay';
  if (pack.from !== undefined && asOf < pack.from) return 'notYet';
  return pack.until !== undefined && asOf >= pack.until ? 'expired' : 'inForce';
}

/** The number in force on a day: see `entryOn`. */
export function valueOn(value: PackValue, asOf: Day | undefined): number {
  return entryOn(value, asOf).value;
}

/**
 * The entry in force on a day; without a day, or outside every period, the newest one that had begun (else the first). Between
 * two periods, and after one that ended with no other to follow, the entry has no value: nothing was in force.
 */
export function entryOn(value: PackValue, asOf: Day | undefined): DatedValue {
  const newestFirst = value.dated.toSorted((a, b) => (a.from < b.from ? 1 : -1));
  const begun = asOf === undefined ? newestFirst : newestFirst.filter((entry) => entry.from <= asOf);
  const entry = begun[0] ?? newestFirst.at(-1);
  if (!entry) throw new Error(`value "${value.name}" has no dates`);
  const isOver = asOf !== undefined && entry.until !== undefined && asOf >= entry.until;
  return isOver ? withoutValue(entry) : entry;
}

function withoutValue({ formula: _formula, ...entry }: DatedValue): DatedValue {
  return { ...entry, value: NaN };
}
