import type { AssumptionValues } from '../assumption';
import type { ParcelColumns } from '../parcels';
import type { PreparedParcels } from '../prepareParcels';

/** Rows a lever applies to, 1 or 0; left out means all. */
export type Eligible = Uint8Array;

/** Columns of which a lever cannot do without at least one. */
export type Need = readonly (keyof ParcelColumns)[];

/** What must hold of a lever's numbers, each with the code that says that it does not. */
export type LeverChecks<Code extends string> = readonly (readonly [boolean, Code])[];

/** The years of a scenario. */
export interface Span {
  readonly firstYear: number;
  /** Years after the first. */
  readonly horizon: number;
}

/**
 * A lever (措施) as a value: what it needs of the ledger, when its numbers can be computed, and what it brings about that is a plain sum
 * over parcels. Such parts are said here once, and both the expected and the drawn form take them from here.
 */
export interface Lever<Value, Code extends string> {
  /** The least that can be asked with it. */
  readonly start: Value;
  readonly needs?: (lever: Value) => readonly Need[];
  readonly check: (lever: Value, span: Span) => LeverChecks<Code>;
  /** The rows it is for, where it is not for all; a lever that is for none was meant for some. */
  readonly masks?: (lever: Value) => readonly (Eligible | undefined)[];
  /** Falls due each year for each disposed mu once its new project should be mature, wanYuan: money of the county. */
  readonly dueOnGranted?: (lever: Value, values: AssumptionValues) => number;
  /** What a parcel in use pays a year above the common prices, wanYuan: no money of the county. */
  readonly surcharge?: (lever: Value, parcels: PreparedParcels, row: number) => number;
}

/** A share, both ends included. */
export const isShare = (value: number) => value >= 0 && value <= 1;

/** An amount that can be paid. */
export const isAmount = (value: number) => value >= 0 && Number.isFinite(value);
