import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quotientOf } from '../../../src/engine/rule/quotient';
import type { NumberTree } from '../../../src/engine/rule/tree';
import { ruleNumberAt } from '../../../src/engine/rule/truthAt';
import type { RuleTable } from '../../../src/engine/rule/truth';

const NAMES = ['税收', '面积', '系数', '能耗'] as const;
const tableOf = (numbers: readonly number[]): RuleTable => ({
  rows: 1,
  readings: new Map(
    NAMES.map((name, at) => [name, { values: Float64Array.of(numbers[at] ?? 1), missing: Uint32Array.of(0) }]),
  ),
  values: new Map(),
});

const { tree: anyTree } = fc.letrec<{ tree: NumberTree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(...NAMES).map((name): NumberTree => ({ kind: 'field', name })),
    fc.constantFrom(0.5, 2, 3).map((value): NumberTree => ({ kind: 'number', value })),
    fc
      .tuple(fc.constantFrom('*', '/', '/', '+', '-'), tie('tree'), tie('tree'))
      .map(([op, left, right]): NumberTree => ({ kind: 'arithmetic', op, left, right })),
  ),
}));

function divides(tree: NumberTree): boolean {
  return tree.kind === 'arithmetic' && (tree.op === '/' || divides(tree.left) || divides(tree.right));
}

describe('a formula as one quotient', () => {
  it('is worth what the formula is, and a product with a quotient in it is one', () => {
    fc.assert(
      fc.property(
        anyTree,
        fc.array(fc.constantFrom(1, 2, 3, 5, 7), { minLength: 4, maxLength: 4 }),
        (tree, numbers) => {
          const quotient = quotientOf(tree);
          if (!quotient) {
            const isProduct = tree.kind === 'arithmetic' && (tree.op === '/' || tree.op === '*');
            expect(isProduct && [tree.left, tree.right].some((side) => quotientOf(side))).toBe(false);
            return;
          }
          expect(divides(tree)).toBe(true);
          const table = tableOf(numbers);
          const [own, above, below] = [tree, quotient.above, quotient.below].map((part) =>
            ruleNumberAt(part, table, 0),
          );
          if (own === undefined || above === undefined || below === undefined) throw new Error('no number');
          if (Number.isNaN(own) || Number.isNaN(above / below)) return;
          expect(above / below).toBeCloseTo(own, 6);
        },
      ),
    );
  });
});
