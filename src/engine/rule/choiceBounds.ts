import type { NumberTree } from './tree';

type Bound = 'least' | 'most';
type Either = NumberTree & { readonly kind: 'either' };

const OTHER = { least: 'most', most: 'least' } as const;

/**
 * A part whose choices that cannot be told stand for the lesser (`least`) or the greater (`most`) of their sides, so that the whole is
 * the least or the most that it may come to: two factors of six that are known, and one that may be, are 2 at least and 3 at most.
 * Undefined where a choice stands behind a sign that may turn it round: a product or a quotient of readings.
 */
export function boundOf(tree: NumberTree, bound: Bound): NumberTree | undefined {
  switch (tree.kind) {
    case 'either':
      return sides(tree, bound);
    case 'arithmetic':
      return tree.op === '+' || tree.op === '-' ? sum(tree, bound) : scaled(tree, bound);
    case 'least':
    case 'most': {
      const parts = tree.parts.map((part) => boundOf(part, bound));
      return parts.every((part) => part !== undefined) ? { ...tree, parts } : undefined;
    }
    case 'rounded':
    case 'steps': {
      const isRising = tree.kind === 'rounded' || signOf(tree.step) === 1;
      const part = isRising ? boundOf(tree.part, bound) : undefined;
      return part ? { ...tree, part } : plain(tree);
    }
    default:
      return tree;
  }
}

/** The same part, whose choices are missing where they cannot be told. */
export function unbounded(tree: NumberTree): NumberTree {
  switch (tree.kind) {
    case 'either':
      return { ...tree, then: unbounded(tree.then), otherwise: unbounded(tree.otherwise), unknown: 'none' };
    case 'arithmetic':
      return { ...tree, left: unbounded(tree.left), right: unbounded(tree.right) };
    case 'least':
    case 'most':
      return { ...tree, parts: tree.parts.map(unbounded) };
    case 'rounded':
      return { ...tree, part: unbounded(tree.part) };
    case 'steps':
      return { ...tree, part: unbounded(tree.part), step: unbounded(tree.step) };
    default:
      return tree;
  }
}

/** The choices among a part's numbers, the outer before the inner; those that a mean passes over, or that are bounds already, are none. */
export function choicesIn(tree: NumberTree): Either[] {
  switch (tree.kind) {
    case 'either':
      return tree.unknown ? [] : [tree, ...choicesIn(tree.then), ...choicesIn(tree.otherwise)];
    case 'arithmetic':
      return [...choicesIn(tree.left), ...choicesIn(tree.right)];
    case 'least':
    case 'most':
      return tree.parts.flatMap(choicesIn);
    case 'rounded':
      return choicesIn(tree.part);
    case 'steps':
      return [...choicesIn(tree.part), ...choicesIn(tree.step)];
    default:
      return [];
  }
}

function sides(tree: Either, bound: Bound): NumberTree | undefined {
  const [then, otherwise] = [boundOf(tree.then, bound), boundOf(tree.otherwise, bound)];
  return then && otherwise && { ...tree, then, otherwise, unknown: bound };
}

function sum(tree: NumberTree & { readonly kind: 'arithmetic' }, bound: Bound): NumberTree | undefined {
  const left = boundOf(tree.left, bound);
  const right = boundOf(tree.right, tree.op === '-' ? OTHER[bound] : bound);
  return left && right && { ...tree, left, right };
}

/** A multiple by a number that is written out. */
function scaled(tree: NumberTree & { readonly kind: 'arithmetic' }, bound: Bound): NumberTree | undefined {
  const { op, left, right } = tree;
  const [first, second] = [op === '*' ? signOf(left) : 0, signOf(right)];
  const turned = (sign: number) => (sign < 0 ? OTHER[bound] : bound);
  if (second !== 0) {
    const own = boundOf(left, turned(second));
    return own && { ...tree, left: own };
  }
  if (first === 0) return plain(tree);
  const own = boundOf(right, turned(first));
  return own && { ...tree, right: own };
}

/** A part without a choice is its own bound. */
function plain(tree: NumberTree): NumberTree | undefined {
  return choicesIn(tree).length === 0 ? tree : undefined;
}

function signOf(tree: NumberTree): number {
  return tree.kind === 'number' ? Math.sign(tree.value) : 0;
}
