import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const SRC = path.join(import.meta.dirname, '../../src');
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => ({ name, text: readFileSync(path.join(SRC, name), 'utf8') }));

/** What reads texts of others knows every sign that they write. */
const READERS = /^(?:engine\/(?:policy|ledger|rule|share)|workbook)\//;

it('the pane and the sheets write less than nothing as a cell does; Word reports are set with a minus at which no line breaks', () => {
  const code = (text: string) => text.replace(/\/\*[^]*?\*\/|\/\/.*/g, '');
  const writing = files.filter(({ name }) => !READERS.test(name.replaceAll(path.sep, '/')));
  expect(writing.length).toBeGreaterThan(500);
  expect(writing.filter(({ text }) => code(text).includes('−')).map(({ name }) => name)).toEqual([]);
});

it('every word of the pane is said somewhere: by its name, or by one made of parts', () => {
  const named = new Set(files.flatMap(({ text }) => [...text.matchAll(/['"`](\w+)['"`]/g)].map(([, name]) => name)));
  const begun = files.flatMap(({ text }) => [...text.matchAll(/`([a-z]\w{3,})\$\{/g)].map(([, start = '']) => start));
  const words = files
    .filter(({ name }) => name.startsWith(path.join('text', 'pane', path.sep)))
    .flatMap(({ text }) => [...text.matchAll(/^ {2}(\w+): \[/gm)].map(([, word = '']) => word));
  expect(words.length).toBeGreaterThan(500);
  expect(words.filter((word) => !named.has(word) && !begun.some((start) => word.startsWith(start)))).toEqual([]);
});
