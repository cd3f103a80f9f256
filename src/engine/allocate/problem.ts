/** What may be done to a parcel, with columns by parcel. Work is in cases, money in wanYuan. */
export interface MeasureColumns {
  readonly measure: 'dispose' | 'renew' | 'upgrade';
  /** 1 where the measure is open to the parcel. */
  readonly allowed: Uint8Array;
  /** Public money spent in the year it is done. NaN: unknown, and the measure is not offered for the parcel. */
  readonly cost: Float64Array;
  /** Present value, seen from the year it is done, of what the public purse gains by it, cost not taken off. */
  readonly benefit: Float64Array;
  /** Tax a year that the stock loses (negative: gains) and land that leaves it, for targets of tax per mu. */
  readonly taxLost: Float64Array;
  readonly areaLost: Float64Array;
  /** Which department does it, and how many of its cases it takes. */
  readonly department: number;
  readonly work: Float64Array;
}

/** The parcels that may be taken, one row each; area in mu. Code 0 is none. */
export interface AllocationParcels {
  readonly count: number;
  readonly area: Float64Array;
  readonly taxPaid: Float64Array;
  readonly township: Uint16Array;
  readonly cluster?: Uint16Array;
  /** Parcels of one renewal unit are taken together, by one measure, in one period; 0 stands alone. */
  readonly unit?: Uint32Array;
  /** 1: must be taken. 2: must not. */
  readonly ruling?: Uint8Array;
  /** The first period in which it may be taken (phases: 试点, 1+N, 全域). */
  readonly earliest?: Uint8Array;
  readonly measures: readonly MeasureColumns[];
}

/** The whole county, or one of its parts by code. */
export type Scope = { readonly kind: 'all' } | { readonly kind: 'township' | 'cluster'; readonly code: number };

/** Amounts in mu, cases, or wanYuan; periods count from 0, both ends included. */
export type Limit =
  | AtLeast
  | AtMost
  | { readonly id: string; readonly kind: 'shareAtMost'; readonly scope: Scope; readonly share: number }
  | TaxPerMuAtLeast;

/** A target: so much area, or so many parcels, from the first period through one. */
export interface AtLeast {
  readonly id: string;
  readonly kind: 'atLeast';
  readonly quantity: 'area' | 'count';
  readonly scope: Scope;
  readonly through: number;
  readonly amount: number;
  /**
   * Work slips: the share of what is planned for a period that is expected to be done so many periods later (the last one holds for
   * all later ones). Left out, everything is done when planned.
   */
  readonly doneShare?: readonly number[];
}

/** The share expected to be done by a period of what is planned for an earlier or the same one. */
export function doneBy({ doneShare, through }: Pick<AtLeast, 'doneShare' | 'through'>, period: number): number {
  if (period > through) return 0;
  return doneShare ? (doneShare[Math.min(through - period, doneShare.length - 1)] ?? 0) : 1;
}

/** A fund, a department's capacity, or a township's cap. */
export interface AtMost {
  readonly id: string;
  readonly kind: 'atMost';
  readonly quantity: 'area' | 'count' | 'cost' | 'work';
  readonly scope: Scope;
  readonly from: number;
  readonly through: number;
  readonly amount: number;
  readonly department?: number;
}

/** Tax of what is left, over its area, from the stock of the scope: wanYuan a mu. */
export interface TaxPerMuAtLeast {
  readonly id: string;
  readonly kind: 'taxPerMuAtLeast';
  readonly scope: Scope;
  readonly through: number;
  readonly line: number;
  /** Tax and area of all land of the scope, parcels that may not be taken included. */
  readonly stock: { readonly tax: number; readonly area: number };
}

/** Which parcels to take when, so that all limits hold, at least cost or for most net benefit. */
export interface AllocationProblem {
  readonly parcels: AllocationParcels;
  readonly periods: number;
  readonly periodsPerYear: number;
  readonly objective: 'leastCost' | 'mostNetBenefit';
  /** A year's discount on money of later years, 0.05 for 5 %. */
  readonly discountRate: number;
  readonly limits: readonly Limit[];
}

/** What is done to each parcel: the place of its measure in the problem, and the period; -1 is nothing. */
export interface Allocation {
  readonly measure: Int8Array;
  readonly period: Int16Array;
}

/** The year a period belongs to, counted from 0. */
export function yearOfPeriod(period: number, { periodsPerYear }: Pick<AllocationProblem, 'periodsPerYear'>): number {
  return Math.floor(period / periodsPerYear);
}
