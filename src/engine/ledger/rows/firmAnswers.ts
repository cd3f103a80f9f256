import { amountsOf, roundingOf, type Amounts } from '../amounts';
import { cellText, type Cell, type Rows } from '../cell';
import type { HeaderMatch } from '../matchHeaders';
import { BARE } from './byWords';
import type { FirmRows } from './firmRows';

/**
 * What rows of one enterprise may be: parcels or phases that are added up, lines that repeat the same land, the same again so
 * that the first counts alone, or a row each.
 */
export const FIRM_ANSWERS = ['together', 'landOnce', 'first', 'apart'] as const;
export type FirmAnswer = (typeof FIRM_ANSWERS)[number];

/** So many of the enterprises must repeat their land for that to be likely. */
const MOST = 0.8;

/** The answers that the figures allow, the likeliest first. */
export function firmAnswers(rows: Rows, { byField }: HeaderMatch, groups: readonly FirmRows[]): FirmAnswer[] {
  const [lands, taxes] = ['landArea', 'taxPaid'].map((id) => {
    const match = byField.get(id);
    const values = match && amountsOf(rows, match).values;
    return groups.map((group) => group.map((row) => values?.[row] ?? NaN).filter((value) => !Number.isNaN(value)));
  });
  const several = (lands ?? []).filter(({ length }) => length > 1);
  const repeated = several.filter((own) => own.every((value) => value === own[0]));
  const isLikely = repeated.length > 0 && repeated.length >= several.length * MOST;
  const once: FirmAnswer[] = repeated.length > 0 ? ['landOnce'] : [];
  const first: FirmAnswer[] = (taxes ?? []).some(({ length }) => length > 1) ? ['first'] : [];
  return [...(isLikely ? once : []), 'together', ...(isLikely ? [] : once), ...first, 'apart'];
}

/**
 * Of the rows of each enterprise the one that is the sum of the others, by its tax or, where it says so and has none, by its
 * land (小计 below parcels whose name is merged over it too): it is not added to them.
 */
export function sumRows(rows: Rows, { byField }: HeaderMatch, groups: readonly FirmRows[]): ReadonlySet<number> {
  const [taxes, lands] = (['taxPaid', 'landArea'] as const).map((id) => {
    const match = byField.get(id);
    if (!match) return undefined;
    return { ...amountsOf(rows, match), cellOf: (row: number): Cell => rows[row]?.[match.column] };
  });
  const isMereSum = (row: number) => Number.isNaN(taxes?.values[row] ?? NaN) && (rows[row] ?? []).some(saysSum);
  return new Set(
    groups.flatMap((group) => [
      ...(taxes ? sumIn(group, taxes) : []),
      ...(lands ? sumIn(group, lands).filter(isMereSum) : []),
    ]),
  );
}

/** A column's figures, and the cells as they are written. */
interface Written extends Pick<Amounts, 'values'> {
  readonly cellOf: (row: number) => Cell;
}

/** However coarse the figures are written, a sum is off by no more than such a share of it. */
const ROUNDED = 0.02;

/** The only row of some whose value is that of all others together, as far as the places go that they are written with. */
function sumIn(group: FirmRows, { values, cellOf }: Written): number[] {
  const known = group.filter((row) => !Number.isNaN(values[row] ?? NaN));
  const whole = known.reduce((sum, row) => sum + (values[row] ?? 0), 0);
  const finest = Math.min(...known.map((row) => roundingOf(cellOf(row), values[row] ?? 0)));
  const isSum = (row: number) => {
    const value = Math.abs(values[row] ?? 0);
    const rounding = Math.min(finest * known.length, value * ROUNDED);
    return value !== 0 && Math.abs(2 * (values[row] ?? 0) - whole) <= rounding;
  };
  const sums = known.length > 2 ? known.filter(isSum) : [];
  return sums.length === 1 ? sums : [];
}

function saysSum(cell: Cell): boolean {
  return typeof cell === 'string' && cell !== '' && BARE.test(cellText(cell).replace(/\s/g, ''));
}
