import type * as All from '../runs/all';
import { part } from '../part';

/** Does what is fetched when it is first asked for (src/taskpane/runs). */
export async function fetched<Result>(run: (runs: typeof All) => Result | Promise<Result>): Promise<Result> {
  return run(await part(() => import(/* webpackChunkName: "rest" */ '../runs/all')));
}
