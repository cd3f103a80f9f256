import { SECTIONS, type PackPlace } from './sections';

/** Parts of a file that are lists, by name. */
const LISTS: readonly string[] = SECTIONS.flatMap(({ rows }) => rows.filter((_, at) => rows[at + 1] === '*'));

/** The part of a file at a place, undefined where there is none; only its own parts count. */
export function partAt(file: unknown, place: PackPlace): unknown {
  return place.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<string, unknown>)[key]
        : undefined,
    file,
  );
}

/** Puts a part at a place, with what is around it. Everything is an own property: a name such as __proto__ is a name. */
export function putAt(file: object, place: PackPlace, part: unknown): void {
  const [key = '', ...rest] = place;
  if (rest.length === 0) {
    own(file, key, part);
    return;
  }
  const known = partAt(file, [key]);
  const holder = typeof known === 'object' && known !== null ? known : around(key, rest[0] ?? '');
  if (holder !== known) own(file, key, holder);
  putAt(holder, rest, part);
}

function around(key: string, next: string): object {
  return LISTS.includes(key) && /^\d+$/.test(next) ? [] : {};
}

function own(holder: object, key: string, value: unknown): void {
  Object.defineProperty(holder, key, { value, enumerable: true, writable: true, configurable: true });
}
