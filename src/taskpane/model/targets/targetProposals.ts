import { annualTargets, type AnnualTarget, type Basis } from '../../../engine/policy/index';
import type { AppliedPolicy } from '../../../engine/assess/index';
import type { TargetGround } from '../../../engine/report/index';
import { STANDINGS } from '../../../text/why';
import type { Assessment } from '../verdict/assessment';

/** A target that the policy sets, in 亩 of this ledger's stock, with what it rests on. */
export interface TargetProposal {
  readonly target: AnnualTarget;
  /** 亩: what the document says, or its part of the stock, in whole 亩 upwards. */
  readonly area: number;
  readonly ground: TargetGround;
}

/** What the chosen policy proposes for a stock of so many 亩; yields per 亩 are no area and stand apart. */
export function targetProposals(assessment: Assessment, stock: number): TargetProposal[] {
  return targetsOf(assessment.policy)
    .filter(({ kind }) => kind !== 'taxPerMu')
    .map((target) => ({
      target,
      area: target.kind === 'share' ? Math.ceil(target.value * stock - 1e-9) : target.value,
      ground: groundOfTarget(assessment, target.basis, '年度目标总数'),
    }));
}

/** The yield that the policy sets as a target for the whole ledger, 万元/亩, with its ground; undefined where it sets none. */
export function yieldGoal(
  assessment: Assessment,
): { readonly value: number; readonly ground: TargetGround } | undefined {
  const goal = targetsOf(assessment.policy).find(({ kind, scope }) => kind === 'taxPerMu' && scope === undefined);
  return goal && { value: goal.value, ground: groundOfTarget(assessment, goal.basis, '亩均税收目标') };
}

function targetsOf(policy: AppliedPolicy | undefined): AnnualTarget[] {
  return policy ? annualTargets(policy.pack) : [];
}

/** Document, clause, words and status of a basis, as the sheets and the pane say them. */
export function groundOfTarget({ policy, standing }: Assessment, basis: Basis, gives: string): TargetGround {
  const document = policy ? `《${policy.pack.title}》` : '';
  const status = standing === undefined ? '' : standing === 'noDay' ? '未填基准日' : STANDINGS[standing];
  if (basis.kind === 'cited') {
    const { place, quote } = basis.citation;
    return { document, clause: place, quote, status, gives };
  }
  if (basis.kind === 'reported') {
    return { document: basis.note, clause: '', quote: '', status: `转引：${basis.source}，未见原文`, gives };
  }
  return { document, clause: '', quote: '', status: `假设：${basis.assumption}`, gives };
}

/** A target that no document gives. */
export const OWN_GROUND: TargetGround = {
  document: '领导确定的数',
  clause: '',
  quote: '',
  status: '人工填入',
  gives: '年度目标总数',
};
