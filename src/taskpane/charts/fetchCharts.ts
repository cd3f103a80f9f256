import { part } from '../part';

/** Fetches echarts, which draws. Rejects with PartMissing. */
export function fetchCharts() {
  return part(() => import(/* webpackChunkName: "charts" */ './echartsParts'));
}
