import { FOLDERS, type PolicyFolder } from './folders';
import { packOf } from './packs';

/** A text of a policy's folder, or of the one that it stands on: of an issued text known only in parts, the draft's. */
export function standsOn(packId: string, kind: Exclude<keyof PolicyFolder, 'pack'>): string | undefined {
  const own = FOLDERS.get(packId)?.[kind];
  if (own !== undefined) return own;
  const base = packOf(packId)?.extends;
  return base === undefined ? undefined : FOLDERS.get(base)?.[kind];
}
