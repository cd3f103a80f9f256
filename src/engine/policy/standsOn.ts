import { FOLDERS } from './folders';
import type { PolicyPack } from './pack';
import { packOf } from './packs';
import type { PolicyParts } from './parts';

/** What tells a policy's folder: the pack that came with parts of its own, else the id of one that ships. */
export type FolderOf = Pick<PolicyPack, 'id' | 'folder'>;

/** What a policy's own folder says, undefined where it has none. */
export function policyFolder({ id, folder }: FolderOf): PolicyParts | undefined {
  return folder ?? FOLDERS.get(id);
}

/** A part of a policy's folder, or of the one that it stands on: of an issued text known only in parts, the draft's. */
export function standsOn<Kind extends keyof PolicyParts>(pack: FolderOf, kind: Kind): PolicyParts[Kind] | undefined {
  const own = policyFolder(pack)?.[kind];
  if (own !== undefined) return own;
  const base = packOf(pack.id)?.extends;
  return base === undefined ? undefined : FOLDERS.get(base)?.[kind];
}
