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
  private readonly byFirst = new Map<string, (readonly [string, T])[]>();

  constructor(entries: Iterable<readonly [string, T]>) {
    for (const entry of [...entries].sort(([a], [b]) => b.length - a.length)) {
      const first = entry[0].charAt(0);
      const own = this.byFirst.get(first);
      if (own) own.push(entry);
      else if (first !== '') this.byFirst.set(first, [entry]);
    }
  }

  at(text: string, place: number): Found<T> | undefined {
    const own = this.byFirst.get(text.charAt(place)) ?? [];
    const entry = own.find(([known]) => text.startsWith(known, place) && endsThere(text, place + known.length));
    return entry && { value: entry[1], length: entry[0].length };
  }
}

function endsThere(text: string, end: number): boolean {
  const isLatin = /[A-Za-z0-9_]/;
  return !isLatin.test(text.charAt(end)) || !isLatin.test(text.charAt(end - 1));
}
