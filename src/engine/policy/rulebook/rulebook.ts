import { parse } from 'yaml';
import type * as z from 'zod/mini';
import jiading2017 from './jiading-2017.yaml';
import jiaxing2024 from './jiaxing-2024.yaml';
import shengzhou2021 from './shengzhou-2021.yaml';
import taicang2023 from './taicang-2023.yaml';
import xuchang2021Draft from './xuchang-2021-draft.yaml';
import { rulebookSchema } from './rulebookSchema';

/** Everything a document says, entry by entry: its words, what a sheet takes from them or why it cannot, how silence is read. */
export type Rulebook = z.infer<typeof rulebookSchema>;

/** An entry of a document: SZ-05. The first of its departments leads. */
export type RulebookEntry = Rulebook['entries'][number];

const TEXTS: ReadonlyMap<string, string> = new Map([
  ['shengzhou-2021', shengzhou2021],
  ['taicang-2023', taicang2023],
  ['xuchang-2021-draft', xuchang2021Draft],
  ['jiading-2017', jiading2017],
  ['jiaxing-2024', jiaxing2024],
]);

/** The packs whose documents have been read entry by entry. */
export const RULEBOOK_PACKS: readonly string[] = [...TEXTS.keys()];

/** The entries of a pack's document, undefined where the text is not at hand (xuchang-2021, known by report alone). */
export function rulebookOf(packId: string): Rulebook | undefined {
  const text = TEXTS.get(packId);
  return text === undefined ? undefined : rulebookSchema.parse(parse(text));
}
