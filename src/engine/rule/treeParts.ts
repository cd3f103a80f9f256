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

/** The number-valued parts that a part is made of; the condition of an `either` aside. */
export function numbersWithin(tree: NumberTree): readonly NumberTree[] {
  switch (tree.kind) {
    case 'arithmetic':
      return [tree.left, tree.right];
    case 'least':
    case 'most':
    case 'mean':
      return tree.parts;
    case 'steps':
      return [tree.part, tree.step];
    case 'rounded':
      return [tree.part];
    case 'days':
      return [tree.later, tree.earlier];
    case 'later':
      return [tree.part, tree.by];
    case 'either':
      return [tree.then, tree.otherwise];
    default:
      return [];
  }
}

/** The number-valued parts that a condition compares, from left to right. */
export function sidesWithin(tree: ConditionTree): NumberTree[] {
  return leavesOf(tree).flatMap((leaf) => (leaf.kind === 'compare' ? [leaf.left, leaf.right] : []));
}

/** The names of fields that a number-valued part reads. */
export function fieldsIn(tree: NumberTree): string[] {
  if (tree.kind === 'field') return [tree.name];
  const asked = tree.kind === 'either' ? fieldsOfCondition(tree.condition) : [];
  return [...asked, ...numbersWithin(tree).flatMap(fieldsIn)];
}

/** The names of policy values that a number-valued part reads. */
export function policyValuesIn(tree: NumberTree): string[] {
  if (tree.kind === 'value') return [tree.name];
  const asked = tree.kind === 'either' ? valuesOfCondition(tree.condition) : [];
  return [...asked, ...numbersWithin(tree).flatMap(policyValuesIn)];
}

/** Whether a part may have a value although a field that it reads is missing. */
export function passesOverMissing(tree: NumberTree): boolean {
  return tree.kind === 'mean' || tree.kind === 'either' || numbersWithin(tree).some(passesOverMissing);
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
    leaf.kind === 'compare' ? [...policyValuesIn(leaf.left), ...policyValuesIn(leaf.right)] : [],
  );
  return [...new Set(names)];
}

/** How many parts a condition or a number has, those of its parts included, and how deep they stand within each other. */
export function sizeOf(tree: ConditionTree | NumberTree): { readonly parts: number; readonly depth: number } {
  const own = SIZES.get(tree);
  if (own) return own;
  const within = partsWithin(tree).map(sizeOf);
  const size = {
    parts: within.reduce((sum, { parts }) => sum + parts, 1),
    depth: 1 + within.reduce((most, { depth }) => Math.max(most, depth), 0),
  };
  SIZES.set(tree, size);
  return size;
}

const SIZES = new WeakMap<object, { readonly parts: number; readonly depth: number }>();

function partsWithin(tree: ConditionTree | NumberTree): readonly (ConditionTree | NumberTree)[] {
  switch (tree.kind) {
    case 'and':
    case 'or':
      return tree.parts;
    case 'not':
      return [tree.part];
    case 'compare':
      return [tree.left, tree.right];
    case 'either':
      return [tree.condition, tree.then, tree.otherwise];
    case 'always':
    case 'isOneOf':
      return [];
    default:
      return numbersWithin(tree);
  }
}
