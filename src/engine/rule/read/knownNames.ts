import type { Vocabulary } from '../tree';

/** The names that a rule may use, as its policy gives them: columns, values, and what stands for a formula or a condition. */
export function knownNames({ fields, values, parts }: Vocabulary): readonly string[] {
  return [...[...fields.keys()].filter((name) => !parts?.has(name)), ...values, ...(parts?.given ?? [])];
}
