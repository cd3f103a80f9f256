import type * as All from '../runs/all';
import { part } from '../part';
import { fetchReader } from './fetchOwnPolicies';

/** Does what is fetched when it is first asked for (src/taskpane/runs). */
export async function fetched<Result>(run: (runs: typeof All) => Result | Promise<Result>): Promise<Result> {
  const [runs] = await Promise.all([part(() => import(/* webpackChunkName: "rest" */ '../runs/all')), fetchReader()]);
  return run(runs);
}
