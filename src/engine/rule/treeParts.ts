import type { ConditionTree, NumberTree } from './tree';

/** A comparison inside a condition. */
export type CompareTree = ConditionTree & { readonly kind: 'compare' };
/** A test of a word inside a condition. */
export type WordTree = ConditionTree & { readonly kind: 'isOneOf' };

/** The comparisons and tests of words in a condition, from left to right. */
export function leavesOf(tree: ConditionTree): (CompareTree | WordTree)[] {
  if (tree.kind === 'compare' || tree.kind === 'isOneOf') return [tree];
  if (tree.kind === 'not') return leavesOf(tree.part);
  return tree.kind === 'always' ? [] : tree.parts.flatMap(leavesOf);
}

/** The names of fields that a number-valued part reads. */
export function fieldsIn(tree: NumberTree): string[] {
  if (tree.kind === 'field') return [tree.name];
  return tree.kind === 'arithmetic' ? [...fieldsIn(tree.left), ...fieldsIn(tree.right)] : [];
}

/** The names of policy values that a number-valued part reads. */
export function valuesIn(tree: NumberTree): string[] {
  if (tree.kind === 'value') return [tree.name];
  return tree.kind === 'arithmetic' ? [...valuesIn(tree.left), ...valuesIn(tree.right)] : [];
}

/** The names of fields that a condition reads, each once. */
export function fieldsOfCondition(tree: ConditionTree): string[] {
  const names = leavesOf(tree).flatMap((leaf) =>
    leaf.kind === 'isOneOf' ? [leaf.field] : [...fieldsIn(leaf.left), ...fieldsIn(leaf.right)],
  );
  return [...new Set(names)];
}

/** The names of policy values that a condition reads, each once. */
export function valuesOfCondition(tree: ConditionTree): string[] {
  const names = leavesOf(tree).flatMap((leaf) =>
    leaf.kind === 'compare' ? [...valuesIn(leaf.left), ...valuesIn(leaf.right)] : [],
  );
  return [...new Set(names)];
}
