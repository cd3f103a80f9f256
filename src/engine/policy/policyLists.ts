import { FOLDERS } from './folders';
import { packOf } from './packs';
import type { PolicyList } from './parts';
import { standsOn, type FolderOf } from './standsOn';

/** The lists and cards that a policy names. */
export function policyLists(pack: FolderOf): readonly PolicyList[] {
  return standsOn(pack, 'lists') ?? [];
}

/** The place whose document names a list first; '' where none does. */
export function placeNaming(list: string): string {
  const ids = [...FOLDERS.keys()].filter((id) => policyLists({ id }).some((own) => own.list === list));
  const [first] = ids
    .flatMap((id) => packOf(id) ?? [])
    .sort((a, b) => (a.order ?? ids.length) - (b.order ?? ids.length));
  return first?.place ?? '';
}
