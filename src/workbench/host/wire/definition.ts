import type { Args } from './args';
import type { Handle } from './handle';

/** How the host answers for one Office type; whatever is not listed answers ApiNotFound. Names are the wire's, in PascalCase. */
export interface Definition<T> {
  /** A stable identity; objects that have one stay alive between two syncs. */
  readonly id?: (thing: T) => string;
  readonly properties?: Readonly<Record<string, (thing: T) => unknown>>;
  readonly setters?: Readonly<Record<string, (thing: T, value: unknown) => void>>;
  /** Objects reached by a property; null gives a null object. */
  readonly navigation?: Readonly<Record<string, (thing: T) => Handle | null>>;
  /** Calls; a returned handle becomes an object, null a null object, anything else a value. */
  readonly methods?: Readonly<Record<string, (thing: T, args: Args) => unknown>>;
  /** Present on collections. */
  readonly items?: (thing: T) => readonly Handle[];
  readonly index?: (thing: T, args: Args) => Handle;
}

/** Definitions by the name of their type. */
export type Registry = Readonly<Record<string, Definition<unknown>>>;

/** Finds an own entry; names such as "constructor" must not reach the prototype. */
export function ownEntry<V>(table: Readonly<Record<string, V>> | undefined, name: string): V | undefined {
  return table !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
}

/** Finds an entry whatever the case of its first letters: loads say "values", the wire "Values". */
export function entryInAnyCase<V>(
  table: Readonly<Record<string, V>> | undefined,
  name: string,
): [string, V] | undefined {
  if (table === undefined) return undefined;
  const capital = name.charAt(0).toUpperCase() + name.slice(1);
  const direct = ownEntry(table, capital);
  if (direct !== undefined) return [capital, direct];
  const lower = name.toLowerCase();
  return Object.entries(table).find(([key]) => key.toLowerCase() === lower);
}
