import { copyTexts, type CopySource } from '../../../engine/share/index';
import { policiesXml } from '../../model/policy/keptPolicies';
import type { OwnPolicy } from '../../state/ownPolicies';

/** A policy of the workbook's own that is in force: as the part that copies carry, or left here. */
export interface PolicyAlong {
  readonly short: string;
  /** Left out where the policy's own texts name what a copy hides: then it goes along with none. */
  readonly xml?: string;
}

/** What goes along with a batch's copies so that whoever receives them judges by the same policy; shipped ones are there anyway. */
export function policyAlong(
  own: OwnPolicy | undefined,
  named: Pick<CopySource, 'batch' | 'codes'>,
): PolicyAlong | undefined {
  if (!own) return undefined;
  const { short } = own.pack;
  const texts = textsOf(own.kept);
  const hides = named.batch.copies.some((copy) => {
    const { plain } = copyTexts(named, copy);
    return texts.some((text) => plain(text) !== text);
  });
  const xml = hides ? undefined : policiesXml([own]);
  return xml === undefined ? { short } : { short, xml };
}

function textsOf(kept: OwnPolicy['kept']): readonly string[] {
  const all: readonly unknown[] = 'folder' in kept ? Object.values(kept.folder) : kept.cells.flat();
  return all.filter((text) => typeof text === 'string');
}
