import { cellText } from '../ledger/cell';
import packTexts from '#pack-texts';
import { errorAt } from './errorAt';
import type { PolicyPack } from './pack';
import { allPacks } from './packs';
import { readFolder, type PolicyTexts } from './readFolder';
import { readSource } from './readSource';

/** The texts of the packs that ship, for one that extends another. */
const SHIPPED: ReadonlyMap<string, string> = new Map(Object.entries(packTexts));

/**
 * A policy that does not ship, from its texts. Throws PackError where one of them cannot be read, and where its id or a name of it
 * is that of a policy that ships: in cells such a name means the shipped one.
 */
export function loadOwnPolicy(texts: PolicyTexts, name = 'pack.yaml'): PolicyPack {
  const { pack, ...folder } = readFolder(texts, SHIPPED, name);
  const taken = takenName(pack);
  if (taken) {
    const expected = `“${taken.text}”已是内置的“${taken.by}”，请换一个`;
    throw errorAt('shape', readSource(texts.pack, name), { path: [taken.key], expected });
  }
  return { ...pack, folder };
}

function takenName({ id, short, title, aliases }: PolicyPack) {
  const names = [
    ['id', id],
    ['short', short],
    ['title', title],
    ...aliases.map((own) => ['aliases', own] as const),
  ] as const;
  for (const [key, text] of names) {
    const other = allPacks().find((own) =>
      [own.id, own.short, own.title, ...own.aliases].some((known) => cellText(known) === cellText(text)),
    );
    if (other) return { key, text, by: other.short };
  }
  return undefined;
}
