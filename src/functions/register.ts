import { functionText } from '../text/functions';
import type { Argument } from './arguments';
import { FunctionFailure } from './failure';
import { mujunTier, mujunTierWhy } from './mujunTier';
import { mujunRenewalWhy, renewalPath } from './renewalPath';
import { FUNCTIONS } from './table';

type Implementation = (...args: [Argument, Argument, Argument, Argument?, Argument?]) => unknown[][];

/** Every function of the table by name. */
export const IMPLEMENTATIONS: Readonly<Record<string, Implementation>> = {
  MUJUN_TIER: mujunTier,
  RENEWAL_PATH: renewalPath,
  MUJUN_TIER_WHY: mujunTierWhy,
  MUJUN_RENEWAL_WHY: mujunRenewalWhy,
};

/** Tells Excel's custom-functions runtime about every function. A refusal becomes #N/A or #VALUE! with its message. */
export function registerFunctions(): void {
  for (const { name, parameters } of FUNCTIONS) {
    const implementation = IMPLEMENTATIONS[name];
    if (!implementation) throw new Error(`no implementation for ${name}`);
    CustomFunctions.associate(name, (...args: Argument[]) => {
      // The runtime appends its invocation object after the last declared argument.
      const [first, second, third, ...rest] = args.slice(0, parameters.length);
      return answering(() => implementation(first, second, third, ...(rest as [Argument?, Argument?])));
    });
  }
}

function answering(answer: () => unknown[][]): unknown[][] {
  try {
    return answer();
  } catch (error) {
    if (error instanceof FunctionFailure) throw new CustomFunctions.Error(codeOf(error), error.message);
    console.error(error);
    const name = error instanceof Error ? error.message : String(error);
    throw new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, functionText('internal', { name }));
  }
}

function codeOf(failure: FunctionFailure): CustomFunctions.ErrorCode {
  return failure.code === 'notAvailable'
    ? CustomFunctions.ErrorCode.notAvailable
    : CustomFunctions.ErrorCode.invalidValue;
}
