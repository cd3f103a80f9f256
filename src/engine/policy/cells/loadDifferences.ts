import type { PolicyPack } from '../pack';
import type { WholeDifference } from './wholeDifferences';

/** How a policy differs from another, cell by cell; fetched when a whole policy is read back. */
export async function loadDifferences(before: PolicyPack, after: PolicyPack): Promise<WholeDifference[]> {
  const { wholeDifferences } = await import(/* webpackChunkName: "reading" */ './wholeDifferences');
  return wholeDifferences(before, after);
}
