import type { Vocabulary } from '../tree';

const KNOWN = new WeakMap<Vocabulary, readonly string[]>();

/**
 * The names that a rule may use, as its policy gives them: columns, values, and what stands for a formula or a condition. One list
 * for a vocabulary, whatever number of errors tells of it.
 */
export function knownNames(vocabulary: Vocabulary): readonly string[] {
  const { fields, values, parts } = vocabulary;
  const names = KNOWN.get(vocabulary) ?? [
    ...[...fields.keys()].filter((name) => !parts?.has(name)),
    ...values,
    ...(parts?.given ?? []),
  ];
  KNOWN.set(vocabulary, names);
  return names;
}
