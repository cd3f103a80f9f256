/** What a policy asks of a field besides its plain reading. */
export interface AskedOfField {
  /** What else its place calls the field's column, or the cells' own texts for which the policy has words. */
  readonly kind: 'called' | 'written';
  readonly field: string;
  readonly texts: readonly string[];
}

const MARKS = { called: 'called:', written: 'written:' } as const;

/** The id of what is asked: like that of a policy's own column it says all, and goes wherever ids of fields go. */
export function askedFieldId({ kind, field, texts }: AskedOfField): string {
  return MARKS[kind] + JSON.stringify([field, ...texts]);
}

/** What such an id asks; undefined for the id of a field. */
export function askedOfField(id: string): AskedOfField | undefined {
  const kind = (['called', 'written'] as const).find((one) => id.startsWith(MARKS[one]));
  if (!kind) return undefined;
  const [field = '', ...texts] = JSON.parse(id.slice(MARKS[kind].length)) as string[];
  return { kind, field, texts };
}

/** Among texts: whatever none of the others is. */
export const ALL_OTHERS = '其余';

/** Whether a cell's text is one of some, or they take every other one. */
export function hasText(texts: readonly string[], cell: string): boolean {
  return texts.includes(ALL_OTHERS) || isOneOf(texts, cell);
}

/** Whether a cell's text is one of some, in whatever width and case. */
export function isOneOf(texts: readonly string[], cell: string): boolean {
  const plain = asText(cell);
  return texts.some((text) => asText(text) === plain);
}

function asText(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
}
