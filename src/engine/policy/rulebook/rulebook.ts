import type * as z from 'zod/mini';
import folders from '#policy-entries';
import { readPart } from '../readPart';
import type { FolderOf } from '../standsOn';
import { rulebookSchema } from './rulebookSchema';

/** Everything a document says, entry by entry: its words, what a sheet takes from them or why it cannot, how silence is read. */
export type Rulebook = z.infer<typeof rulebookSchema>;

/** An entry of a document: SZ-05. */
export type RulebookEntry = Rulebook['entries'][number];

const TEXTS: ReadonlyMap<string, string> = new Map(
  Object.entries(folders).flatMap(([id, { entries }]) => (entries === undefined ? [] : [[id, entries] as const])),
);

/** The packs whose documents have been read entry by entry. */
export const RULEBOOK_PACKS: readonly string[] = [...TEXTS.keys()];

/** The entries of a pack's document, undefined where the text is not at hand (known by report alone). */
export function rulebookOf({ id, folder }: FolderOf): Rulebook | undefined {
  const text = folder ? folder.entries : TEXTS.get(id);
  return text === undefined ? undefined : readPart(text, 'entries.yaml', rulebookSchema);
}
