import { textAt } from '../column/verbs';
import { type TierLines, tierIndexOf } from '../simulate/tierLines';
import { type Belief, posteriorOf } from './belief';
import { betweenOf } from './combineYears';
import { LEAST_CASES } from './figures';
import type { Sifted } from './guards';
import { ratioOfSums } from './ratio';
import type { Stayer, YearPair } from './yearPair';

/** What enterprises' growth is told apart by. */
export type GroupKind = 'tier' | 'scale';

/** The growth of the tax of some enterprises, drawn toward that of all by how much the groups differ; `weight` is that of their own figures. */
export interface GroupGrowth extends Belief {
  readonly kind: GroupKind;
  readonly group: string;
  readonly n: number;
  readonly observed: number;
  readonly weight: number;
}

/** Growth by tier and by 规上/规下, where there are at least two groups of enough cases. */
export function growthByGroup(
  pair: YearPair,
  cases: Sifted,
  whole: Belief,
  lines: TierLines | undefined,
): GroupGrowth[] {
  const scaleOf = ({ before }: Stayer) => textAt(pair.before.ledger, 'aboveScale', before.rows[0] ?? -1);
  return [
    ...(lines ? grouped('tier', cases, whole, (stayer) => tierOf(stayer, lines)) : []),
    ...grouped('scale', cases, whole, scaleOf),
  ];
}

/**
 * The tier of both years' tax over both years' land: by the first year's alone, enterprises that had a bad year would seem to grow and
 * good ones to shrink (Davis, Haltiwanger and Schuh 1996).
 */
function tierOf({ before, after }: Stayer, lines: TierLines): string | undefined {
  return lines.tiers[tierIndexOf((before.tax + after.tax) / (before.area + after.area), lines)];
}

function grouped(
  kind: GroupKind,
  { kept, before, after }: Sifted,
  whole: Belief,
  groupOf: (stayer: Stayer) => string | undefined,
): GroupGrowth[] {
  const groups = new Map<string, number[]>();
  kept.forEach((stayer, at) => {
    const group = groupOf(stayer);
    if (group === undefined) return;
    const known = groups.get(group);
    if (known) known.push(at);
    else groups.set(group, [at]);
  });
  const measured = [...groups].flatMap(([group, places]) => {
    if (places.length < LEAST_CASES) return [];
    const amounts = (of: readonly number[]) => places.map((at) => of[at] ?? NaN);
    const { ratio, error } = ratioOfSums(amounts(before), amounts(after));
    return Number.isFinite(error) ? [{ group, n: places.length, value: ratio - 1, error }] : [];
  });
  if (measured.length < 2) return [];
  const between = Math.max(1e-6, betweenOf(measured));
  return measured.map(({ group, n, value, error }) => {
    const prior = { kind: 'normal', mean: whole.value, deviation: between } as const;
    return { kind, group, n, observed: value, ...posteriorOf(prior, { kind: 'measured', value, error }) };
  });
}
