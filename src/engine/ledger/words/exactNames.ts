import { FIELDS, type Field } from '../fields';
import { plainText } from '../normalise';

const EXACT: ReadonlyMap<string, Field> = new Map(
  FIELDS.toReversed().flatMap((field) => field.headers.map((header) => [plainText(header), field] as const)),
);

/** The field one of whose names a text is, letter by letter; of two fields the one named first. */
export function exactField(text: string): Field | undefined {
  return text === '' ? undefined : EXACT.get(text);
}

/** Names long enough to be told inside another, longest first. */
export const LONG_NAMES: readonly (readonly [text: string, field: Field])[] = [...EXACT]
  .filter(([text]) => text.length >= 3)
  .toSorted(([a], [b]) => b.length - a.length);
