import { boundOf, choicesIn, unbounded } from './choiceBounds';
import type { ConditionTree, NumberTree } from './tree';
import type { CompareTree } from './treeParts';

type Either = NumberTree & { readonly kind: 'either' };

/** With each more the condition is four times as long: more are looked into by their bounds. */
const MOST_BRANCHED = 2;
/** Of more than so many, behind a product, a quotient or an equals sign, only known ones answer. */
const MOST_CHOICES = 3;

/**
 * A comparison with a choice in it (容积率 < 如果(行业 = 化工, 0.6, 1)) as a condition that is unknown only where the choice cannot be
 * told and its sides do not agree. Undefined for a comparison without a choice, and for one with very many.
 */
export function byBranches(tree: CompareTree): ConditionTree | undefined {
  // Asked row by row, of the same tree.
  const known = seen.get(tree);
  if (known) return known.condition;
  const condition = branched(tree);
  seen.set(tree, { condition });
  return condition;
}

const seen = new WeakMap<CompareTree, { readonly condition: ConditionTree | undefined }>();

function branched(tree: CompareTree): ConditionTree | undefined {
  const bounds = boundsOf(tree);
  // Where neither bound settles it, the comparison says for want of what it cannot be told.
  if (bounds) return { kind: 'or', parts: [bounds.worst, { kind: 'and', parts: [bounds.best, bounds.plain] }] };
  const branch = branchOf(tree);
  if (!branch) return undefined;
  const { condition, then, otherwise } = branch;
  return {
    kind: 'or',
    parts: [
      { kind: 'and', parts: [condition, then] },
      { kind: 'and', parts: [{ kind: 'not', part: condition }, otherwise] },
      { kind: 'and', parts: [then, otherwise] },
    ],
  };
}

/** What a comparison comes to on either side of the first choice in it, or at either end of what many may come to. */
export function agreeingSides(tree: CompareTree): readonly CompareTree[] | undefined {
  const bounds = boundsOf(tree);
  if (bounds) return [bounds.worst, bounds.best];
  const branch = branchOf(tree);
  return branch && [branch.then, branch.otherwise];
}

/** The ends of what a comparison of many choices may come to: it holds where `worst` does, and may hold where `best` may. Where it is open, all that it lacks leaves it so. */
export interface Bounds {
  /** Holds only if the comparison does whatever is chosen, and fails only if it never does. */
  readonly worst: CompareTree;
  readonly best: CompareTree;
  readonly plain: CompareTree;
}

/** A comparison of many choices at either end; undefined for few, and where what it compares has no ends. */
export function boundsOf(tree: CompareTree): Bounds | undefined {
  const choices = [...choicesIn(tree.left), ...choicesIn(tree.right)];
  if (choices.length <= MOST_BRANCHED || !/[<>]/.test(tree.op)) return undefined;
  const isUpwards = tree.op.startsWith('>');
  const [low, high] = [ends(tree, isUpwards ? 'least' : 'most'), ends(tree, isUpwards ? 'most' : 'least')];
  const plain = { ...tree, left: unbounded(tree.left), right: unbounded(tree.right) };
  return low && high && { worst: low, best: high, plain };
}

function ends(tree: CompareTree, bound: 'least' | 'most'): CompareTree | undefined {
  const [left, right] = [boundOf(tree.left, bound), boundOf(tree.right, bound === 'least' ? 'most' : 'least')];
  return left && right && { ...tree, left, right };
}

interface Branch {
  readonly condition: ConditionTree;
  readonly then: CompareTree;
  readonly otherwise: CompareTree;
}

function branchOf(tree: CompareTree): Branch | undefined {
  const choices = [...choicesIn(tree.left), ...choicesIn(tree.right)];
  const [own] = choices;
  if (!own || choices.length > MOST_CHOICES) return undefined;
  const { condition, then, otherwise } = own;
  return { condition, then: withSide(tree, own, then), otherwise: withSide(tree, own, otherwise) };
}

function withSide(tree: CompareTree, own: Either, side: NumberTree): CompareTree {
  return { ...tree, left: replaced(tree.left, own, side), right: replaced(tree.right, own, side) };
}

function replaced(tree: NumberTree, own: Either, side: NumberTree): NumberTree {
  const within = (part: NumberTree) => replaced(part, own, side);
  if (tree === own) return side;
  switch (tree.kind) {
    case 'arithmetic':
      return { ...tree, left: within(tree.left), right: within(tree.right) };
    case 'least':
    case 'most':
      return { ...tree, parts: tree.parts.map(within) };
    case 'rounded':
      return { ...tree, part: within(tree.part) };
    case 'steps':
      return { ...tree, part: within(tree.part), step: within(tree.step) };
    default:
      return tree;
  }
}
