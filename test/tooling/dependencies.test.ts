import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { shippedPackages } from '../../scripts/build/third-party';
import { inRoot } from '../../scripts/root';

interface Manifest {
  readonly license?: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const readManifest = async (...parts: readonly string[]): Promise<Manifest> =>
  JSON.parse(await readFile(inRoot(...parts, 'package.json'), 'utf8')) as Manifest;

const manifest = await readManifest();
const [shipped = '', commandLine = '', development = ''] = (await readFile(inRoot('docs/dependencies.md'), 'utf8'))
  .split('\n## ')
  .slice(1);

/** The rows of a Markdown table, without its head. */
const rows = (text: string): readonly (readonly string[])[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );

describe('docs/dependencies.md', () => {
  it.each([
    ['shipped', shipped, manifest.dependencies],
    ['command line’s', commandLine, manifest.optionalDependencies],
    ['development', development, manifest.devDependencies],
  ])('lists exactly the %s packages of package.json', (_, table, packages) => {
    expect(rows(table).map(([name]) => name)).toEqual(Object.keys(packages));
  });

  it('says why each is there, and the licence it states itself', async () => {
    for (const [name = '', why, licence] of [shipped, commandLine, development].flatMap(rows)) {
      expect(why, name).not.toBe('');
      expect(licence, name).toBe((await readManifest('node_modules', name)).license);
    }
  });
});

describe('what ships', () => {
  it('has only permissive licences, all the way down', async () => {
    const permissive = /^(MIT|ISC|Apache-2\.0|BSD-[23]-Clause|0BSD)$/;
    const packages = await shippedPackages();
    expect(packages.length).toBeGreaterThan(Object.keys(manifest.dependencies).length);
    expect(packages.filter(({ licence }) => !permissive.test(licence))).toEqual([]);
  });

  it('pins every version', () => {
    const { dependencies, optionalDependencies, devDependencies } = manifest;
    const versions = [dependencies, optionalDependencies, devDependencies].flatMap((own) => Object.values(own));
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });
});
