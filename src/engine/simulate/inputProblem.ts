import type { AssumptionId } from './assumption';
import type { LeverName, LeverProblemCode } from './levers/all';
import type { ParcelColumns } from './parcels';

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
    | 'distribution'
    | 'correlation'
    | 'draws'
    | 'dates';
  readonly field?: AssumptionId | keyof ParcelColumns | 'eligible';
  /** For a missing column: any of these will do. */
  readonly columns?: readonly (keyof ParcelColumns)[];
  readonly lever?: LeverName;
}
