import { definedOnly } from '../../engine/column/index';
import { POLICY_NAMES } from '../../engine/report/index';
import { fetchOwnPolicies, fetchReader } from './fetchOwnPolicies';
import { knownPolicy, POLICIES_NAMESPACE } from '../state/ownPolicies';
import { withEdits, withPolicyWork } from '../state/paneState';
import { decisionCells, rangeCells, type RangeCells } from '../model/policy/policyTables';
import type { AcceptedEdits, PolicyWork } from '../state/policyWork';
import { fingerprint, isWhole, reviewOf, reviewWhole, type PolicyRanges } from '../model/policy/review';
import type { PaneContext } from './context';

/** Under this key the workbook keeps which edits of its policy were looked at and taken. */
export const ACCEPTED_KEY = 'mujun.policyEdits';

/** The workbook's two tables as they are now, with what reads them; undefined where it has none. */
export async function rangesOf(context: PaneContext): Promise<PolicyRanges | undefined> {
  const parameters = await rangeNamed(context, POLICY_NAMES.parameters, rangeCells);
  if (!parameters) return undefined;
  await fetchReader();
  const decisions = await rangeNamed(context, POLICY_NAMES.decisions, decisionCells);
  return { parameters, ...definedOnly({ decisions }) };
}

async function rangeNamed(
  { port }: PaneContext,
  name: string,
  cellsOf: typeof rangeCells,
): Promise<RangeCells | undefined> {
  const place = await port.namedCells(name);
  const contents = place && (await port.read(place.sheetId));
  return contents ? cellsOf(contents, place.area) : undefined;
}

/** The sheets that hold the tables. */
export function sheetsOf({ parameters, decisions }: PolicyRanges): string[] {
  return [parameters.sheetId, ...(decisions ? [decisions.sheetId] : [])];
}

/** Takes up the edits that were accepted in an earlier session, if the sheets still say the same. */
export async function takeAcceptedEdits(context: PaneContext): Promise<void> {
  const { store, port } = context;
  const kept = await port.loadSetting(ACCEPTED_KEY);
  const { own } = store.get().policyWork;
  const pack = knownPolicy(own, store.get().policyId ?? '');
  const ranges = pack && (await rangesOf(context));
  if (!pack || !ranges) return;
  const review = isWhole(ranges)
    ? await reviewWhole(ranges, (id) => knownPolicy(own, id), store.get().asOf)
    : reviewOf(pack, ranges, store.get().asOf);
  const accepted = acceptedAgain(review, kept);
  store.update((state) =>
    withPolicyWork(accepted ? withEdits(state, accepted) : state, {
      sheetIds: sheetsOf(ranges),
      edited: !accepted && kept !== undefined,
    }),
  );
}

function acceptedAgain(review: PolicyWork['review'], kept: unknown): AcceptedEdits | undefined {
  const accepted = review?.kind === 'changes' ? review.accepted : undefined;
  return accepted && fingerprint(accepted) === kept ? accepted : undefined;
}

/** Takes up the policies that the workbook keeps; nothing is fetched for a workbook without any. */
export async function takeOwnPolicies(context: PaneContext): Promise<void> {
  const [xml] = await context.port.customXml(POLICIES_NAMESPACE);
  if (xml === undefined) return;
  const { takeKept } = await fetchOwnPolicies();
  takeKept(context, xml);
}
