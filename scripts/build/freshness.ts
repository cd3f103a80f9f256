import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inRoot } from '../root';
import type { BuildOptions } from './options';

/** Everything a build depends on; a folder counts with all that is in it, so a deleted file is noticed too. */
const inputs = ['src', 'assets', 'scripts', 'manifest.xml', 'webpack.config.js', 'tsconfig.json', 'package-lock.json'];

const stampFolder = inRoot('.cache', 'builds');
const stampOf = (out: string): string => path.join(stampFolder, `${encodeURIComponent(inRoot(out))}.json`);

/** Whether `options.out` holds the result of exactly these options and is newer than every source and config file. */
export function isFresh(options: BuildOptions): boolean {
  const stamp = stampOf(options.out);
  if (!existsSync(stamp) || !existsSync(inRoot(options.out))) return false;
  if (readFileSync(stamp, 'utf8') !== JSON.stringify(options)) return false;
  const builtAt = statSync(stamp).mtimeMs;
  return inputs.every((input) => newest(inRoot(input)) <= builtAt);
}

/** Records a finished build, dated when it started: a file edited meanwhile makes it stale. */
export async function stampBuild(options: BuildOptions, startedAt: Date): Promise<void> {
  await mkdir(stampFolder, { recursive: true });
  await writeFile(stampOf(options.out), JSON.stringify(options));
  await utimes(stampOf(options.out), startedAt, startedAt);
}

/** Forgets the last build into `out`, before another begins. */
export async function forgetBuild(out: string): Promise<void> {
  await rm(stampOf(out), { force: true });
}

function newest(file: string): number {
  if (!existsSync(file)) return 0;
  const { mtimeMs } = statSync(file);
  if (!statSync(file).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(file).map((name) => newest(path.join(file, name))));
}
