import { waiverBases, type WaiverBasis } from '../../../engine/simulate/index';
import type { Assessment } from '../verdict/assessment';

/** Finds the text a waiver is to rest on among those that the policy in use offers. */
export function basisReader({ policy }: Assessment): (packId: string | undefined) => WaiverBasis | undefined {
  const bases = policy ? waiverBases(policy.pack) : [];
  return (packId) => bases.find((basis) => basis.packId === packId);
}
