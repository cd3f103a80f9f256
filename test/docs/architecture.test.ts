import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.join(import.meta.dirname, '../..');
const PATHS = ['src', 'scripts', 'test']
  .flatMap((room) =>
    readdirSync(path.join(ROOT, room), { recursive: true, encoding: 'utf8' }).map((own) => `${room}/${own}`),
  )
  .concat('src', 'scripts', 'test');

/** Whether a file or a folder ends so; <id> is any name. */
function isThere(name: string): boolean {
  const end = name.replaceAll('.', '\\.').replaceAll(/<\w+>/g, '[^/]+');
  const ending = new RegExp(`(^|/)${end}(\\.tsx?)?$`);
  return PATHS.some((own) => ending.test(own));
}

describe.each(['ARCHITECTURE.md', 'docs/parts.md'])('%s', (file) => {
  const text = readFileSync(path.join(ROOT, file), 'utf8');

  it('names files and folders that are there', () => {
    const named = [...text.matchAll(/`([\w.<>-]+(?:\/[\w.<>-]+)+)`/g)].map(([, name = '']) => name);
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !isThere(name))).toEqual([]);
  });
});

it('the architecture is read on two pages: what each part knows stands in docs/parts.md', () => {
  const words = readFileSync(path.join(ROOT, 'ARCHITECTURE.md'), 'utf8').split(/\s+/);
  expect(words.length).toBeLessThan(1_250);
});
