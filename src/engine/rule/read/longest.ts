/** What was found at a place of a text, and how many signs it takes. */
export interface Found<T> {
  readonly value: T;
  readonly length: number;
}

/**
 * Finds the longest of many texts that stands at a place. One that ends in a Latin letter or a digit ends there: `in` is not
 * the beginning of `index`.
 */
export class Longest<T> {
  /** By their first sign: the texts, and which lengths they have, the greatest first. */
  private readonly byFirst = new Map<string, { readonly values: Map<string, T>; readonly lengths: number[] }>();

  constructor(entries: Iterable<readonly [string, T]>) {
    for (const [text, value] of entries) {
      const first = text.charAt(0);
      const { values, lengths } = this.byFirst.get(first) ?? { values: new Map<string, T>(), lengths: [] };
      if (first !== '') this.byFirst.set(first, { values, lengths });
      if (!values.has(text)) values.set(text, value);
      if (!lengths.includes(text.length)) lengths.push(text.length);
    }
    for (const { lengths } of this.byFirst.values()) lengths.sort((a, b) => b - a);
  }

  at(text: string, place: number): Found<T> | undefined {
    const own = this.byFirst.get(text.charAt(place));
    for (const length of own?.lengths ?? []) {
      const value = own?.values.get(text.slice(place, place + length));
      if (value !== undefined && endsThere(text, place + length)) return { value, length };
    }
    return undefined;
  }
}

function endsThere(text: string, end: number): boolean {
  const isLatin = /[A-Za-z0-9_]/;
  return !isLatin.test(text.charAt(end)) || !isLatin.test(text.charAt(end - 1));
}
