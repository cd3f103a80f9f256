import {
  consequences,
  townshipShifts,
  withWrites,
  writesOf,
  type Consequence,
  type MergeChoices,
  type MergeResult,
  type TownshipShift,
} from '../../../engine/share/index';
import { assess, type Assessment } from '../verdict/assessment';
import type { Source } from '../reading/source';

/** What the accepted changes would do to tiers, paths and the townships' sums: the ledger judged again with them in it. */
export function consequencesOf(
  source: Source,
  assessment: Assessment,
  { result, decisions }: { readonly result: MergeResult; readonly decisions: MergeChoices },
): { readonly consequences: readonly Consequence[]; readonly shifts: readonly TownshipShift[] } {
  const writes = writesOf(result.changes, decisions);
  if (writes.length === 0 || !assessment.policy) return { consequences: [], shifts: [] };
  const rows = withWrites(source.rows, writes);
  const after = assess({ ...source, rows }, assessment.whole.headers, assessment.policy);
  const pair = (key: 'tiers' | 'paths') => ({
    ...(assessment[key] ? { before: assessment[key] } : {}),
    ...(after[key] ? { after: after[key] } : {}),
  });
  const given = { tiers: pair('tiers'), paths: pair('paths') };
  return { consequences: consequences(given), shifts: townshipShifts(given) };
}
