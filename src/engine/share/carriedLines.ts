import type { AppliedPolicy } from '../assess/context';
import { townshipMeans } from '../assess/townshipMeans';
import type { Ledger } from '../ledger/readLedger';

/**
 * The policy with the home ledger's 产出线 written down for every township: a township's copy holds only its own rows, and a mean
 * taken there must not differ from the one at home. Lines that were set stay.
 */
export function withCarriedLines(policy: AppliedPolicy, cohort: Ledger): AppliedPolicy {
  const needsLines = policy.pack.fields.some(({ derive }) => derive === 'outputLevel');
  if (!needsLines || policy.outputLines.has('')) return policy;
  const means = [...townshipMeans(cohort)].map(([township, { taxPerMu }]) => [township, taxPerMu] as const);
  return { ...policy, outputLines: new Map([...means, ...policy.outputLines]) };
}
