import type { Argument } from './arguments';
import type { CustomFunction } from './customFunction';
import { mujunAreaBalance } from './mujunAreaBalance';
import { mujunAvg } from './mujunAvg';
import { mujunClause } from './mujunClause';
import { mujunDisposalRate } from './mujunDisposalRate';
import { mujunFarGain } from './mujunFarGain';
import { mujunGrade } from './mujunGrade';
import { mujunMeasure } from './mujunMeasure';
import { mujunMixCheck } from './mujunMixCheck';
import { mujunPriceWaived } from './mujunPriceWaived';
import { mujunQuotaReward } from './mujunQuotaReward';
import { mujunRenewalWhy } from './mujunRenewalWhy';
import { mujunScenario } from './mujunScenario';
import { mujunScore } from './mujunScore';
import { mujunStdCheck } from './mujunStdCheck';
import { mujunTarget } from './mujunTarget';
import { mujunTaxShare } from './mujunTaxShare';
import { mujunTier } from './mujunTier';
import { mujunTierWhy } from './mujunTierWhy';
import { mujunToMu } from './mujunToMu';
import { mujunUsccCheck } from './mujunUsccCheck';
import { mujunWaiverOk } from './mujunWaiverOk';
import { renewalPath } from './renewalPath';

/** The functions of this version, in the order in which Excel lists them. Frozen: they live in officials' workbooks. */
export const FUNCTIONS: readonly CustomFunction[] = [
  mujunTier,
  renewalPath,
  mujunTierWhy,
  mujunRenewalWhy,
  mujunAvg,
  mujunToMu,
  mujunDisposalRate,
  mujunFarGain,
  mujunWaiverOk,
  mujunPriceWaived,
  mujunClause,
  mujunUsccCheck,
  mujunGrade,
  mujunScore,
  mujunTarget,
  mujunAreaBalance,
  mujunMixCheck,
  mujunQuotaReward,
  mujunTaxShare,
  mujunStdCheck,
  mujunScenario,
  mujunMeasure,
];

/** Answers a function of ours here, as Excel would have it answered. */
export function answerHere(name: string, given: readonly Argument[]): ReturnType<CustomFunction['answer']> {
  const called = FUNCTIONS.find((one) => one.name === name);
  if (!called) throw new Error(`no function ${name}`);
  return called.answer(...given);
}
