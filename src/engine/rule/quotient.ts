import type { NumberTree } from './tree';

/** What a quotient divides, and by what. */
export interface Quotient {
  readonly above: NumberTree;
  readonly below: NumberTree;
}

/**
 * A part as one quotient, whatever factors stand before or behind it: 税收 / 面积 * 系数 divides 税收 * 系数 by 面积. Its mean over many
 * is Σ above ÷ Σ below. Undefined for what is none, a sum of quotients over different divisors among it.
 */
export function quotientOf(tree: NumberTree): Quotient | undefined {
  if (tree.kind !== 'arithmetic') return undefined;
  const { op, left, right } = tree;
  const [own, other] = [quotientOf(left), quotientOf(right)];
  const first = own ?? other;
  switch (op) {
    case '/':
      return {
        above: other ? product(own?.above ?? left, other.below) : (own?.above ?? left),
        below: own ? product(own.below, other?.above ?? right) : (other?.above ?? right),
      };
    case '*':
      if (!first) return undefined;
      return {
        above: product(own?.above ?? left, other?.above ?? right),
        below: own && other ? product(own.below, other.below) : first.below,
      };
    default:
      if (!own || !other || JSON.stringify(own.below) !== JSON.stringify(other.below)) return undefined;
      return { above: { kind: 'arithmetic', op, left: own.above, right: other.above }, below: own.below };
  }
}

function product(left: NumberTree, right: NumberTree): NumberTree {
  return { kind: 'arithmetic', op: '*', left, right };
}
