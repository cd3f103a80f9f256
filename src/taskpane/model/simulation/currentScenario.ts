import type { PolicyPack } from '../../../engine/policy/index';
import { packHash } from '../../../engine/share/index';
import type { PaneState } from '../../state/paneState';
import type { SavedScenario } from '../../state/simulationState';
import type { Assessment } from '../verdict/assessment';
import { ledgerPrint } from './ledgerPrint';

const HASHES = new WeakMap<PolicyPack, string>();

/** The policy that an assessment rests on, by hash. */
export function policyHashOf({ policy }: Assessment): Pick<SavedScenario, 'policyHash'> {
  if (!policy) return {};
  const policyHash = HASHES.get(policy.pack) ?? packHash(policy.pack).slice(0, 16);
  HASHES.set(policy.pack, policyHash);
  return { policyHash };
}

/** Whether a kept scenario was computed from the ledger and policy as they are now. */
export function isCurrent(saved: SavedScenario, state: PaneState): boolean {
  const { source, policyId, asOf, stale, understanding } = state;
  if (!source || stale || !understanding) return false;
  const { policyHash } = policyHashOf(understanding.assessment);
  if (saved.policyHash !== undefined && saved.policyHash !== policyHash) return false;
  return saved.ledgerHash === ledgerPrint(source) && saved.policyId === policyId && saved.asOf === asOf;
}
