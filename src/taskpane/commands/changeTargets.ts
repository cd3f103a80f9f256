import type { PaneState } from '../state/paneState';
import type { ParcelSettings, YearSettings } from '../state/targetState';
import type { PaneContext } from './context';

/** Changes what the pane holds of 目标. */
export function changeTargets(
  { store }: PaneContext,
  change: (targets: PaneState['targets']) => Partial<PaneState['targets']>,
): void {
  store.update((state) => ({ ...state, targets: { ...state.targets, ...change(state.targets) } }));
}

/** Changes how several years are planned. */
export function setYears(context: PaneContext, part: Partial<YearSettings>): void {
  changeTargets(context, ({ settings }) => ({ settings: { ...settings, years: { ...settings.years, ...part } } }));
}

/** Changes how parcels are chosen. */
export function setParcels(context: PaneContext, part: Partial<ParcelSettings>): void {
  changeTargets(context, ({ settings }) => ({ settings: { ...settings, parcels: { ...settings.parcels, ...part } } }));
}
