import { definedOnly } from '../../column/definedOnly';
import { isOwnField, ownFieldOf, unitOfOwnField } from '../../ledger/ownField';
import { conditionText, numberTreeText } from '../../rule/conditionText';
import type { NumberTree } from '../../rule/tree';
import { gradingValues } from '../gradingValues';
import { INCLUDES_LINE } from '../includesLine';
import { COHORT_MEAN } from '../loadGrading';
import type { Basis, Grading, GradingCohort, Indicator, PackField, PackRule, PolicyPack } from '../pack';

/** A pack as the plain values of a file that says the same: `packOfFile` of it is the pack. */
export function fileOf(pack: PolicyPack): Record<string, unknown> {
  const { fields, values, tiers, tierNote, bands, paths, grading, measures, waiver, includesLine, ...head } = pack;
  const ofGrading = new Set(grading ? gradingValues(grading, pack).map(({ name }) => name) : []);
  const own = [...values.values()].filter(({ name }) => !ofGrading.has(name));
  const { folder: _folder, ...said } = head;
  return {
    ...said,
    format: 1,
    ...(includesLine === undefined ? {} : { conventions: { [INCLUDES_LINE]: { value: includesLine } } }),
    columns: columnsOf(fields),
    fields: byName(fields.map((field) => [field.name, fieldFile(field)])),
    values: byName(
      own.map(({ name, unit, rule, dated }) => [
        name,
        {
          ...definedOnly({ unit, rule }),
          dated: dated.map(({ value, formula, from, until, basis }) => ({
            value: formula ? numberTreeText(formula) : value,
            ...definedOnly({ from, until }),
            ...groundsFile(basis),
          })),
        },
      ]),
    ),
    ...definedOnly({
      tiers: tiers && { ...definedOnly({ note: tierNote, bands: bandsFile(bands) }), rules: rules(tiers, 'tier') },
      paths: paths && { rules: rules(paths, 'path') },
      grading: grading && gradingFile(grading),
      measures: measures && byName(measures.map(({ name, unit, lines }) => [name, { unit, lines: lines.map(line) }])),
      waiver: waiver && groundsFile(waiver),
    }),
  };
}

function byName<Value>(entries: readonly (readonly [string, Value])[]): Record<string, Value> {
  return Object.fromEntries(entries);
}

function columnsOf(fields: readonly PackField[]): Record<string, unknown> {
  const own = fields.filter(({ field }) => isOwnField(field)).map(({ field }) => field);
  return byName(
    own.map((id) => {
      const { label, kind, headers } = ownFieldOf(id);
      const unit = unitOfOwnField(id);
      return [label, { kind, synonyms: headers.slice(1), ...(unit === '' ? {} : { unit }) }];
    }),
  );
}

function fieldFile({ name: _name, field, ...rest }: PackField): object {
  return { ...rest, field: isOwnField(field) ? ownFieldOf(field).label : field };
}

function groundsFile(basis: Basis): object {
  const { kind, ...said } = basis;
  return kind === 'reported' ? { reported: said } : said;
}

function rules(own: readonly PackRule[], answer: string): object[] {
  return own.map((rule) => ({
    [answer]: rule.answer,
    ...definedOnly({ when: rule.when, rule: rule.rule }),
    ...groundsFile(rule.basis),
  }));
}

function bandsFile(bands: PolicyPack['bands']): object | undefined {
  return bands && { ...bands, groups: byName(bands.groups.map(({ name, ...group }) => [name, group])) };
}

function line({ answer, when, amount, basis }: PackRule & { readonly amount?: NumberTree }): object {
  return {
    when,
    ...(answer === '' ? {} : { words: answer }),
    ...(amount ? { amount: amount.kind === 'number' ? amount.value : numberTreeText(amount) } : {}),
    ...groundsFile(basis),
  };
}

function gradingFile(grading: Grading): object {
  const { indicators, cohorts, floor, bonus, penalty, factor, total, outright, after, ties, together } = grading;
  return {
    indicators: byName(indicators.map((own) => [own.name, indicatorFile(own)])),
    cohorts: byName(cohorts.map((own) => [own.name, cohortFile(own)])),
    floor,
    ...definedOnly({
      bonus: bonus && numberTreeText(bonus),
      penalty: penalty && numberTreeText(penalty),
      factor: factor && numberTreeText(factor),
      ties: ties?.map(numberTreeText),
      together,
      total: total && totalFile(total),
    }),
    outright: rules(outright, 'grade').map((rule, at) => ({
      ...rule,
      ...(outright[at]?.counts ? { counts: COHORT_MEAN } : {}),
    })),
    after: after.map((rule) => ({
      to: rule.answer,
      when: rule.when,
      ...definedOnly({ from: rule.from }),
      ...groundsFile(rule.basis),
    })),
  };
}

function totalFile({ basis, ...said }: NonNullable<Grading['total']>): object {
  return { ...said, ...groundsFile(basis) };
}

const BENCHMARKS = { most: '本组最高', least: '本组最低', points: '直接计分' } as const;

function indicatorFile(own: Indicator): object {
  const { formula, benchmark, against, times, cap, lowerIsBetter, whenMissing, decimals, basis } = own;
  return {
    formula: numberTreeText(formula),
    benchmark: benchmark ?? (against ? BENCHMARKS[against] : COHORT_MEAN),
    times,
    ...(Number.isFinite(cap) ? { cap } : {}),
    ...(lowerIsBetter ? { better: 'lower' } : {}),
    ...definedOnly({ whenMissing: whenMissing === 'mean' ? COHORT_MEAN : whenMissing, decimals }),
    ...groundsFile(basis),
  };
}

function cohortFile({
  condition,
  method,
  weights,
  quotas,
  each,
  rounding,
  small,
  outOf,
  basis,
}: GradingCohort): object {
  return {
    when: conditionText(condition),
    method,
    weights: Object.fromEntries(weights),
    quotas,
    ...definedOnly({ each, rounding, leastCohort: small, outOf }),
    ...groundsFile(basis),
  };
}
