import type { AllocationParcels } from './problem';

/** The groups that are taken as a whole: parcels of one renewal unit together, every other parcel alone; in ledger order. */
export function takenAsWhole({ count, unit }: AllocationParcels): readonly (readonly number[])[] {
  const groups: number[][] = [];
  const byUnit = new Map<number, number[]>();
  for (let parcel = 0; parcel < count; parcel++) {
    const code = unit?.[parcel] ?? 0;
    const known = code === 0 ? undefined : byUnit.get(code);
    if (known) {
      known.push(parcel);
      continue;
    }
    const group = [parcel];
    groups.push(group);
    if (code !== 0) byUnit.set(code, group);
  }
  return groups;
}
