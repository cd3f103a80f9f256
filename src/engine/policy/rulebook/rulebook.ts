import folders from '#policy-entries';
import type { FolderOf } from '../standsOn';
import type { Rulebook } from './rulebookSchema';

export type { Rulebook } from './rulebookSchema';

/** An entry of a document: SZ-05. */
export type RulebookEntry = Rulebook['entries'][number];

const RULEBOOKS: ReadonlyMap<string, Rulebook> = new Map(
  Object.entries(folders).flatMap(([id, { entries }]) => (entries === undefined ? [] : [[id, entries] as const])),
);

/** The packs whose documents have been read entry by entry. */
export const RULEBOOK_PACKS: readonly string[] = [...RULEBOOKS.keys()];

/** The entries of a pack's document, undefined where the text is not at hand (known by report alone). */
export function rulebookOf({ id, folder }: FolderOf): Rulebook | undefined {
  return folder ? folder.entries : RULEBOOKS.get(id);
}
