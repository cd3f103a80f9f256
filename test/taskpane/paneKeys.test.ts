import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';

const FOLDER = new URL('../../src/text/pane/', import.meta.url);

it('no two files of the pane’s words have a key in common: the later one would silently take its place', async () => {
  const files = readdirSync(FOLDER).filter((name) => name !== 'entry.ts');
  const keys: { readonly key: string; readonly file: string }[] = [];
  for (const file of files) {
    const words = (await import(new URL(file, FOLDER).href)) as Readonly<Record<string, object>>;
    for (const one of Object.values(words)) keys.push(...Object.keys(one).map((key) => ({ key, file })));
  }
  expect(files.length).toBeGreaterThan(10);
  expect(keys.length).toBeGreaterThan(500);
  const twice = keys.filter(({ key }, at) => keys.findIndex((other) => other.key === key) !== at);
  expect(twice).toEqual([]);
});
