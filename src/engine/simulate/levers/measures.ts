import { cellOf } from '../prepareParcels';
import type { Lever } from './lever';

/** What a policy's measures have each parcel pay a year, a column a measure: wanYuan, below 0 what it is spared, NaN not known. */
export interface MeasureLever {
  readonly dues: readonly Float64Array[];
}

/** 政策规定的差别化价格: amounts of the policy times quantities of the ledger, each worked out before it comes here. */
export const MEASURES: Lever<MeasureLever, 'measureDues'> = {
  start: { dues: [] },
  check: ({ dues }) => [[dues.every((due) => due.every((amount) => Math.abs(amount) !== Infinity)), 'measureDues']],
  surcharge: ({ dues }, _, row) => dues.reduce((sum, due) => sum + known(cellOf(due, row)), 0),
};

/** What is not known is left out of the sum; the pane says of how many parcels. */
const known = (amount: number) => (Number.isNaN(amount) ? 0 : amount);
