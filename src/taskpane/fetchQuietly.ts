import { fetchCharts } from './charts/fetchCharts';
import { fetchWord } from './fetchWord';
import { fetched } from './commands/fetched';
import { fetchOwnPolicies } from './commands/fetchOwnPolicies';
import { loadRulebook } from '../engine/policy/index';
import { fetchViews } from './views/Fetched';

/** Longer than a browser is ever busy with drawing; Safari cannot say when it is idle. */
const LATEST = 3_000;

/**
 * Fetches what was left out of the first script while nobody waits for it: from then on nothing asks the network. What does not
 * arrive is fetched again, and told, when a person asks for it.
 */
export function fetchQuietly(): void {
  const quietly = () => {
    const runs = () => fetched(() => undefined);
    const entries = () => loadRulebook({ id: '' });
    for (const one of [fetchViews, runs, fetchCharts, entries, fetchOwnPolicies, fetchWord])
      one().catch(() => undefined);
  };
  if (typeof requestIdleCallback === 'function') requestIdleCallback(quietly, { timeout: LATEST });
  else setTimeout(quietly, LATEST);
}
