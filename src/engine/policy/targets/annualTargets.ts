import type { AnnualTarget, PolicyTarget } from '../parts';
import { policyFolder, type FolderOf } from '../standsOn';

/** The targets that a policy sets in numbers, in its own order; none where it speaks of 年度目标任务 without a number. */
export function policyTargets(pack: FolderOf): readonly PolicyTarget[] {
  return policyFolder(pack)?.targets ?? [];
}

/** Those that a ledger of land can show, which can be split over townships and followed. */
export function annualTargets(pack: FolderOf): AnnualTarget[] {
  return policyTargets(pack).filter((own): own is AnnualTarget => own.kind !== 'other');
}
