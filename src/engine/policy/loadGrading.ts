import { parseFormula, parseRule } from '../rule/parseRule';
import type { Vocabulary } from '../rule/tree';
import { toBasis } from './basis';
import type { Grading } from './pack';
import type { PackFile } from './schema';

/** How a benchmark says that it is the cohort's own mean. */
export const COHORT_MEAN = '本组平均';

/** Reads how a pack grades: its formulas and conditions as trees. Throws RuleError. */
export function toGrading(
  file: NonNullable<PackFile['grading']>,
  vocabulary: Vocabulary,
  inPlace: <T>(path: readonly PropertyKey[], read: () => T) => T,
): Grading {
  const { indicators, cohorts, floor, bonus, penalty, outright } = file;
  const formula = (text: string, ...path: readonly PropertyKey[]) =>
    inPlace(['grading', ...path], () => parseFormula(text, vocabulary));
  const condition = (text: string, ...path: readonly PropertyKey[]) =>
    inPlace(['grading', ...path, 'when'], () => parseRule(text, vocabulary));
  return {
    indicators: Object.entries(indicators).map(([name, entry]) => ({
      name,
      formula: formula(entry.formula, 'indicators', name, 'formula'),
      ...(entry.benchmark === COHORT_MEAN
        ? {}
        : {
            benchmark: inPlace(['grading', 'indicators', name, 'benchmark'], () => known(entry.benchmark, vocabulary)),
          }),
      times: entry.times ?? 1,
      cap: entry.cap,
      basis: toBasis(entry),
    })),
    cohorts: Object.entries(cohorts).map(([name, { when, method, weights, quotas, ...grounds }]) => ({
      name,
      condition: condition(when, 'cohorts', name),
      method,
      weights: new Map(Object.entries(weights)),
      quotas,
      basis: toBasis(grounds),
    })),
    floor,
    ...(bonus === undefined ? {} : { bonus: formula(bonus, 'bonus') }),
    ...(penalty === undefined ? {} : { penalty: formula(penalty, 'penalty') }),
    outright: outright.map(({ when, grade, ...grounds }, at) => ({
      answer: grade,
      when,
      condition: condition(when, 'outright', at),
      basis: toBasis(grounds),
    })),
  };
}

/** A benchmark's name is read as a formula of that one name, so that an unknown one is refused with its place. */
function known(name: string, vocabulary: Vocabulary): string {
  parseFormula(name, { fields: new Map(), values: vocabulary.values });
  return name;
}
