import { definedOnly } from '../column/definedOnly';
import type { AssumptionValues } from '../simulate/assumption';
import { townshipLimits } from './disposalProblem';
import {
  disposalWorth,
  renewalWorth,
  upgradeWorth,
  type MeasuredParcel,
  type MeasureWorth,
  type UpgradeTerms,
} from './measureColumns';
import type { AllocationProblem, Limit, MeasureColumns } from './problem';

/** What may be done to a parcel, in the order of the problem's measures. */
export const YEAR_MEASURES = ['dispose', 'renew', 'upgrade'] as const;

export type YearMeasure = (typeof YEAR_MEASURES)[number];

/** A year of the plan: 亩 still to be reached by its end in all, its own money in wanYuan and cases; left out, there is no such limit. */
export interface PlannedYear {
  readonly target: number;
  readonly fund?: number;
  readonly cases?: number;
}

/** Targets over several years, to be met parcel by parcel, each by the measure of its path. Columns as in `DisposalQuestion`. */
export interface YearsQuestion {
  readonly area: Float64Array;
  readonly taxPaid: Float64Array;
  readonly floorArea: Float64Array;
  readonly plannedPlotRatio: Float64Array;
  readonly township: Uint16Array;
  readonly measureOf: readonly YearMeasure[];
  readonly years: readonly PlannedYear[];
  readonly mostShare: number;
  /** 亩 of each township at least and at most by the last year's end, by code less 1. */
  readonly floors: readonly number[];
  readonly caps: readonly number[];
  readonly unit?: Uint32Array;
  /** The first year of each parcel, from 0: 试点, 1+N, 全域. */
  readonly earliest?: Uint8Array;
  readonly ruling?: Uint8Array;
  readonly upgrade: UpgradeTerms;
  readonly objective: AllocationProblem['objective'];
  readonly values: AssumptionValues;
}

/** Ids of the years' limits, by which a conflict is told; townships' are those of `LIMIT_IDS`. */
export const YEAR_LIMIT_IDS = {
  year: (index: number) => `year:${String(index)}`,
  fund: (index: number) => `yearFund:${String(index)}`,
  cases: (index: number) => `yearCases:${String(index)}`,
} as const;

/**
 * The problem of several years: a period a year, cumulative targets, each year's money and cases, phases of the townships. Parcels of
 * one renewal unit are open to every measure that one of them has, since a unit is dealt with by one.
 */
export function yearsProblem(question: YearsQuestion): AllocationProblem {
  const { area, taxPaid, township, unit, earliest, ruling, years, values, objective } = question;
  return {
    parcels: {
      count: area.length,
      area,
      taxPaid,
      township,
      ...definedOnly({ unit, earliest, ruling }),
      measures: YEAR_MEASURES.map((measure, index) => columnsOf(question, measure, index)),
    },
    periods: years.length,
    periodsPerYear: 1,
    discountRate: values.discountRate,
    objective,
    limits: [...years.flatMap(yearLimits), ...townshipLimits(question, years.length - 1)],
  };
}

function columnsOf(question: YearsQuestion, measure: YearMeasure, department: number): MeasureColumns {
  const { area, taxPaid } = question;
  const worth = Array.from(area, (_, parcel) => worthOf(question, measure, parcel));
  const leaves = measure === 'dispose';
  return {
    measure,
    allowed: openTo(question, measure),
    cost: Float64Array.from(worth, ({ cost }) => cost),
    benefit: Float64Array.from(worth, ({ benefit }) => benefit),
    taxLost: leaves ? taxPaid : new Float64Array(area.length),
    areaLost: leaves ? area : new Float64Array(area.length),
    department,
    work: new Float64Array(area.length).fill(1),
  };
}

function worthOf(question: YearsQuestion, measure: YearMeasure, at: number): MeasureWorth {
  const { values, upgrade } = question;
  const parcel: MeasuredParcel = {
    area: question.area[at] ?? NaN,
    tax: question.taxPaid[at] ?? NaN,
    floors: question.floorArea[at] ?? NaN,
    planned: question.plannedPlotRatio[at] ?? NaN,
  };
  if (measure === 'dispose') return disposalWorth(parcel, values);
  return measure === 'renew' ? renewalWorth(parcel, values) : upgradeWorth(parcel, upgrade, values);
}

/** 1 where the measure is that of the parcel, or of another one of its renewal unit. */
function openTo({ area, unit, measureOf }: YearsQuestion, measure: YearMeasure): Uint8Array {
  const units = new Set(measureOf.flatMap((own, parcel) => (own === measure ? [unit?.[parcel] ?? 0] : [])));
  units.delete(0);
  return Uint8Array.from(area, (own, parcel) =>
    Number(own > 0 && (measureOf[parcel] === measure || units.has(unit?.[parcel] ?? 0))),
  );
}

function yearLimits({ target, fund, cases }: PlannedYear, index: number): Limit[] {
  const scope = { kind: 'all' } as const;
  const own = { kind: 'atMost', scope, from: index, through: index } as const;
  return [
    { id: YEAR_LIMIT_IDS.year(index), kind: 'atLeast', quantity: 'area', scope, through: index, amount: target },
    ...(fund === undefined
      ? []
      : [{ ...own, id: YEAR_LIMIT_IDS.fund(index), quantity: 'cost' as const, amount: fund }]),
    ...(cases === undefined
      ? []
      : [{ ...own, id: YEAR_LIMIT_IDS.cases(index), quantity: 'count' as const, amount: cases }]),
  ];
}

/** The share of what is planned for a year that is done so many years later, at a pace: 1 - (1 - pace)^(1 + years). */
export function doneShareByYear(pace: number, years: number): number[] {
  return Array.from({ length: years }, (_, late) => 1 - (1 - pace) ** (1 + late));
}
