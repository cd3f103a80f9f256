import type { Vocabulary } from '../rule/tree';
import { fieldsOfCondition } from '../rule/treeParts';
import { TAX_PER_MU } from './fieldWords';
import type { PolicyPack } from './pack';

/** What a correction after ranking may ask of a row: its score and rank, how many were ranked, an indicator, and means over its group. */
export type RankReading =
  | { readonly kind: 'score' | 'rank' | 'members' | 'meanScore' }
  | { readonly kind: 'reading' | 'mean'; readonly indicator: string };

/** How the rules of a policy call what ranking gives. */
const NAMES: readonly (readonly [string, RankReading])[] = [
  ['综合得分', { kind: 'score' }],
  ['本组位次', { kind: 'rank' }],
  ['本组户数', { kind: 'members' }],
  ['综合得分本组平均', { kind: 'meanScore' }],
];

function rankReadings(indicators: readonly string[]): ReadonlyMap<string, RankReading> {
  const own = indicators.flatMap((indicator) => [
    [indicator, { kind: 'reading', indicator }] as const,
    [`${indicator}本组平均`, { kind: 'mean', indicator }] as const,
  ]);
  return new Map([...NAMES, ...own]);
}

/** The names that a correction after ranking may use: the policy's own before those of what ranking gives. */
export function withRankNames(vocabulary: Vocabulary, indicators: readonly string[]): Vocabulary {
  const [fields, measures] = [new Map(vocabulary.fields), new Map(vocabulary.measures)];
  for (const [name, own] of rankReadings(indicators)) {
    if (fields.has(name) || vocabulary.values.has(name)) continue;
    fields.set(name, {});
    // A place among so many is a share; what an indicator measures is not known.
    if (!('indicator' in own)) measures.set(name, { measure: 'other' });
  }
  return { ...vocabulary, fields, measures };
}

/** What the corrections of a policy ask of what ranking gives, by the names that they use. */
export function rankReadingsAsked({ grading, fields, bands }: PolicyPack): ReadonlyMap<string, RankReading> {
  if (!grading) return new Map();
  const known = rankReadings(grading.indicators.map(({ name }) => name));
  const taken = new Set([TAX_PER_MU, bands?.floor, bands?.ceiling, ...fields.map(({ name }) => name)]);
  const asked = grading.after.flatMap(({ condition }) => fieldsOfCondition(condition));
  return new Map(
    [...new Set(asked)].flatMap((name) => {
      const own = taken.has(name) ? undefined : known.get(name);
      return own ? [[name, own] as const] : [];
    }),
  );
}
