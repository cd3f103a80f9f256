import * as z from 'zod/mini';
import { FOLDERS } from './folders';
import { packOf } from './packs';
import { readPart } from './readPart';
import { standsOn, type FolderOf } from './standsOn';

/** A list or card that a policy's document names, by the form it is made in. */
export interface PolicyList {
  readonly list: string;
  /** The words to choose from in a column, by its head. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
}

const fileSchema = z.array(
  z.strictObject({
    list: z.string().check(z.minLength(1)),
    choices: z._default(z.record(z.string(), z.array(z.string())), {}),
  }),
);
const read = new Map<string, readonly PolicyList[]>();

/** The lists and cards that a policy names. */
export function policyLists(pack: FolderOf): readonly PolicyList[] {
  const known = pack.folder ? undefined : read.get(pack.id);
  if (known) return known;
  const text = standsOn(pack, 'lists');
  const lists = text === undefined ? [] : readPart(text, 'lists.yaml', fileSchema);
  if (!pack.folder) read.set(pack.id, lists);
  return lists;
}

/** The place whose document names a list first; '' where none does. */
export function placeNaming(list: string): string {
  const ids = [...FOLDERS.keys()].filter((id) => policyLists({ id }).some((own) => own.list === list));
  const [first] = ids
    .flatMap((id) => packOf(id) ?? [])
    .sort((a, b) => (a.order ?? ids.length) - (b.order ?? ids.length));
  return first?.place ?? '';
}
