import { ruleNumberAt, truthAt } from '../rule/truthAt';
import type { NumberTree } from '../rule/tree';
import { fieldsIn, numbersWithin, sidesWithin, policyValuesIn } from '../rule/treeParts';
import { UNKNOWN } from '../rule/truth';
import type { Judgement } from './judge';

/** The names of what is 0 and divided by, in the lines that may hold for a row of which nothing is missing. */
export function zeroDivisors({ rules, readings: { table } }: Judgement, row: number): string[] {
  const open = rules.filter(({ condition }) => truthAt(condition, table, row) === UNKNOWN);
  const divisors = open.flatMap(({ condition }) => sidesWithin(condition).flatMap(divisorsIn));
  const zero = divisors.filter((divisor) => ruleNumberAt(divisor, table, row) === 0);
  return [...new Set(zero.flatMap((divisor) => [...fieldsIn(divisor), ...policyValuesIn(divisor)]))];
}

function divisorsIn(tree: NumberTree): NumberTree[] {
  const own = tree.kind === 'steps' ? [tree.step] : tree.kind === 'arithmetic' && tree.op === '/' ? [tree.right] : [];
  return [...own, ...numbersWithin(tree).flatMap(divisorsIn)];
}
