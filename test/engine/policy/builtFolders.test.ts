import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import entries from '#policy-entries';
import policies from '#policies';
import { readFolder, type PolicyTexts } from '../../../src/engine/policy/readFolder';

const packs = new URL('../../../src/engine/policy/packs/', import.meta.url);
const ids = readdirSync(packs, { withFileTypes: true }).flatMap((own) => (own.isDirectory() ? [own.name] : []));

function textsOf(id: string): PolicyTexts {
  const folder = new URL(`${id}/`, packs);
  const files = readdirSync(folder).map((file) => [
    file.replace('.yaml', ''),
    readFileSync(new URL(file, folder), 'utf8'),
  ]);
  return Object.fromEntries(files) as PolicyTexts;
}

const texts = new Map(ids.map((id) => [id, textsOf(id).pack]));

it.each(ids)('%s as built is what its texts say, to the last value', (id) => {
  const { entries: own, ...folder } = readFolder(textsOf(id), texts);
  expect(policies[id]).toStrictEqual(folder);
  expect(entries[id]).toStrictEqual(own ? { entries: own } : {});
});
