import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../../src/', import.meta.url));
/** What code would have to name to find out that it does not run in Excel. */
const TELLS =
  /_richApiNativeBridge|window\.workbench|globalThis\.workbench|['"`][^'"`]*workbench[^'"`]*['"`]|location\.(?:host|port)|localhost/i;

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sources(path) : /\.(?:ts|tsx|html)$/.test(entry.name) ? [path] : [];
  });
}

describe('one bundle for Excel and the workbench', () => {
  const outside = sources(SRC).filter((path) => !relative(SRC, path).startsWith(`workbench${sep}`));

  it('nothing outside src/workbench asks where it runs', () => {
    expect(outside.length).toBeGreaterThan(150);
    const asking = outside.filter((path) =>
      TELLS.test(readFileSync(path, 'utf8').replace(/^\s*(?:\*|\/\*\*|\/\/).*$/gm, '')),
    );
    // The part of a file in which settings are kept since the first version names the workbench; it decides nothing.
    expect(asking.map((path) => relative(SRC, path).split(sep).join('/'))).toEqual(['workbook/settingsXml.ts']);
  });
});
