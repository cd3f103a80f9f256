import { sameInputs, understandingSteps, withUnderstanding, type PaneState } from '../state/paneState';
import type { PaneContext } from './context';
import { inSlices } from './inSlices';

/** Changes what the ledger is understood from. Until that is done, in slices, the pane shows what it showed before. */
export async function understand(context: PaneContext, change: (state: PaneState) => PaneState): Promise<boolean> {
  const { store } = context;
  // Somebody may choose something else meanwhile: then it is understood again, with both.
  for (;;) {
    const wanted = change(store.get());
    const understanding = await inSlices(context, understandingSteps(wanted));
    if (understanding === 'stopped') return false;
    if (!sameInputs(change(store.get()), wanted)) continue;
    store.update((state) => withUnderstanding(change(state), understanding));
    return true;
  }
}
