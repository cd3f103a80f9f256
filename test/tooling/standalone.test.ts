import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'acorn';
import { describe, expect, it } from 'vitest';
import { buildStandalone, STANDALONE_TARGET } from '../../scripts/build/standalone';
import { temporaryFolder } from './support/temporaryFolder';

/** The year's language that holds all that Chromium 86 reads; of what that year brought, it lacks what `isNewer` names. */
const NEXT_YEAR = 2022;

/** Throws for what Chromium 86 cannot read. */
function readAsOldBrowser(code: string): void {
  const left: unknown[] = [parse(code, { ecmaVersion: NEXT_YEAR, sourceType: 'script' })];
  while (left.length > 0) {
    const part = left.pop();
    if (typeof part !== 'object' || part === null) continue;
    if (isNewer(part)) throw new Error(JSON.stringify(part).slice(0, 200));
    for (const inner of Object.values(part)) left.push(inner);
  }
}

interface Part {
  readonly type?: string;
  readonly left?: Part | null;
  readonly regex?: { readonly flags: string };
}

/** Static blocks came with 94, `#name in object` with 91, the d of regular expressions with 90. */
function isNewer({ type, left, regex }: Part): boolean {
  return type === 'StaticBlock' || left?.type === 'PrivateIdentifier' || regex?.flags.includes('d') === true;
}

describe('the stand-alone edition as it is built', () => {
  it('is whole by itself, in what Chromium 86 reads: a parser that is not the compiler says so', async () => {
    const folder = await temporaryFolder();
    await buildStandalone(folder);
    const scripts = (await readdir(path.join(folder, 'js'))).map((name) => path.join(folder, 'js', name));
    expect(STANDALONE_TARGET).toEqual(['chrome86']);
    expect(scripts.map((script) => path.basename(script).split('.')[0]).sort()).toEqual([
      'allocate',
      'app',
      'simulate',
    ]);
    for (const script of scripts) {
      const code = await readFile(script, 'utf8');
      expect(() => readAsOldBrowser(code), path.basename(script)).not.toThrow();
    }
    const page = await readFile(path.join(folder, 'index.html'), 'utf8');
    expect(page.match(/(?:src|href)="(?!data:)[^"]*"/g)).toHaveLength(1);
    const named = [...page.matchAll(/src="([^"]+)"/g)].map(([, name = '']) => name);
    for (const name of named) expect((await stat(path.join(folder, name))).isFile()).toBe(true);
    const app = await readFile(path.join(folder, named[0] ?? ''), 'utf8');
    for (const script of scripts.filter((one) => !one.includes('app.'))) expect(app).toContain(path.basename(script));
  }, 180_000);

  it('would be found out if it were newer', () => {
    for (const newer of [
      'class A { static { a(); } }',
      'class A { #b = 1; c(d) { return #b in d } }',
      '/a/d',
      'await b',
      '/a/v',
    ])
      expect(() => readAsOldBrowser(newer), newer).toThrow();
    expect(() => readAsOldBrowser('class A { #b = 1; #c() { return this.#b ?? 0 } static d = /e/s }')).not.toThrow();
  });
});
