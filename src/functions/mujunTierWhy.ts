import type { Cell } from '../engine/ledger/index';
import { DEFAULT_UNITS } from '../text/functions';
import type { Argument } from './arguments';
import { policyOf } from './policyArgument';
import { judgedPairs, pairsOf } from './tierPairs';
import { whyRows } from './whyRows';
import type { CustomFunction } from './customFunction';
import { TAX, AREA, AS_OF, GROUP, POLICY_ARGUMENT, WHY_SHAPE } from './parameters';

/** MUJUN_TIER_WHY: reason, 万元 to the next line, clause and status of each pair, one row each, left to right. */
export const mujunTierWhy = {
  name: 'MUJUN_TIER_WHY',
  help: { zh: '档位的理由、距下一档的税收、条款和政策状态', en: 'Why the tier: reason, distance, clause, status' },
  shape: WHY_SHAPE,
  parameters: [TAX, AREA, POLICY_ARGUMENT, GROUP, AS_OF],
  answer(tax: Argument, area: Argument, policy: Argument, group?: Argument, asOf?: Argument): Cell[][] {
    const pairs = pairsOf(tax, area, group);
    const judgement = judgedPairs(pairs, policyOf(policy, asOf));
    const { tierNote } = judgement.context.policy.pack;
    return whyRows(judgement, [DEFAULT_UNITS, ...(tierNote === undefined ? [] : [tierNote])]);
  },
} satisfies CustomFunction;
