import type { ConditionTree } from '../rule/tree';
import { ruleNumberAt } from '../rule/truthAt';
import type { Judgement } from './judge';

/** A reading so close to a line of the policy that the shown decimals do not tell on which side it is. */
export interface NearLine {
  readonly row: number;
  /** The reading as the pack names it. */
  readonly name: string;
  readonly value: number;
  readonly line: number;
}

/** Half of the second decimal, which is what officials see (domain/ledgers.md, quirk 28); binary noise is let through. */
const NEAR = 0.005 + 1e-9;

type Compare = ConditionTree & { readonly kind: 'compare' };

/** The data rows with a reading within `margin` of a line of the judgement's rules, each line once a row. The verdict stands. */
export function nearLines({ rules, readings, ledger }: Judgement, margin = NEAR): NearLine[] {
  const comparisons = rules.flatMap(({ condition }) => comparisonsIn(condition));
  const near = new Map<string, NearLine>();
  for (const { left, right } of comparisons) {
    if (left.kind !== 'field') continue;
    for (let row = 0; row < ledger.rows; row++) {
      if (ledger.kinds[row] !== 'data') continue;
      const [value, line] = [ruleNumberAt(left, readings.table, row), ruleNumberAt(right, readings.table, row)];
      if (Math.abs(value - line) <= margin)
        near.set(`${row} ${left.name} ${line}`, { row, name: left.name, value, line });
    }
  }
  return [...near.values()];
}

function comparisonsIn(tree: ConditionTree): Compare[] {
  switch (tree.kind) {
    case 'and':
    case 'or':
      return tree.parts.flatMap(comparisonsIn);
    case 'not':
      return comparisonsIn(tree.part);
    case 'compare':
      return [tree];
    default:
      return [];
  }
}
