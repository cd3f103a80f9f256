import { functionText } from '../text/functions';
import type { Argument } from './arguments';
import { FunctionFailure } from './failure';
import { mujunAreaBalance } from './mujunAreaBalance';
import { mujunAvg } from './mujunAvg';
import { mujunClause } from './mujunClause';
import { mujunDisposalRate } from './mujunDisposalRate';
import { mujunFarGain, mujunPriceWaived } from './mujunFarGain';
import { mujunGrade, mujunScore } from './mujunGrade';
import { mujunMixCheck } from './mujunMixCheck';
import { mujunQuotaReward } from './mujunQuotaReward';
import { mujunScenario } from './mujunScenario';
import { mujunStdCheck } from './mujunStdCheck';
import { mujunTarget } from './mujunTarget';
import { mujunTaxShare } from './mujunTaxShare';
import { mujunTier, mujunTierWhy } from './mujunTier';
import { mujunToMu } from './mujunToMu';
import { mujunUsccCheck } from './mujunUsccCheck';
import { mujunWaiverOk } from './mujunWaiverOk';
import { mujunRenewalWhy, renewalPath } from './renewalPath';
import { FUNCTIONS } from './table';

type Implementation = (...args: Argument[]) => unknown[][];

/** Every function of the table by name. */
export const IMPLEMENTATIONS: Readonly<Record<string, Implementation>> = {
  MUJUN_TIER: mujunTier,
  RENEWAL_PATH: renewalPath,
  MUJUN_TIER_WHY: mujunTierWhy,
  MUJUN_RENEWAL_WHY: mujunRenewalWhy,
  MUJUN_AVG: mujunAvg,
  MUJUN_TO_MU: mujunToMu,
  MUJUN_DISPOSAL_RATE: mujunDisposalRate,
  MUJUN_FAR_GAIN: mujunFarGain,
  MUJUN_WAIVER_OK: mujunWaiverOk,
  MUJUN_PRICE_WAIVED: mujunPriceWaived,
  MUJUN_CLAUSE: mujunClause,
  MUJUN_USCC_CHECK: mujunUsccCheck,
  MUJUN_GRADE: mujunGrade,
  MUJUN_SCORE: mujunScore,
  MUJUN_TARGET: mujunTarget,
  MUJUN_AREA_BALANCE: mujunAreaBalance,
  MUJUN_MIX_CHECK: mujunMixCheck,
  MUJUN_QUOTA_REWARD: mujunQuotaReward,
  MUJUN_TAX_SHARE: mujunTaxShare,
  MUJUN_STD_CHECK: mujunStdCheck,
  MUJUN_SCENARIO: mujunScenario,
};

/** Tells Excel's custom-functions runtime about every function. A refusal becomes #N/A or #VALUE! with its message. */
export function registerFunctions(): void {
  for (const { name, parameters } of FUNCTIONS) {
    const implementation = IMPLEMENTATIONS[name];
    if (!implementation) throw new Error(`no implementation for ${name}`);
    CustomFunctions.associate(name, (...args: Argument[]) => {
      // The runtime appends its invocation object after the last declared argument.
      const given = args.slice(0, parameters.length);
      return answering(() => implementation(...given));
    });
  }
}

function answering(answer: () => unknown[][]): unknown[][] {
  try {
    return withErrors(answer());
  } catch (error) {
    if (error instanceof FunctionFailure) throw errorOf(error);
    console.error(error);
    const name = error instanceof Error ? error.message : String(error);
    throw new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, functionText('internal', { name }));
  }
}

/** Refusals in cells become errors in cells; an answer that is one refusal is thrown, so that its message is shown. */
function withErrors(answers: unknown[][]): unknown[][] {
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
