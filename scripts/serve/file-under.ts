import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';

/** The real path of `relative` when it is a file inside `folder`; undefined for folders, absent files, and ways out. */
export async function fileUnder(folder: string, relative: string): Promise<string | undefined> {
  if (/[\0\\]/.test(relative)) return undefined;
  try {
    const [inside, file] = await Promise.all([realpath(folder), realpath(path.join(folder, relative))]);
    if (!file.startsWith(inside + path.sep)) return undefined;
    return (await stat(file)).isFile() ? file : undefined;
  } catch {
    return undefined;
  }
}
