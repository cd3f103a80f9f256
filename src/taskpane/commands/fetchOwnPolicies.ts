import { part } from '../part';

/** Fetches what loads, keeps and takes up policies of the workbook's own. Rejects with PartMissing. */
export function fetchOwnPolicies() {
  return part(() => import(/* webpackChunkName: "own-policies" */ './ownPolicyWork'));
}
