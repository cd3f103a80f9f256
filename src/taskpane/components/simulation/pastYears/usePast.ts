import type { PaneText } from '../../../../text/pane';
import { initialPastYears, type PastYears } from '../../../state/pastYears';
import { usePane, usePaneState } from '../../paneContext';

const NOTHING = initialPastYears();

/** The ledgers of earlier years and what came of them, with the words for it. */
export function usePast(): { readonly past: PastYears; readonly t: PaneText } {
  const { t } = usePane();
  const past = usePaneState(({ simulation }) => simulation.pastYears ?? NOTHING);
  return { past, t };
}
