import type { Basis } from '../policy/pack';
import { entryOn } from '../policy/standing';
import type { AppliedPolicy } from './context';

/** What a clause of a policy gives to a ledger. `documented` is there where the workbook's own value stands for the document's. */
export type Given =
  | {
      readonly kind: 'value';
      readonly name: string;
      readonly value: number;
      readonly unit: string;
      readonly documented?: number;
    }
  | { readonly kind: 'tier' | 'path'; readonly answer: string; readonly when: string }
  | { readonly kind: 'waiver' };

/** A basis and all it gives. */
export interface Clause {
  readonly basis: Basis;
  readonly gives: readonly Given[];
}

/** The clauses of a policy in the order values, tiers, paths, waiver; a clause that gives several things comes once. */
export function clausesOf(policy: AppliedPolicy): Clause[] {
  const clauses = new Map<string, { basis: Basis; gives: Given[] }>();
  for (const [basis, given] of groundsOf(policy)) {
    const key = JSON.stringify(basis.kind === 'cited' ? basis.citation : basis);
    const clause = clauses.get(key);
    if (clause) clause.gives.push(given);
    else clauses.set(key, { basis, gives: [given] });
  }
  return [...clauses.values()];
}

function groundsOf({ pack, values, asOf }: AppliedPolicy): (readonly [Basis, Given])[] {
  const numbers = [...pack.values.values()].map((entry): readonly [Basis, Given] => {
    const { name, unit } = entry;
    const { value: documented, basis } = entryOn(entry, asOf);
    const value = values.get(name) ?? documented;
    return [basis, { kind: 'value', name, value, unit, ...(value === documented ? {} : { documented }) }];
  });
  const rules = (['tier', 'path'] as const).flatMap((kind) =>
    (pack[`${kind}s`] ?? []).map(({ basis, answer, when }): readonly [Basis, Given] => [basis, { kind, answer, when }]),
  );
  return [...numbers, ...rules, ...(pack.waiver ? [[pack.waiver, { kind: 'waiver' }] as const] : [])];
}
