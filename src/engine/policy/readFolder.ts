import type { PolicyFolder } from './folders';
import { loadPack, type PackTexts } from './loadPack';
import { PackError } from './packError';
import { readLists } from './readLists';
import { readPart } from './readPart';
import { rulebookSchema } from './rulebook/rulebookSchema';
import { readTargets } from './targets/readTargets';
import { readTasks } from './targets/readTasks';

/** A policy's folder as it is written: texts in YAML, all but the pack left out where the document has no such thing. */
export interface PolicyTexts {
  readonly pack: string;
  readonly targets?: string;
  readonly tasks?: string;
  readonly lists?: string;
  readonly entries?: string;
}

/** Reads the texts of a folder; `others` are packs that its own may extend. Throws PackError with file and line. */
export function readFolder(texts: PolicyTexts, others: PackTexts = new Map(), name = 'pack.yaml'): PolicyFolder {
  const { pack, targets, tasks, lists, entries } = texts;
  return {
    pack: loadPack(pack, others, name),
    ...(targets === undefined ? {} : { targets: readTargets(targets) }),
    ...(tasks === undefined ? {} : { tasks: readTasks(tasks) }),
    ...(lists === undefined ? {} : { lists: readLists(lists) }),
    ...(entries === undefined ? {} : { entries: readPart(entries, 'entries.yaml', rulebookSchema) }),
  };
}

/** Reads every folder that ships, by its name, which is its pack's id. Throws PackError with file and line. */
export function readFolders(folders: Readonly<Record<string, PolicyTexts>>): Record<string, PolicyFolder> {
  const packs = new Map(Object.entries(folders).map(([id, { pack }]) => [id, pack]));
  return Object.fromEntries(
    Object.entries(folders).map(([id, texts]) => {
      const file = `${id}/pack.yaml`;
      const read = readFolder(texts, packs, file);
      if (read.pack.id === id) return [id, read];
      throw new PackError('shape', { file, line: 1, column: 1, path: 'id' }, `${id}, the name of its folder`);
    }),
  );
}
