import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const SRC = path.join(import.meta.dirname, '../../src');

/** What a file declares for others; handing on what another file declares is no second thing. */
const DECLARED =
  /^export (?:async )?(?:abstract )?(?:(?:function|const|let|class|interface|type|enum)\*? (\w+)|const \{([^}]*)\})/gm;

function declaredIn(text: string): readonly string[] {
  const names = [...text.matchAll(DECLARED)].flatMap(
    ([, name, several = '']) => name ?? several.match(/\w+(?=\s*[,}]|\s*$)/g) ?? [],
  );
  return [...new Set(names)];
}

/** Excel and an opened file answer the port's questions, each in its own way, under the port's own words. */
const HOSTS = /^workbook\/(?:excel|file)\//;

function isTheHosts(files: readonly string[]): boolean {
  return (
    files.length === 2 &&
    files.every((file) => HOSTS.test(file)) &&
    new Set(files.map((file) => HOSTS.exec(file)?.[0])).size === 2
  );
}

it('no exported name stands for two things: one thing is written once, and two things have two names', () => {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  const places = new Map<string, string[]>();
  for (const file of files) {
    for (const name of declaredIn(readFileSync(path.join(SRC, file), 'utf8'))) {
      places.set(name, [...(places.get(name) ?? []), file]);
    }
  }
  expect(places.size).toBeGreaterThan(3_000);
  expect([...places].filter(([, where]) => where.length > 1 && !isTheHosts(where))).toEqual([]);
});
