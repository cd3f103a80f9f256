import type { AssumptionValues } from '../simulate/assumption';
import { disposalWorth } from './measureColumns';
import type { AllocationProblem, Limit } from './problem';

/** A year's target to be met parcel by parcel. Columns by parcel: mu, wanYuan a year, m2 (NaN: unknown). */
export interface DisposalQuestion {
  readonly area: Float64Array;
  readonly taxPaid: Float64Array;
  readonly floorArea: Float64Array;
  /** Codes from 1; 0 is none. */
  readonly township: Uint16Array;
  /** 亩 of the year, and the parts of it (0..1, rising to 1) to be reached by each quarter's end. */
  readonly target: number;
  readonly quarters: readonly number[];
  /** The greatest part of what is taken that one township may have, 0..1. */
  readonly mostShare: number;
  /** 亩 that each township is to reach at least, by code less 1. */
  readonly floors: readonly number[];
  /** 亩 that a township may have at most, by code less 1; left out, or Infinity, there is no such limit. */
  readonly caps?: readonly number[];
  /** Parcels that each cluster is to have at least, codes from 1. */
  readonly clusters?: { readonly codes: Uint16Array; readonly least: number };
  /** Renewal units taken as a whole, the first quarter of each parcel, and those that must (1) or must not (2) be taken. */
  readonly unit?: Uint32Array;
  readonly earliest?: Uint8Array;
  readonly ruling?: Uint8Array;
  /** Money of the year in wanYuan, and parcels that can be dealt with in a quarter; left out, there is no such limit. */
  readonly fund?: number;
  readonly cases?: number;
  readonly objective: AllocationProblem['objective'];
  readonly values: AssumptionValues;
}

/** Ids of the limits, by which a conflict is told. */
export const LIMIT_IDS = {
  quarter: (index: number) => `quarter:${String(index)}`,
  floor: (code: number) => `floor:${String(code)}`,
  cap: (code: number) => `cap:${String(code)}`,
  cluster: (code: number) => `cluster:${String(code)}`,
  share: (code: number) => `share:${String(code)}`,
  fund: 'fund',
  cases: (index: number) => `cases:${String(index)}`,
} as const;

/**
 * The problem of a year's disposal: acquisition in one of four quarters, at the cost and with the later income of model.md (11), so
 * that the quarters' targets, townships' floors and shares, the year's fund and the quarters' capacity hold.
 */
export function disposalProblem(question: DisposalQuestion): AllocationProblem {
  const { area, taxPaid, floorArea, township, quarters, objective, values, clusters, unit, earliest, ruling } =
    question;
  const count = area.length;
  const worked = Array.from({ length: count }, (_, parcel) =>
    disposalWorth({ area: area[parcel] ?? NaN, tax: taxPaid[parcel] ?? NaN, floors: floorArea[parcel] ?? NaN }, values),
  );
  return {
    parcels: {
      count,
      area,
      taxPaid,
      township,
      ...(clusters ? { cluster: clusters.codes } : {}),
      ...(unit ? { unit } : {}),
      ...(earliest ? { earliest } : {}),
      ...(ruling ? { ruling } : {}),
      measures: [
        {
          measure: 'dispose',
          allowed: Uint8Array.from(area, (own) => Number(own > 0)),
          cost: Float64Array.from(worked, ({ cost }) => cost),
          benefit: Float64Array.from(worked, ({ benefit }) => benefit),
          taxLost: taxPaid,
          areaLost: area,
          department: 0,
          work: new Float64Array(count).fill(1),
        },
      ],
    },
    periods: quarters.length,
    periodsPerYear: quarters.length,
    discountRate: values.discountRate,
    objective,
    limits: limitsOf(question),
  };
}

function limitsOf(question: DisposalQuestion): Limit[] {
  const all = { kind: 'all' } as const;
  const { target, quarters, fund, cases } = question;
  const last = quarters.length - 1;
  const limits: Limit[] = [
    ...quarters.map((part, index): Limit => {
      const reached = { quantity: 'area', scope: all, through: index, amount: part * target } as const;
      return { id: LIMIT_IDS.quarter(index), kind: 'atLeast', ...reached };
    }),
    ...townshipLimits(question, last),
    ...clusterLimits(question, last),
  ];
  if (fund !== undefined) {
    const spent = { quantity: 'cost', scope: all, from: 0, through: last, amount: fund } as const;
    limits.push({ id: LIMIT_IDS.fund, kind: 'atMost', ...spent });
  }
  for (let index = 0; cases !== undefined && index <= last; index++) {
    const dealt = { quantity: 'count', scope: all, from: index, through: index, amount: cases } as const;
    limits.push({ id: LIMIT_IDS.cases(index), kind: 'atMost', ...dealt });
  }
  return limits;
}

/** What each township is to reach by the last period, may have at most, and its greatest part of what is taken. */
export function townshipLimits(
  { mostShare, floors, caps = [] }: Pick<DisposalQuestion, 'mostShare' | 'floors' | 'caps'>,
  last: number,
): Limit[] {
  return floors.flatMap((floor, index): Limit[] => {
    const code = index + 1;
    const scope = { kind: 'township', code } as const;
    const cap = caps[index] ?? Infinity;
    const own = { quantity: 'area', scope, through: last } as const;
    return [
      ...(floor > 0 ? [{ id: LIMIT_IDS.floor(code), kind: 'atLeast' as const, ...own, amount: floor }] : []),
      ...(cap < Infinity ? [{ id: LIMIT_IDS.cap(code), kind: 'atMost' as const, ...own, from: 0, amount: cap }] : []),
      ...(mostShare < 1 ? [{ id: LIMIT_IDS.share(code), kind: 'shareAtMost' as const, scope, share: mostShare }] : []),
    ];
  });
}

function clusterLimits({ clusters }: DisposalQuestion, last: number): Limit[] {
  if (!clusters) return [];
  const codes = [...new Set(clusters.codes)].filter((code) => code > 0).toSorted((a, b) => a - b);
  return codes.map((code) => {
    const scope = { kind: 'cluster', code } as const;
    const reached = { quantity: 'count', scope, through: last, amount: clusters.least } as const;
    return { id: LIMIT_IDS.cluster(code), kind: 'atLeast', ...reached };
  });
}

/**
 * The share of what is planned for a quarter that is done so many quarters later, where a share `pace` of a year's plan begins in
 * the year: 1 - (1 - pace)^(1 + quarters / 4), an assumption (the model's pace is by year).
 */
export function doneShareByQuarter(pace: number, quarters: number): number[] {
  return Array.from({ length: quarters }, (_, late) => 1 - (1 - pace) ** (1 + late / 4));
}
