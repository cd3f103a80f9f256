import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inRoot, root } from '../root';
import { bundle } from './bundle';
import { forgetBuild, isFresh, stampBuild } from './freshness';
import { writeFunctionMetadata } from './function-metadata';
import { withOrigin } from './manifest';
import { selfHostedScript, withOfficeSource } from './office-source';
import type { BuildOptions } from './options';
import { buildStandalone } from './standalone';
import { thirdPartyText } from './third-party';

/** Builds into a folder beside the target and then swaps them, so nobody is ever served half a build. */
export async function build(options: BuildOptions): Promise<void> {
  const startedAt = new Date();
  await forgetBuild(options.out);
  await mkdir(inRoot('.cache'), { recursive: true });
  const folder = await mkdtemp(inRoot('.cache', 'building-'));
  try {
    // A temporary folder is its maker's alone; a web server must be able to read this one.
    await chmod(folder, 0o755);
    await bundle(folder, options);
    await writeFunctionMetadata(folder);
    await writeFile(path.join(folder, 'third-party-licences.txt'), await thirdPartyText());
    await address(folder, options);
    if (options.standalone) await buildStandalone(path.join(folder, 'standalone'));
    await swap(folder, path.resolve(root, options.out));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  await stampBuild(options, startedAt);
}

/** Builds unless the last build of the same options is newer than every file it depends on. */
export async function ensureBuilt(options: BuildOptions): Promise<'built' | 'fresh'> {
  if (isFresh(options)) return 'fresh';
  await build(options);
  return 'built';
}

/** Turns a bundle into one for a given origin and office.js: the manifest, the page, and a note for the administrator. */
export async function address(folder: string, options: Pick<BuildOptions, 'origin' | 'officeJs'>): Promise<void> {
  const manifest = await readFile(inRoot('manifest.xml'), 'utf8');
  await writeFile(path.join(folder, 'manifest.xml'), withOrigin(manifest, options.origin));
  const page = path.join(folder, 'taskpane.html');
  if (existsSync(page)) await writeFile(page, withOfficeSource(await readFile(page, 'utf8'), options.officeJs));
  if (options.officeJs === 'self') await writeSelfHostedNote(folder);
}

async function writeSelfHostedNote(folder: string): Promise<void> {
  const place = path.dirname(path.join(folder, selfHostedScript));
  await mkdir(place, { recursive: true });
  await writeFile(path.join(place, '请管理员放置office.js.txt'), selfHostedNote);
}

const selfHostedNote = `本次构建从本站加载 office.js（${selfHostedScript}），但不附带该文件：它由微软单独授权，须由管理员取得后放入本文件夹。
请把 office.js 发布包 dist 下的全部文件（含 excel-*.js、zh-cn/、en-us/ 等子文件夹）原样放在这里，不要改名。

This build loads office.js from its own site (${selfHostedScript}) and does not include it: Microsoft licenses it
separately. The administrator must put all files of an office.js distribution (excel-*.js, zh-cn/, en-us/, ...) here.
`;

/** Copies only where a rename cannot reach: `--out` on another disk. */
async function swap(folder: string, out: string): Promise<void> {
  const old = `${folder}-old`;
  await mkdir(path.dirname(out), { recursive: true });
  if (existsSync(out)) await move(out, old);
  await move(folder, out);
  await rm(old, { recursive: true, force: true });
}

async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
    await cp(from, to, { recursive: true });
    await rm(from, { recursive: true, force: true });
  }
}
