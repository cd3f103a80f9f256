import type { RowKeys } from './sharedLedger';

export type Key = keyof RowKeys;

type Rows = readonly (RowKeys | undefined)[];
type Lists = Readonly<Record<Key, Map<string, number[]>>>;

const KEYS = ['parcel', 'creditCode', 'name', 'rowCode'] as const;
const NONE: readonly number[] = [];

/** The rows of a table by each of their keys. */
export class RowIndex {
  private readonly lists: Lists;
  private readonly byAlias: Lists;

  constructor(
    private readonly keys: Rows,
    private readonly aliases: Rows = [],
  ) {
    this.lists = listsOf(keys);
    this.byAlias = listsOf(aliases);
  }

  all(key: Key): ReadonlyMap<string, readonly number[]> {
    return this.lists[key];
  }

  rows(key: Key, text: string): readonly number[] {
    return this.lists[key].get(text) ?? NONE;
  }

  /**
   * The rows that the keys of a row name, where no one row has all of them: a name, a mask or a code of one row stands beside that of
   * another. Empty where they agree; a key that no row here has says nothing.
   */
  contradicting(keys: RowKeys): readonly number[] {
    const told = KEYS.flatMap((key) => {
      const text = keys[key];
      const rows = text === undefined ? NONE : this.named(key, text);
      return text === undefined || rows.length === 0 ? [] : [{ key, text, rows }];
    });
    const [first, ...rest] = told.toSorted((a, b) => a.rows.length - b.rows.length);
    const agrees = first?.rows.some((row) => rest.every(({ key, text }) => this.has(row, key, text))) ?? true;
    return agrees ? NONE : told.flatMap(({ rows }) => rows.slice(0, MOST_NAMED));
  }

  private named(key: Key, text: string): readonly number[] {
    const aliased = this.byAlias[key].get(text);
    return aliased ? [...this.rows(key, text), ...aliased] : this.rows(key, text);
  }

  private has(row: number, key: Key, text: string): boolean {
    return this.keys[row]?.[key] === text || this.aliases[row]?.[key] === text;
  }
}

/** Rows of one key that are proposed to a person. */
const MOST_NAMED = 20;

function listsOf(rows: Rows): Lists {
  const lists: Lists = { parcel: new Map(), creditCode: new Map(), name: new Map(), rowCode: new Map() };
  rows.forEach((keys, row) => {
    for (const [key, text] of Object.entries(keys ?? {}) as [Key, string][]) {
      const known = lists[key].get(text);
      if (known) known.push(row);
      else lists[key].set(text, [row]);
    }
  });
  return lists;
}
