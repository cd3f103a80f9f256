import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'acorn';
import { describe, expect, it } from 'vitest';
import { buildStandalone, STANDALONE_TARGET } from '../../scripts/build/standalone';
import { temporaryFolder } from './support/temporaryFolder';

/** The year's language that Chromium 86 reads whole; 87 and later know more. */
const CHROMIUM_86 = 2021;
const readsAsOldBrowser = (code: string) => parse(code, { ecmaVersion: CHROMIUM_86, sourceType: 'script' });

describe('the stand-alone edition as it is built', () => {
  it('is whole by itself, in what Chromium 86 reads: a parser that is not the compiler says so', async () => {
    const folder = await temporaryFolder();
    await buildStandalone(folder);
    const scripts = (await readdir(path.join(folder, 'js'))).map((name) => path.join(folder, 'js', name));
    expect(STANDALONE_TARGET).toEqual(['es2021', 'chrome86']);
    expect(scripts.map((script) => path.basename(script).split('.')[0]).sort()).toEqual([
      'allocate',
      'app',
      'simulate',
    ]);
    for (const script of scripts) {
      const code = await readFile(script, 'utf8');
      expect(() => readsAsOldBrowser(code), path.basename(script)).not.toThrow();
    }
    const page = await readFile(path.join(folder, 'index.html'), 'utf8');
    expect(page.match(/(?:src|href)="(?!data:)[^"]*"/g)).toHaveLength(1);
    const named = [...page.matchAll(/src="([^"]+)"/g)].map(([, name = '']) => name);
    for (const name of named) expect((await stat(path.join(folder, name))).isFile()).toBe(true);
    const app = await readFile(path.join(folder, named[0] ?? ''), 'utf8');
    for (const script of scripts.filter((one) => !one.includes('app.'))) expect(app).toContain(path.basename(script));
  }, 180_000);

  it('would be found out if it were newer', () => {
    for (const newer of ['class A { static { a(); } }', 'class A { #b = 1 }', 'await b', '/a/v'])
      expect(() => readsAsOldBrowser(newer), newer).toThrow();
  });
});
