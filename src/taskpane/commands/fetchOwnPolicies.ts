import { fetchReading } from '../../engine/policy/index';
import { part } from '../part';

/** Fetches what loads, keeps and takes up policies of the workbook's own. Rejects with PartMissing. */
export async function fetchOwnPolicies() {
  await fetchReader();
  return part(() => import(/* webpackChunkName: "reading" */ './ownPolicyWork'));
}

/** Fetches what reads policies that do not ship and rules that people type. Rejects with PartMissing. */
export function fetchReader(): Promise<void> {
  return part(fetchReading);
}
