import { FOLDERS, type PolicyFolder } from './folders';
import type { PolicyPack } from './pack';
import { packOf } from './packs';

/** What tells a policy's folder: the pack that came with texts of its own, else the id of one that ships. */
export type FolderOf = Pick<PolicyPack, 'id' | 'folder'>;

/** The texts of a policy's own folder, undefined where it has none. */
export function folderOf({ id, folder }: FolderOf): PolicyFolder | undefined {
  return folder ?? FOLDERS.get(id);
}

/** A text of a policy's folder, or of the one that it stands on: of an issued text known only in parts, the draft's. */
export function standsOn(pack: FolderOf, kind: Exclude<keyof PolicyFolder, 'pack'>): string | undefined {
  const own = folderOf(pack)?.[kind];
  if (own !== undefined) return own;
  const base = packOf(pack.id)?.extends;
  return base === undefined ? undefined : FOLDERS.get(base)?.[kind];
}
