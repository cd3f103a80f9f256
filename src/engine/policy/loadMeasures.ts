import type { NumberTree, Vocabulary } from '../rule/tree';
import { parseFormula, parseRule } from '../rule/parseRule';
import { definedOnly } from '../column/definedOnly';
import { toBasis } from './basis';
import type { Measure, PackRule } from './pack';
import type { PackFile } from './schema';

/** What the conditions of measures may ask besides the policy's own names: what a row was judged to be. */
export const RESULT_NAMES = { tiers: '档位', paths: '路径', grade: '评定等级' } as const;

type InPlace = <T>(path: readonly PropertyKey[], read: () => T) => T;

/** Reads what a policy sets by grade, tier or path: conditions and amounts as trees. Throws RuleError. */
export function toMeasures(file: PackFile, vocabulary: Vocabulary, inPlace: InPlace): Measure[] {
  const known = withResults(file, vocabulary);
  return Object.entries(file.measures ?? {}).map(([name, { unit, lines }]) => ({
    name,
    unit,
    lines: lines.map(({ when, amount, words, ...grounds }, at) => {
      const path = ['measures', name, 'lines', at];
      return {
        answer: words ?? '',
        when,
        condition: inPlace([...path, 'when'], () => parseRule(when, known)),
        ...definedOnly({ amount: amountOf(amount, known, [...path, 'amount'], inPlace) }),
        basis: toBasis(grounds),
      };
    }),
  }));
}

function amountOf(
  amount: number | string | undefined,
  vocabulary: Vocabulary,
  path: readonly PropertyKey[],
  inPlace: InPlace,
): NumberTree | undefined {
  if (typeof amount !== 'string') return amount === undefined ? undefined : { kind: 'number', value: amount };
  return inPlace(path, () => parseFormula(amount, vocabulary));
}

/** The names of a policy, with its tiers, paths and grades as words. */
function withResults({ tiers, paths, grading }: PackFile, vocabulary: Vocabulary): Vocabulary {
  const cohorts = Object.values(grading?.cohorts ?? {});
  const grades = [
    ...cohorts.flatMap(({ quotas, leastCohort }) => [...quotas, ...(leastCohort?.quotas ?? [])]),
    ...(grading?.outright ?? []),
  ].map(({ grade }) => grade);
  const words = [
    [RESULT_NAMES.tiers, tiers?.rules.map(({ tier }) => tier)],
    [RESULT_NAMES.paths, paths?.rules.map(({ path }) => path)],
    [RESULT_NAMES.grade, [...grades, ...(grading?.after ?? []).map(({ to }) => to)]],
  ] as const;
  const fields = new Map(vocabulary.fields);
  for (const [name, all = []] of words) {
    if (all.length > 0 && !fields.has(name)) fields.set(name, { words: [...new Set(all)] });
  }
  return { ...vocabulary, fields };
}

/** The lines of all measures, which are rules as those of tiers and paths are. */
export function measureLines(measures: readonly Measure[] = []): readonly PackRule[] {
  return measures.flatMap(({ lines }) => lines);
}
