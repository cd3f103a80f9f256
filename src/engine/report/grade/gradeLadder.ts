import { lineParts, type LinePart } from '../../assess/gradeRows';
import type { Quota, Rounding } from '../../policy/pack';
import { binary, call, cell, number, text, when, type FormulaTree } from '../../rule/formula/formulaTree';
import { GRADE_NAMES as OWN } from './gradeColumns';

interface Rungs {
  readonly of: FormulaTree;
  readonly rounding: Rounding | undefined;
  readonly share: (grade: string) => FormulaTree;
}

/** The grade of a rank: the first whose line reaches it. */
export function rungs(quotas: readonly Quota[], { of, rounding = 'down', share }: Rungs): FormulaTree {
  const shares = quotas.map(({ grade }) => share(grade));
  return quotas.slice(0, -1).reduceRight<FormulaTree>(
    (rest, { grade }, at) => {
      const parts = lineParts(quotas, at, rounding);
      return when(reachesLine(parts, shares, of), text(grade), rest);
    },
    text(quotas.at(-1)?.grade ?? ''),
  );
}

/** Whether a rank is within a line: a line of one part needs no rounding, as ranks are whole. */
function reachesLine(parts: readonly LinePart[], shares: readonly FormulaTree[], of: FormulaTree): FormulaTree {
  const noise = binary(number(1e-9), '*', of);
  const added = (trees: readonly FormulaTree[]) =>
    trees.slice(1).reduce((sum, one) => binary(sum, '+', one), trees[0] ?? number(0));
  const membersOf = ({ grades }: LinePart) => binary(added(grades.map((at) => shares[at] ?? number(0))), '*', of);
  const [only, ...more] = parts;
  if (only && more.length === 0) {
    const members = membersOf(only);
    if (only.rounding === 'up') return binary(binary(cell(OWN.rank), '-', number(1)), '<', binary(members, '-', noise));
    const line = only.rounding === 'nearest' ? binary(members, '+', number(0.5)) : members;
    return binary(cell(OWN.rank), '<=', binary(line, '+', noise));
  }
  const counted = parts.map((part) => {
    const members = membersOf(part);
    // Half a place less to the nearest is the whole places in it, half a place more the next one.
    const near = part.rounding === 'up' ? binary(members, '-', noise) : binary(members, '+', noise);
    const toNearest = { up: binary(near, '+', number(0.5)), down: binary(near, '-', number(0.5)), nearest: near };
    return call('ROUND', toNearest[part.rounding], number(0));
  });
  return binary(cell(OWN.rank), '<=', added(counted));
}
