import { loadPack } from './loadPack';
import type { PolicyPack } from './pack';
import shengzhou2021 from './packs/shengzhou-2021.yaml';
import taicang2023 from './packs/taicang-2023.yaml';

const TEXTS: readonly string[] = [shengzhou2021, taicang2023];
let loaded: readonly PolicyPack[] | undefined;

/** The built-in packs, read once. */
export function builtInPacks(): readonly PolicyPack[] {
  loaded ??= TEXTS.map(loadPack);
  return loaded;
}

/**
 * The pack that an id, a short name (嵊州2021), a title or a bare place name (嵊州, 嵊州市) means, or undefined.
 * A place means its newest issued pack, else its newest draft (design.md, Custom functions).
 */
export function findPack(name: string): PolicyPack | undefined {
  const wanted = plain(name);
  const packs = builtInPacks();
  const named = packs.find((pack) =>
    [pack.id, pack.short, pack.title, ...pack.aliases].some((known) => plain(known) === wanted),
  );
  if (named) return named;
  const place = wanted.replace(/[市县区]$/, '');
  const ofPlace = packs.filter((pack) => pack.place === place);
  const issued = ofPlace.filter((pack) => pack.status === 'issued');
  return newest(issued.length > 0 ? issued : ofPlace);
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s《》“”"'()【】]/g, '')
    .toLowerCase();
}

function newest(packs: readonly PolicyPack[]): PolicyPack | undefined {
  return packs.toSorted((a, b) => (a.published < b.published ? 1 : -1))[0];
}
