import { fetchReading } from '../engine/policy/index';
import { ReaderMissing } from '../engine/rule/index';
import { functionText } from '../text/functions';
import { FUNCTIONS } from './all';
import type { Argument } from './arguments';
import { FunctionFailure } from './failure';

let answered = 0;

/** How many calls have been answered here: only that proves that Excel knows the functions. */
export const answeredCalls = (): number => answered;

/** Tells Excel's custom-functions runtime about every function. A refusal becomes #N/A or #VALUE! with its message. */
export function registerFunctions(): void {
  for (const { name, parameters, answer } of FUNCTIONS) {
    CustomFunctions.associate(name, (...args: Argument[]) => {
      // The runtime appends its invocation object after the last declared argument.
      const given = args.slice(0, parameters.length);
      answered += 1;
      return answering(() => answer(...given));
    });
  }
}

type Answer = () => readonly (readonly unknown[])[];

/** At once, but for the first formula with a rule that a person typed: what reads it is fetched before. */
function answering(answer: Answer, isReaderHere = false): unknown[][] | Promise<unknown[][]> {
  try {
    return withErrors(answer());
  } catch (error) {
    if (error instanceof ReaderMissing && !isReaderHere) return answeringLater(answer);
    if (error instanceof FunctionFailure) throw errorOf(error);
    console.error(error);
    const name = error instanceof Error ? error.message : String(error);
    throw new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, functionText('internal', { name }));
  }
}

async function answeringLater(answer: Answer): Promise<unknown[][]> {
  try {
    await fetchReading();
  } catch {
    throw new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, functionText('readerMissing', {}));
  }
  return answering(answer, true);
}

/** Refusals in cells become errors in cells; an answer that is one refusal is thrown, so that its message is shown. */
function withErrors(answers: readonly (readonly unknown[])[]): unknown[][] {
  const [only] = answers.length === 1 && answers[0]?.length === 1 ? answers[0] : [];
  if (only instanceof FunctionFailure) throw only;
  return answers.map((row) => row.map((cell) => (cell instanceof FunctionFailure ? errorOf(cell) : cell)));
}

function errorOf(failure: FunctionFailure): CustomFunctions.Error {
  return new CustomFunctions.Error(codeOf(failure), failure.message);
}

function codeOf(failure: FunctionFailure): CustomFunctions.ErrorCode {
  return failure.code === 'notAvailable'
    ? CustomFunctions.ErrorCode.notAvailable
    : CustomFunctions.ErrorCode.invalidValue;
}
