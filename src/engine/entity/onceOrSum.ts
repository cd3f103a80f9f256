/** Amounts of one owner brought together: one that is repeated counts once, different ones add up. */
export interface BroughtTogether {
  /** NaN where none is known. */
  readonly value: number;
  readonly how: 'none' | 'single' | 'repeated' | 'summed';
}

/** The rule for a tax or a parcel's land that stands on several rows (domain/ledgers.md, quirk 18). */
export function onceOrSum(values: readonly number[]): BroughtTogether {
  const known = values.filter((value) => !Number.isNaN(value));
  const [first] = known;
  if (first === undefined) return { value: NaN, how: 'none' };
  if (known.length === 1) return { value: first, how: 'single' };
  if (known.every((value) => value === first)) return { value: first, how: 'repeated' };
  return { value: known.reduce((sum, value) => sum + value, 0), how: 'summed' };
}

/** Adds up by owner; unknown as soon as nothing is known of one owner, for that is not 0. */
export function sumByOwner(
  rows: readonly number[],
  values: Float64Array,
  ownerOf: (row: number) => string | undefined,
): { readonly value: number; readonly parts: readonly BroughtTogether[] } {
  const owners = new Map<string | number, number[]>();
  for (const row of rows) {
    const owner = ownerOf(row) ?? row;
    const own = owners.get(owner);
    if (own) own.push(values[row] ?? NaN);
    else owners.set(owner, [values[row] ?? NaN]);
  }
  const parts = [...owners.values()].map(onceOrSum);
  return { value: parts.reduce((sum, part) => sum + part.value, 0), parts };
}
