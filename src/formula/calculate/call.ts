import type { Area } from '../../sheet/area';
import type { Node } from './parse';
import type { Scalar, Value } from './values';

/** What a formula may look at. */
export interface Surroundings {
  /** The cell the formula stands in. */
  readonly row: number;
  readonly column: number;
  /** The value of a cell; of the formula's own sheet where none is named. Throws NoAnswer where it cannot be known. */
  valueAt(sheet: string | undefined, row: number, column: number): Scalar;
  /** The cells of a sheet that are in use: the rest is blank. */
  inUse(sheet: string | undefined): Area;
  /** Told how many cells are about to be looked at; throws NoAnswer when it has become too many. */
  spend(cells: number): void;
}

/** A call of a function: its arguments are worked out only when they are asked for. */
export interface Call {
  readonly count: number;
  readonly around: Surroundings;
  given(index: number): boolean;
  node(index: number): Node | undefined;
  value(index: number): Value;
}

/** What a function of a spreadsheet makes of its arguments. */
export type SheetFunction = (call: Call) => Value;
export type FunctionTable = Readonly<Record<string, SheetFunction>>;

/** Every argument's value. */
export function allValues(call: Call): Value[] {
  return Array.from({ length: call.count }, (_, index) => call.value(index));
}
