import type { ConditionTree, NumberTree } from './tree';
import { numbersWithin, type CompareTree } from './treeParts';

type Either = NumberTree & { readonly kind: 'either' };

/** With each more the condition is twice as long: of more choices only a known one answers. */
const MOST_CHOICES = 5;

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

/** What a comparison comes to on either side of the first choice in it. */
export function agreeingSides(tree: CompareTree): readonly CompareTree[] | undefined {
  const branch = branchOf(tree);
  return branch && [branch.then, branch.otherwise];
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

/** The choices among a part's numbers, the outer before the inner; those that a mean passes over are none. */
function choicesIn(tree: NumberTree): Either[] {
  if (tree.kind === 'mean') return [];
  return [...(tree.kind === 'either' ? [tree] : []), ...numbersWithin(tree).flatMap(choicesIn)];
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
    case 'steps':
      return { ...tree, part: within(tree.part), step: within(tree.step) };
    default:
      return tree;
  }
}
