import { allValues, type Call, type FunctionTable } from './call';
import { LOOKUPS } from './lookupFunctions';
import { NUMBERS } from './numberFunctions';
import { TEXTS } from './textFunctions';
import { Failing, isError, isGrid, NoAnswer, single, truthOf, type Scalar, type Value, valuesIn } from './values';

const first = (call: Call): Scalar => single(call.value(0));

/** The value, or the error it ends in. */
function caught(make: () => Value): Value {
  try {
    return make();
  } catch (error) {
    if (error instanceof Failing) return { error: error.code };
    throw error;
  }
}

/** Truths among arguments; texts and blanks in cells do not count. */
function truths(call: Call): boolean[] {
  const found = allValues(call).flatMap((value) =>
    isGrid(value) || value === undefined
      ? [...valuesIn(value)].filter((one) => one !== undefined && typeof one !== 'string').map(truthOf)
      : [truthOf(value)],
  );
  if (found.length === 0) throw new Failing('#VALUE!');
  return found;
}

const test =
  (holds: (value: Scalar) => boolean) =>
  (call: Call): boolean => {
    const value = caught(() => first(call));
    if (isGrid(value)) throw new NoAnswer();
    return holds(value);
  };

const LOGIC: FunctionTable = {
  IF: (call) => {
    if (truthOf(first(call))) return call.given(1) ? call.value(1) : call.count > 1 ? 0 : true;
    return call.given(2) ? call.value(2) : call.count > 2 ? 0 : false;
  },
  IFERROR: (call) => {
    const value = caught(() => first(call));
    return isError(value) ? call.value(1) : value;
  },
  CHOOSE: (call) => {
    const at = Math.floor(Number(first(call)));
    if (!(at >= 1 && at < call.count)) throw new Failing('#VALUE!');
    return call.value(at);
  },
  AND: (call) => truths(call).every(Boolean),
  OR: (call) => truths(call).some(Boolean),
  NOT: (call) => !truthOf(first(call)),
  NA: () => ({ error: '#N/A' }),
  ISNUMBER: test((value) => typeof value === 'number'),
  ISTEXT: test((value) => typeof value === 'string'),
  ISBLANK: test((value) => value === undefined),
  ISERROR: test(isError),
};

/** The functions that our sheets use, and those that ledgers use most; a formula with any other is left to a spreadsheet. */
export const SHEET_FUNCTIONS: FunctionTable = { ...LOGIC, ...NUMBERS, ...TEXTS, ...LOOKUPS };
