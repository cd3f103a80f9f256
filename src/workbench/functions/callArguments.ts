import type { Nullable } from '@univerjs/core';
import {
  ArrayValueObject,
  ErrorValueObject,
  type BaseReferenceObject,
  type BaseValueObject,
  type FunctionVariantType,
} from '@univerjs/engine-formula';
import { BUSY, isErrorText, type OfficeValue } from '../book/value';
import type { FunctionMetadata, FunctionParameter } from './metadata';
import { referenceValues } from './referenceValues';

/** How a blank argument cell arrives: desktop Excel gives 0, Excel on the web null, older builds ''. */
export type Blank = 0 | null | '';

/** The arguments as JSON, or the error that answers instead of the function. */
export type CallArguments = { readonly args: readonly unknown[] } | { readonly error: string };

interface Manner {
  readonly blank: Blank;
  /** Hand error cells over instead of answering with them. */
  readonly keepErrors: boolean;
}

/** Stops reading at the first error that answers for the function. */
class ArgumentError extends Error {
  constructor(readonly value: string) {
    super(value);
  }
}

/** Turns the grid's argument objects into what Excel would hand to the function, omitted ones included as null. */
export function callArguments(
  metadata: FunctionMetadata,
  variants: readonly FunctionVariantType[],
  blank: Blank,
): CallArguments {
  const manner = { blank, keepErrors: metadata.allowErrorForDataTypeAny === true };
  try {
    return { args: metadata.parameters.map((parameter, index) => argument(parameter, variants[index], manner)) };
  } catch (error) {
    if (error instanceof ArgumentError) return { error: error.value };
    throw error;
  }
}

function argument(parameter: FunctionParameter, variant: FunctionVariantType | undefined, manner: Manner): unknown {
  if (variant === undefined) return null;
  const grid = gridOf(variant);
  if (grid === null) throw new ArgumentError('#VALUE!');
  const cells = grid.map((row) => row.map((value) => cellArgument(value, manner)));
  if (parameter.dimensionality === 'matrix') return cells;
  if (cells.length !== 1 || cells[0]?.length !== 1) throw new ArgumentError('#VALUE!');
  return cells[0][0];
}

/** The argument's cells; blank ones are null. */
function gridOf(variant: FunctionVariantType): (OfficeValue | null)[][] | null {
  if (variant.isReferenceObject()) return referenceValues(variant as BaseReferenceObject);
  const value = variant as BaseValueObject;
  if (!(value instanceof ArrayValueObject)) return [[scalar(value)]];
  const width = value.getColumnCount();
  return value.getArrayValue().map((row) => Array.from({ length: width }, (_, column) => scalar(row[column])));
}

function scalar(value: Nullable<BaseValueObject>): OfficeValue | null {
  return !value || value.isNull() ? null : value.getValue();
}

/** A cell that is still being evaluated always answers #BUSY!, whatever the function does with errors. */
function cellArgument(value: OfficeValue | null, { blank, keepErrors }: Manner): unknown {
  if (value === null) return blank;
  if (typeof value !== 'string' || !value.startsWith('#') || !isErrorText(value)) return value;
  if (value === BUSY || !keepErrors) throw new ArgumentError(value);
  // The runtime makes a CustomFunctions.Error of this code out of it.
  return { type: 'CustomFunctionError', code: value };
}

/** The error as the grid's own value. */
export function errorValue(text: string): ErrorValueObject {
  return ErrorValueObject.create(text as never);
}
