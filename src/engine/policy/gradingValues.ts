import type { Grading, GradingCohort, PackValue, PolicyPack, Quota, TotalBounds } from './pack';

/** Names of a grading's own numbers among the policy's values, so that they are cited, dated and edited as every value is. */
export const GRADING_NAMES = {
  weight: (cohort: string, indicator: string) => `${cohort}·${indicator}权重`,
  share: (cohort: string, grade: string) => `${cohort}·${grade}比例`,
  under: (cohort: string) => `${cohort}·小组户数`,
  smallShare: (cohort: string, grade: string) => `${cohort}·小组${grade}比例`,
  times: (indicator: string) => `${indicator}基准倍数`,
  cap: (indicator: string) => `${indicator}得分上限`,
  floor: '极差法最低分',
  least: '总分下限',
  most: '总分上限',
} as const;

/** A grading's weights, quotas, benchmarks' multiples, caps and lowest points as values of the policy, each on what it stands on. */
export function gradingValues(grading: Grading, { published: from }: Pick<PolicyPack, 'published'>): PackValue[] {
  const { indicators, cohorts, floor, total } = grading;
  const value = (
    name: string,
    unit: string,
    number: number,
    basis: PackValue['dated'][number]['basis'],
  ): PackValue => ({
    name,
    unit,
    dated: [{ value: number, from, basis }],
  });
  return [
    ...cohorts.flatMap(({ name, weights, basis }) =>
      indicators.map((own) => value(GRADING_NAMES.weight(name, own.name), '分', weights.get(own.name) ?? 0, basis)),
    ),
    ...cohorts.flatMap(({ name, quotas, basis }) =>
      quotas.map(({ grade, share }) => value(GRADING_NAMES.share(name, grade), '比例', share, basis)),
    ),
    ...cohorts.flatMap(({ name, small, basis }) =>
      small
        ? [
            value(GRADING_NAMES.under(name), '户', small.under, basis),
            ...small.quotas.map(({ grade, share }) =>
              value(GRADING_NAMES.smallShare(name, grade), '比例', share, basis),
            ),
          ]
        : [],
    ),
    ...indicators.flatMap(({ name, times, cap, basis }) => [
      value(GRADING_NAMES.times(name), '倍', times, basis),
      value(GRADING_NAMES.cap(name), '倍', cap, basis),
    ]),
    value(GRADING_NAMES.floor, '分', floor, {
      kind: 'assumed',
      assumption: '极差法中本组最低者的得分（百分制）；各地多取20，未见统一规定',
    }),
    ...(total
      ? TOTAL_ENDS.flatMap((end) => {
          const number = total[end];
          return number === undefined ? [] : [value(GRADING_NAMES[end], '分', number, total.basis)];
        })
      : []),
  ];
}

const TOTAL_ENDS = ['least', 'most'] as const;

/** The grading with the numbers in force, a workbook's own before the document's. An indicator without weight is left out. */
export function gradingOn(grading: Grading, values: ReadonlyMap<string, number>): Grading {
  const read = (name: string, otherwise: number) => values.get(name) ?? otherwise;
  return {
    ...grading,
    floor: read(GRADING_NAMES.floor, grading.floor),
    ...(grading.total ? { total: totalOn(grading.total, read) } : {}),
    indicators: grading.indicators.map((own) => ({
      ...own,
      times: read(GRADING_NAMES.times(own.name), own.times),
      cap: read(GRADING_NAMES.cap(own.name), own.cap),
    })),
    cohorts: grading.cohorts.map((cohort) => {
      const weights = grading.indicators.map(
        ({ name }) => [name, read(GRADING_NAMES.weight(cohort.name, name), cohort.weights.get(name) ?? 0)] as const,
      );
      return {
        ...cohort,
        weights: new Map(weights.filter(([, weight]) => weight > 0)),
        quotas: cohort.quotas.map((own) => ({
          ...own,
          share: read(GRADING_NAMES.share(cohort.name, own.grade), own.share),
        })),
        ...(cohort.small ? { small: smallOn(cohort.name, cohort.small, read) } : {}),
      };
    }),
  };
}

function totalOn(total: TotalBounds, read: Read): TotalBounds {
  const ends = TOTAL_ENDS.flatMap((end) => {
    const own = total[end];
    return own === undefined ? [] : [[end, read(GRADING_NAMES[end], own)] as const];
  });
  return { ...total, ...Object.fromEntries(ends) };
}

type Read = (name: string, otherwise: number) => number;

function smallOn(cohort: string, { under, quotas }: NonNullable<GradingCohort['small']>, read: Read) {
  const share = (own: Quota) => read(GRADING_NAMES.smallShare(cohort, own.grade), own.share);
  return {
    under: read(GRADING_NAMES.under(cohort), under),
    quotas: quotas.map((own) => ({ ...own, share: share(own) })),
  };
}
