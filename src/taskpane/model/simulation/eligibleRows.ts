import { textAt } from '../../../engine/column/index';
import { type ParcelColumns, rowsByRule, type RuledRows } from '../../../engine/simulate/index';
import { vocabularyOf } from '../../../engine/policy/index';
import type { Assessment } from '../verdict/assessment';
import { groupWords } from './parcelColumns';
import type { Who } from '../../levers/who';

/** The parcels a lever applies to; undefined where it is all of them. A rule that cannot be read takes none. */
export function eligibleRows(assessment: Assessment, parcels: ParcelColumns, who: Who): Uint8Array | undefined {
  if (who === 'all') return undefined;
  if (who === 'inefficient') return Uint8Array.from(parcels.inefficient ?? [], (flag) => (flag === 1 ? 1 : 0));
  if ('rule' in who) {
    const ruled = ruledRows(assessment, who.rule);
    const { dataRows } = assessment;
    return Uint8Array.from(dataRows, (row) => (ruled?.kind === 'rows' ? (ruled.holds[row] ?? 0) : 0));
  }
  if (who.dimension === 'aboveScale') {
    const { dataRows, whole } = assessment;
    return Uint8Array.from(dataRows, (row) => (textAt(whole, 'aboveScale', row) === who.word ? 1 : 0));
  }
  const code = groupWords(assessment, who.dimension).indexOf(who.word);
  return Uint8Array.from(parcels[who.dimension] ?? [], (of) => (code > 0 && of === code ? 1 : 0));
}

/** Which rows a rule takes, over the readings of the policy; undefined where the ledger is not judged. */
export function ruledRows({ tiers, paths }: Assessment, rule: string): RuledRows | undefined {
  const judged = paths ?? tiers;
  return judged && rowsByRule(rule, judged.readings.table, vocabularyOf(judged.context.policy.pack));
}
