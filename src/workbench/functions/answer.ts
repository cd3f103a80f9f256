import {
  ArrayValueObject,
  BooleanValueObject,
  ErrorValueObject,
  NumberValueObject,
  StringValueObject,
  type BaseFunction,
  type BaseValueObject,
} from '@univerjs/engine-formula';
import { isErrorText, type OfficeValue } from '../book/value';

/** One call of a custom function; arguments are JSON. */
export interface FunctionCall {
  readonly name: string;
  readonly args: readonly unknown[];
  readonly address: string | null;
  /** Error cells among the arguments are handed over as they are. */
  readonly allowErrors: boolean;
}

/** What came back: a value, a grid of values, or an error, perhaps with a message for a person. */
export type Answer =
  | { readonly value: OfficeValue | null | readonly (readonly (OfficeValue | null)[])[] }
  | {
      readonly error: string;
      readonly message?: string;
      /** The function itself broke down, so another try may succeed. */
      readonly broke?: true;
    };

/** Sends one batch; calls back for every call, exactly once. */
export type Invoke = (calls: readonly FunctionCall[], answered: (index: number, answer: Answer) => void) => void;

/** What a function of the grid may return. */
export type GridValue = ReturnType<BaseFunction['calculate']>;

/** The answer as the grid's own value. */
export function gridValue(answer: Answer): GridValue {
  if ('error' in answer) return ErrorValueObject.create(answer.error as never);
  const { value } = answer;
  if (value === null || typeof value !== 'object') return scalarValue(value);
  const width = Math.max(0, ...value.map((row) => row.length));
  if (value.length === 1 && width === 1) return scalarValue(value[0]?.[0] ?? null);
  if (width === 0) return ErrorValueObject.create('#CALC!' as never);
  return ArrayValueObject.create({
    calculateValueList: value.map((row) => Array.from({ length: width }, (_, c) => scalarValue(row[c] ?? null))),
    rowCount: value.length,
    columnCount: width,
    unitId: '',
    sheetId: '',
    row: -1,
    column: -1,
  });
}

/** A returned null shows as 0, as in Excel. */
function scalarValue(value: OfficeValue | null): BaseValueObject {
  if (typeof value === 'number') return NumberValueObject.create(value);
  if (typeof value === 'boolean') return BooleanValueObject.create(value);
  if (value === null) return NumberValueObject.create(0);
  return isErrorText(value) ? ErrorValueObject.create(value as never) : StringValueObject.create(value);
}
