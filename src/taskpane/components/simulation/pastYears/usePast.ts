import { pastText } from '../../../../text/pastYears';
import { initialPastYears, type PastYears } from '../../../state/pastYears';
import { usePane, usePaneState } from '../../paneContext';

const NOTHING = initialPastYears();

/** The ledgers of earlier years and what came of them, with the words for it. */
export function usePast(): { readonly past: PastYears; readonly s: ReturnType<typeof pastText> } {
  const { language } = usePane();
  const past = usePaneState(({ simulation }) => simulation.pastYears ?? NOTHING);
  return { past, s: pastText(language) };
}
