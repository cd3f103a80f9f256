/** The value every item has; null where they differ, as Office reports mixed formats. */
export function uniform<T>(items: Iterable<T>): T | null {
  let first: T | undefined;
  let seen = false;
  for (const item of items) {
    if (!seen) [first, seen] = [item, true];
    else if (item !== first) return null;
  }
  return seen ? (first as T) : null;
}
