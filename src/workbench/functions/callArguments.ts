import type { Nullable } from '@univerjs/core';
import { ErrorValueObject, type ArrayValueObject, type BaseValueObject } from '@univerjs/engine-formula';
import { BUSY } from '../book/value';
import type { FunctionMetadata, FunctionParameter } from './metadata';

/** How a blank argument cell arrives: desktop Excel gives 0, Excel on the web null, older builds ''. */
export type Blank = 0 | null | '';

/** The arguments as JSON, or the error that answers instead of the function. */
export type CallArguments = { readonly args: readonly unknown[] } | { readonly error: ErrorValueObject };

const VALUE_ERROR = '#VALUE!';

/** Turns the grid's argument objects into what Excel would hand to the function, omitted ones included as null. */
export function callArguments(
  metadata: FunctionMetadata,
  variants: readonly BaseValueObject[],
  blank: Blank,
): CallArguments {
  const args: unknown[] = [];
  const keepErrors = metadata.allowErrorForDataTypeAny === true;
  for (const [index, parameter] of metadata.parameters.entries()) {
    const variant = variants[index];
    const value = variant === undefined ? null : argument(parameter, variant, { blank, keepErrors });
    if (value instanceof ErrorValueObject) return { error: value };
    args.push(value);
  }
  return { args };
}

interface Manner {
  readonly blank: Blank;
  readonly keepErrors: boolean;
}

function argument(parameter: FunctionParameter, variant: BaseValueObject, manner: Manner): unknown {
  const matrix = parameter.dimensionality === 'matrix';
  if (!variant.isArray()) {
    const value = scalar(variant, manner);
    return matrix && !(value instanceof ErrorValueObject) ? [[value]] : value;
  }
  const grid = matrixOf(variant as ArrayValueObject, manner);
  if (grid instanceof ErrorValueObject || matrix) return grid;
  if (grid.length !== 1 || grid[0]?.length !== 1) return ErrorValueObject.create(VALUE_ERROR as never);
  return grid[0][0];
}

function matrixOf(array: ArrayValueObject, manner: Manner): unknown[][] | ErrorValueObject {
  const rows = array.getArrayValue();
  const width = array.getColumnCount();
  const grid: unknown[][] = [];
  for (const row of rows) {
    const line: unknown[] = [];
    for (let column = 0; column < width; column++) {
      const value = scalar(row[column], manner);
      if (value instanceof ErrorValueObject) return value;
      line.push(value);
    }
    grid.push(line);
  }
  return grid;
}

/** A cell that is still being evaluated always answers #BUSY!, whatever the function does with errors. */
function scalar(value: Nullable<BaseValueObject>, { blank, keepErrors }: Manner): unknown {
  if (!value || value.isNull()) return blank;
  if (!value.isError()) return value.getValue();
  const text = String(value.getValue());
  return keepErrors && text !== BUSY ? errorCell(text) : value;
}

/** An error cell as the runtime takes it: it becomes a CustomFunctions.Error of that code. */
function errorCell(text: string): object {
  return { type: 'CustomFunctionError', code: text };
}
