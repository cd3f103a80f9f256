import { parseFormula, parseRule } from '../rule/parseRule';
import type { Vocabulary } from '../rule/tree';
import { toBasis } from './basis';
import { definedOnly } from '../column/definedOnly';
import type { Grading, GradingCohort, Indicator } from './pack';
import { withRankNames } from './rankReadings';
import type { PackFile } from './schema';

/** How a benchmark says that it is the cohort's own mean. */
export const COHORT_MEAN = '本组平均';

/** Reads how a pack grades: its formulas and conditions as trees. Throws RuleError. */
export function toGrading(
  file: NonNullable<PackFile['grading']>,
  vocabulary: Vocabulary,
  inPlace: <T>(path: readonly PropertyKey[], read: () => T) => T,
): Grading {
  const { indicators, cohorts, floor, bonus, penalty, factor, outright } = file;
  const formula = (text: string, ...path: readonly PropertyKey[]) =>
    inPlace(['grading', ...path], () => parseFormula(text, vocabulary));
  const condition = (text: string, ...path: readonly PropertyKey[]) =>
    inPlace(['grading', ...path, 'when'], () => parseRule(text, vocabulary));
  const ranked = withRankNames(vocabulary, Object.keys(indicators));
  return {
    indicators: Object.entries(indicators).map(([name, entry]) => ({
      name,
      formula: formula(entry.formula, 'indicators', name, 'formula'),
      ...benchmarkOf(entry.benchmark, () =>
        inPlace(['grading', 'indicators', name, 'benchmark'], () => known(entry.benchmark, vocabulary)),
      ),
      times: entry.times ?? 1,
      cap: entry.cap ?? Infinity,
      ...(entry.better === 'lower' ? { lowerIsBetter: true } : {}),
      ...definedOnly({
        whenMissing: entry.whenMissing === COHORT_MEAN ? ('mean' as const) : entry.whenMissing,
        decimals: entry.decimals,
      }),
      basis: toBasis(entry),
    })),
    cohorts: Object.entries(cohorts).map(([name, entry]) => ({
      name,
      condition: condition(entry.when, 'cohorts', name),
      method: entry.method,
      weights: new Map(Object.entries(entry.weights)),
      quotas: entry.quotas.map((quota) => definedOnly(quota)),
      ...definedOnly({ each: entry.each, rounding: entry.rounding, outOf: entry.outOf, small: smallOf(entry) }),
      basis: toBasis(entry),
    })),
    floor,
    ...(bonus === undefined ? {} : { bonus: formula(bonus, 'bonus') }),
    ...(penalty === undefined ? {} : { penalty: formula(penalty, 'penalty') }),
    ...(factor === undefined ? {} : { factor: formula(factor, 'factor') }),
    ...(file.total ? { total: totalOf(file.total) } : {}),
    outright: outright.map(({ when, grade, counts, ...grounds }, at) => ({
      answer: grade,
      when,
      condition: condition(when, 'outright', at),
      ...(counts ? { counts: 'mean' as const } : {}),
      basis: toBasis(grounds),
    })),
    after: (file.after ?? []).map(({ when, from, to, ...grounds }, at) => ({
      answer: to,
      when,
      condition: inPlace(['grading', 'after', at, 'when'], () => parseRule(when, ranked)),
      ...definedOnly({ from }),
      basis: toBasis(grounds),
    })),
    ...definedOnly({ ties: file.ties?.map((text, at) => formula(text, 'ties', at)), together: file.together }),
  };
}

function totalOf({ least, most, decimals, ...grounds }: NonNullable<NonNullable<PackFile['grading']>['total']>) {
  return { ...definedOnly({ least, most, decimals }), basis: toBasis(grounds) };
}

type CohortFile = NonNullable<PackFile['grading']>['cohorts'][string];

function smallOf({ leastCohort }: CohortFile): GradingCohort['small'] {
  return leastCohort && { under: leastCohort.under, quotas: leastCohort.quotas.map((quota) => definedOnly(quota)) };
}

const AGAINST: Readonly<Record<string, Indicator['against']>> = {
  [COHORT_MEAN]: undefined,
  本组最高: 'most',
  本组最低: 'least',
  直接计分: 'points',
};

function benchmarkOf(name: string, value: () => string): Pick<Indicator, 'benchmark' | 'against'> {
  if (!(name in AGAINST)) return { benchmark: value() };
  return definedOnly({ against: AGAINST[name] });
}

/** A benchmark's name is read as a formula of that one name, so that an unknown one is refused with its place. */
function known(name: string, vocabulary: Vocabulary): string {
  parseFormula(name, { fields: new Map(), values: vocabulary.values });
  return name;
}
