import type { PaneState } from '../state/paneState';
import type { ParcelSettings } from '../state/targetState';
import type { PaneContext } from './context';

/** Changes what the pane holds of 目标. */
export function changeTargets(
  { store }: PaneContext,
  change: (targets: PaneState['targets']) => Partial<PaneState['targets']>,
): void {
  store.update((state) => ({ ...state, targets: { ...state.targets, ...change(state.targets) } }));
}

/** Changes how parcels are chosen. */
export function setParcels(context: PaneContext, part: Partial<ParcelSettings>): void {
  changeTargets(context, ({ settings }) => ({ settings: { ...settings, parcels: { ...settings.parcels, ...part } } }));
}
