import type { PolicyPack } from '../../engine/policy/index';
import { fingerprint, isWhole, packOfTable, reviewOf, reviewWhole, type PolicyRanges } from '../model/policy/review';
import { fetchOwnPolicies } from './fetchOwnPolicies';
import { knownPolicy, withOwnPolicy } from '../state/ownPolicies';
import { withEdits, withPolicy, withPolicyWork } from '../state/paneState';
import type { AcceptedEdits, Review } from '../state/policyWork';
import { message, tell, type PaneContext } from './context';
import { ACCEPTED_KEY, rangesOf, sheetsOf } from './policyRanges';
import { understand } from './understand';

/** Reads the workbook's own policy back. `asWritten`: it was just written, and holds nothing new. */
export async function readBack(context: PaneContext, { asWritten = false } = {}): Promise<void> {
  const { store } = context;
  const ranges = await rangesOf(context);
  const { policyId = '', policyWork } = store.get();
  const pack = knownPolicy(policyWork.own, policyId);
  if (!ranges || !pack) {
    tell(context, message('warning', 'noPolicySheets'));
    return;
  }
  const review = isWhole(ranges) ? await wholeIn(context, ranges) : tablesIn(context, ranges, pack);
  if (!review) return;
  store.update((state) => withPolicyWork(state, { review, sheetIds: sheetsOf(ranges), edited: false }));
  if (review.kind === 'broken') tell(context, message('warning', 'editsBroken', { count: review.problems.length }));
  else if (review.accepted.differences.length > 0) return;
  else if (isWhole(ranges)) await putInForce(context, review.accepted);
  if (!asWritten && review.kind === 'changes') tell(context, message('info', 'editsNone'));
}

function tablesIn(context: PaneContext, ranges: PolicyRanges, pack: PolicyPack): Review | undefined {
  const own = packOfTable(ranges);
  if (!own || own.id === pack.id) return reviewOf(pack, ranges, context.store.get().asOf);
  tell(context, message('warning', 'policySheetsOfOther', { own: own.short, chosen: pack.short }));
  return undefined;
}

/** A whole policy that is neither built in nor loaded is one of this workbook from now on. */
async function wholeIn(context: PaneContext, ranges: PolicyRanges): Promise<Review | undefined> {
  const { own } = context.store.get().policyWork;
  const review = await reviewWhole(ranges, (id) => knownPolicy(own, id), context.store.get().asOf);
  if (review.kind === 'broken') return review;
  const { edits, packId } = review.accepted;
  const known = knownPolicy(own, packId);
  if (known?.id === context.store.get().policyId) return review;
  if (known) {
    const chosen = knownPolicy(own, context.store.get().policyId ?? '')?.short ?? '';
    tell(context, message('warning', 'policySheetsOfOther', { own: known.short, chosen }));
    return undefined;
  }
  const { keepPolicies } = await fetchOwnPolicies();
  await keepPolicies(context, withOwnPolicy(own, { pack: edits.pack, kept: { cells: ranges.parameters.cells } }));
  await understand(context, (state) => withPolicy(state, { id: packId, asOf: state.asOf }));
  tell(context, message('info', 'wholePolicyNew', { policy: edits.pack.short }));
  await putInForce(context, review.accepted);
  return undefined;
}

/** Puts the edits that were looked at in force. */
export async function acceptReview(context: PaneContext): Promise<void> {
  const { store } = context;
  const { review } = store.get().policyWork;
  if (review?.kind !== 'changes') return;
  const { accepted } = review;
  if (!(await putInForce(context, accepted))) return;
  tell(context, message('success', 'editsAccepted', { count: accepted.differences.length }));
}

async function putInForce(context: PaneContext, accepted: AcceptedEdits): Promise<boolean> {
  if (!(await understand(context, (state) => withEdits(state, accepted)))) return false;
  await context.port.saveSetting(ACCEPTED_KEY, fingerprint(accepted));
  return true;
}
