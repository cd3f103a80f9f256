import { FOLDERS } from './folders';
import type { PolicyPack } from './pack';

let sorted: readonly PolicyPack[] | undefined;

/** Every pack that ships. */
export function allPacks(): readonly PolicyPack[] {
  sorted ??= [...FOLDERS.values()]
    .map(({ pack }) => pack)
    .sort((a, b) => placeOf(a) - placeOf(b) || (a.id < b.id ? -1 : 1));
  return sorted;
}

/** Those that say no place of their own come last. */
function placeOf({ order = Number.MAX_SAFE_INTEGER }: PolicyPack): number {
  return order;
}

/** The pack of an id, judging or not, or undefined. */
export function packOf(id: string): PolicyPack | undefined {
  return allPacks().find((pack) => pack.id === id);
}

/** The built-in packs that judge a ledger, read once. */
export function builtInPacks(): readonly PolicyPack[] {
  return allPacks().filter(({ tiers, paths }) => tiers ?? paths);
}

/** The built-in packs that grade by score and rank. */
export function gradingPacks(): readonly PolicyPack[] {
  return allPacks().filter(({ grading }) => grading);
}

/** The packs with a clause on not charging the extra land price: a place's own first, then the national rule. */
export function waiverPacks(pack: PolicyPack): PolicyPack[] {
  const own = pack.waiver ? [pack] : [];
  return [...own, ...allPacks().filter(({ waiver, tiers, paths }) => waiver && !tiers && !paths)];
}

/**
 * The pack that an id, a short name (嵊州2021), a title or a bare place name (嵊州, 嵊州市) means, or undefined.
 * A place means its newest issued pack, else its newest draft (design.md, Custom functions).
 */
export function findPack(name: string): PolicyPack | undefined {
  const wanted = plain(name);
  const packs = allPacks().filter(({ tiers, paths, grading, measures }) => tiers ?? paths ?? grading ?? measures);
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
