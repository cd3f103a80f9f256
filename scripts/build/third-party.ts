import { readdir, readFile } from 'node:fs/promises';
import { inRoot } from '../root';

interface Lock {
  readonly packages: Readonly<
    Record<
      string,
      { readonly version?: string; readonly dev?: boolean; readonly optional?: boolean; readonly devOptional?: boolean }
    >
  >;
}

interface Package {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

/** A package whose code may be in the bundles, and the licence it must be passed on with. */
export interface Notice {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
}

/** Every package the `dependencies` of package.json bring along, by the lock file: what ships contains no others. */
export async function shippedPackages(): Promise<readonly Notice[]> {
  const lock = JSON.parse(await readFile(inRoot('package-lock.json'), 'utf8')) as Lock;
  const folders = Object.entries(lock.packages).filter(
    ([folder, { dev, optional, devOptional }]) => folder && !dev && !optional && !devOptional,
  );
  return Promise.all(folders.map(([folder]) => notice(folder)));
}

/** The notices as one text for dist/: the licences ask that they go along with the code. */
export async function thirdPartyText(): Promise<string> {
  const notices = await shippedPackages();
  const rule = '-'.repeat(80);
  return notices
    .map(({ name, version, licence, text }) => `${name} ${version} (${licence})\n\n${text}\n${rule}\n`)
    .join('\n');
}

async function notice(folder: string): Promise<Notice> {
  const { name, version, license } = JSON.parse(await readFile(inRoot(folder, 'package.json'), 'utf8')) as Package;
  const file = (await readdir(inRoot(folder))).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  const text = file === undefined ? '' : (await readFile(inRoot(folder, file), 'utf8')).trim();
  return { name, version, licence: license ?? 'not stated', text };
}
