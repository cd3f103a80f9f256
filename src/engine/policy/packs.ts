import { loadPack, type PackTexts } from './loadPack';
import type { PolicyPack } from './pack';
import gradingTemplate from './packs/grading-template.yaml';
import jiading2017 from './packs/jiading-2017.yaml';
import jiaxing2024 from './packs/jiaxing-2024.yaml';
import nationalLandUse from './packs/national-land-use.yaml';
import shengzhou2021 from './packs/shengzhou-2021.yaml';
import taicang2023 from './packs/taicang-2023.yaml';
import xuchang2021 from './packs/xuchang-2021.yaml';
import xuchang2021Draft from './packs/xuchang-2021-draft.yaml';

const TEXTS: PackTexts = new Map([
  ['shengzhou-2021', shengzhou2021],
  ['taicang-2023', taicang2023],
  ['xuchang-2021', xuchang2021],
  ['xuchang-2021-draft', xuchang2021Draft],
  ['jiading-2017', jiading2017],
  ['jiaxing-2024', jiaxing2024],
  ['national-land-use', nationalLandUse],
  ['grading-template', gradingTemplate],
]);
let loaded: readonly PolicyPack[] | undefined;

function allPacks(): readonly PolicyPack[] {
  loaded ??= [...TEXTS].map(([id, text]) => loadPack(text, TEXTS, `${id}.yaml`));
  return loaded;
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
  const packs = allPacks().filter(({ tiers, paths, grading }) => tiers ?? paths ?? grading);
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
