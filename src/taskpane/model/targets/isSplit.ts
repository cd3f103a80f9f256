import type { PaneState } from '../../state/paneState';
import type { TargetSettings } from '../../state/targetState';

/** Whether the splits are of the ledger and policy as they are now, and one of them answers the settings. */
export function isSplit({ targets, understanding }: PaneState): boolean {
  const { allocations, chosen, settings } = targets;
  if (allocations[chosen]?.assessment !== understanding?.assessment) return false;
  const told = ({ weights, mostShare, decimals, total, proposal }: TargetSettings) =>
    JSON.stringify([weights, mostShare, decimals, total, proposal]);
  return allocations.some((one) => told(one.settings) === told(settings));
}
