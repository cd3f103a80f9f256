import { verdictAt, type Judgement } from '../engine/assess/index';
import { unresolvedText, ZERO_TAX } from '../text/functions';
import type { Argument } from './arguments';
import { inRows } from './broadcast';
import { policyOf } from './policyArgument';
import { judgedPairs, pairsOf } from './tierPairs';
import type { CustomFunction } from './customFunction';
import { TAX, AREA, AS_OF, GROUP, POLICY_ARGUMENT } from './parameters';

/**
 * MUJUN_TIER: the tier of each pair of tax (万元) and area (亩), in the shape of `tax` without trailing blank rows.
 * Missing data is the text 待核实：缺 …; #N/A without a policy or where the document has no tiers; #VALUE! for sizes that differ.
 */
export const mujunTier = {
  name: 'MUJUN_TIER',
  help: { zh: '按亩均税收判定档位；可一次判定整列', en: 'Tier by tax per mu, element by element; spills' },
  shape: { zh: '与税收同样大小', en: 'the size of tax' },
  parameters: [TAX, AREA, POLICY_ARGUMENT, GROUP, AS_OF],
  answer(tax: Argument, area: Argument, policy: Argument, group?: Argument, asOf?: Argument): string[][] {
    const pairs = pairsOf(tax, area, group);
    const judgement = judgedPairs(pairs, policyOf(policy, asOf));
    return inRows(
      pairs.cells.map((_, index) => tierText(judgement, index)),
      pairs.width,
    );
  },
} satisfies CustomFunction;

function tierText(judgement: Judgement, row: number): string {
  const verdict = verdictAt(judgement, row);
  if (verdict.kind === 'notData') return '';
  if (verdict.kind === 'answer') return verdict.answer;
  const findings = judgement.findingsAt.get(row) ?? [];
  const zero = verdict.missing.length === 1 && findings.some((finding) => finding.code === 'zeroTax');
  return zero ? ZERO_TAX : unresolvedText(verdict.missing);
}
