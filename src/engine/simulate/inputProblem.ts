import type { AssumptionId } from './assumption';
import type { LeverName } from './leverNeeds';
import type { ParcelColumns } from './scenario';

/** A code that concerns a lever. */
export type LeverProblemCode =
  | 'plotRatioTarget'
  | 'plotRatioFactor'
  | 'parkBalance'
  | 'mixedShare'
  | 'waivedShare'
  | 'disposalShare'
  | 'disposalYear'
  | 'disposalSchedule'
  | 'disposalFund'
  | 'disposalClasses'
  | 'upgradeUplift'
  | 'upgradeYears'
  | 'upgradeResponse'
  | 'upgradeCost'
  | 'priceRates'
  | 'standardLand'
  | 'newLandQuota'
  | 'taxSharing'
  | 'landFund'
  | 'nothingEligible';

/** What is wrong with an input, by code, with the columns, the assumption or the lever it concerns. */
export interface InputProblem {
  readonly code:
    | LeverProblemCode
    | 'columnLength'
    | 'columnMissing'
    | 'tooManyRows'
    | 'groupCode'
    | 'assumptionOutOfRange'
    | 'firstDay'
    | 'tierLines'
    | 'gradeQuota'
    | 'distribution'
    | 'correlation'
    | 'draws'
    | 'dates';
  readonly field?: AssumptionId | keyof ParcelColumns | 'eligible';
  /** For a missing column: any of these will do. */
  readonly columns?: readonly (keyof ParcelColumns)[];
  readonly lever?: LeverName;
}
